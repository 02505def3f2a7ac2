import { calendarOf } from "../../calendar/calendar.ts";
import type { Automation, Target } from "../automation.ts";
import { commands } from "./declared-commands.ts";
import { describe } from "./describe.ts";
import { emptyReason } from "./empty-reason.ts";
import type { MilestoneFacts } from "./facts.ts";
import { forgottenCommands } from "./forgotten-commands.ts";
import { gather } from "./gather.ts";
import { plan } from "./plan.ts";
import { targets } from "./targets.ts";
import { observes, targetsFor } from "./targets-for.ts";

const MINUTE_MS = 60_000;

function targetOf(number: number): Target {
  return targets.format({ kind: "milestone", value: number });
}

/** The tasks that every milestone needs: created, dated, and kept up to date until it closes; see README.md. */
export const milestoneTasks: Automation<"milestones", MilestoneFacts> = {
  name: "milestone-tasks",
  part: { en: "Milestone tasks", ja: "マイルストーンのタスク" },
  section: "milestones",
  permissions: { metadata: "read", contents: "read", issues: "write" },
  optional: { organization_projects: "write" },
  events: ["milestone", "issues", "push"],
  targets,
  targetsFor,
  observes,
  schedules(_section, config) {
    // When people start to work: shows what became late overnight, and asks the owners of due tasks.
    const minutes = calendarOf(config).hours.from / MINUTE_MS;
    const cron = `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;
    return [{ target: "milestones", cron, timezone: config.timezone }];
  },
  allTargets: ["milestones"],
  numbered: { of: "milestone", target: targetOf },
  gather,
  plan,
  emptyReason,
  wakes: (facts, context) => (facts.kind === "one" ? forgottenCommands(facts, context) : []),
  commands,
  fanOut: (facts) => (facts.kind === "list" ? facts.milestones.map(({ number }) => targetOf(number)) : []),
  describe,
};
