import type { Commands } from "../../../commands/declaration.ts";
import type { ReconcileContext } from "../../automation.ts";
import { readCommandFacts } from "../reading/read-command-facts.ts";
import { REPORT_TARGET, targetOf } from "../targets.ts";
import { claims } from "./claims.ts";
import { isReport } from "./report-subject.ts";
import { type CommandFacts, subject } from "./subject.ts";
import { claimText } from "./text.ts";
import { VERBS } from "./verbs.ts";

/** What people may ask of a request, in its issue or pull request. */
export const commands: Commands<CommandFacts, ReconcileContext<"help-wanted">> = {
  claims,
  verbs: VERBS,
  text: claimText,
  page: "help-wanted.md#commands",
  uses: ["pull_requests", "members", "organization_projects"],
  gather: readCommandFacts,
  subject,
  stale: (conversation) => [isReport(conversation) ? REPORT_TARGET : targetOf(conversation.number)],
};
