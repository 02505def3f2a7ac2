import type { Commands } from "../../commands/declaration.ts";
import type { ReconcileContext } from "../automation.ts";
import { claims, homeOf } from "./commands/claims.ts";
import type { CommandFacts } from "./commands/command-facts.ts";
import { subject } from "./commands/subject.ts";
import { claimText } from "./commands/text.ts";
import { VERBS } from "./commands/verbs.ts";
import { readCommandFacts } from "./reading/read-command-facts.ts";
import { targets } from "./targets.ts";

/** What people may ask of a milestone's tasks, in the issues of these tasks. */
export const commands: Commands<CommandFacts, ReconcileContext<"milestones">> = {
  claims,
  verbs: VERBS,
  text: claimText,
  page: "milestone-tasks.md#commands",
  uses: ["organization_projects"],
  gather: readCommandFacts,
  subject,
  stale(conversation) {
    const numbers = [homeOf(conversation), conversation.milestone?.number ?? null];
    const known = numbers.filter((number) => number !== null);
    return [...new Set(known)].map((value) => targets.format({ kind: "milestone", value }));
  },
};
