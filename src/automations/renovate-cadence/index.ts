import type { Automation } from "../automation.ts";
import { again } from "./again.ts";
import { commands } from "./commands/index.ts";
import { describe } from "./describe.ts";
import type { RenovateFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { orgTable } from "./org-table/index.ts";
import { summaryOf } from "./org-table/summary.ts";
import { plan } from "./plan.ts";
import { targets } from "./targets.ts";
import { targetsFor } from "./targets-for.ts";

const CADENCE = targets.format({ kind: "cadence" });

/** How often dependencies are updated, against what is promised; see README.md. */
export const renovateCadence: Automation<"renovate", RenovateFacts> = {
  name: "renovate-cadence",
  part: { en: "The dependency cadence", ja: "依存関係の更新ペース" },
  section: "renovate",
  permissions: {
    metadata: "read",
    contents: "read",
    pull_requests: "read",
    issues: "write",
    checks: "write",
  },
  // CI that reports statuses instead of check runs; the check on what a merge queue tries.
  optional: { statuses: "read", merge_queues: "read" },
  events: ["pull_request", "issues", "push", "check_run", "check_suite", "merge_group"],
  targets,
  targetsFor,
  schedules: ({ report }, { timezone }) => [{ target: CADENCE, cron: report, timezone }],
  allTargets: [CADENCE, targets.format({ kind: "pulls" })],
  numbered: { of: "pull request", target: (value) => targets.format({ kind: "pull", value }) },
  gather,
  records: (facts) => recordingOf(facts) ?? { readings: [], cursors: [] },
  orgTable,
  summary: summaryOf,
  plan,
  again,
  /** A release pull request's check goes with the promise. */
  fanOut: (facts) => (facts.kind === "gate" && facts.hasRelease ? [CADENCE] : []),
  commands,
  describe,
};

function recordingOf(facts: RenovateFacts) {
  if (facts.kind === "cadence") return facts.recording;
  return facts.kind === "gate" ? facts.cadence?.recording : undefined;
}
