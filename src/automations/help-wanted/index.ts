import type { Automation } from "../automation.ts";
import { again } from "./again.ts";
import { commands } from "./commands/declared-commands.ts";
import { describe } from "./describe.ts";
import { emptyReason } from "./empty-reason.ts";
import type { HelpFacts } from "./facts.ts";
import { forgottenCommands } from "./forgotten-commands.ts";
import { gather } from "./gather.ts";
import { plan } from "./plan.ts";
import { recording } from "./recording.ts";
import { REPORT_TARGET, targetOf, targets } from "./targets.ts";
import { targetsFor } from "./targets-for.ts";
import { wants } from "./wants.ts";

/** Whoever's turn it is answers a request for help; see README.md. */
export const helpWanted: Automation<"help-wanted", HelpFacts> = {
  name: "help-wanted",
  part: { en: "Help wanted", ja: "支援の依頼" },
  section: "help-wanted",
  permissions: { metadata: "read", contents: "read", issues: "write" },
  optional: { pull_requests: "write", members: "read", organization_projects: "write" },
  wants,
  events: ["issues", "pull_request", "issue_comment", "push"],
  targets,
  targetsFor,
  schedules: ({ report }, { timezone }) => (report === null ? [] : [{ target: REPORT_TARGET, cron: report, timezone }]),
  allTargets: ["requests", REPORT_TARGET],
  numbered: { of: "issue or pull request", target: targetOf },
  gather,
  records: recording,
  plan,
  again,
  wakes: forgottenCommands,
  commands,
  fanOut: (facts) => (facts.kind === "list" ? [...new Set([...facts.numbers, ...facts.open])].map(targetOf) : []),
  emptyReason,
  describe,
};
