import { earliest } from "../../calendar/earliest.ts";
import type { Automation, Target } from "../automation.ts";
import { ciAgain } from "./ci/plan-ci.ts";
import { describe } from "./describe.ts";
import { emptyReason } from "./empty-reason.ts";
import type { LanesFacts, ReleaseFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { plan } from "./plan.ts";
import { targets } from "./targets.ts";
import { targetsFor } from "./targets-for.ts";
import { commands } from "./unfreezing/commands.ts";

const MIDNIGHT = "0 0 * * *";

/** Each lane's release pull request, opened and kept up to date; see README.md. */
export const releasePr: Automation<"release", ReleaseFacts> = {
  name: "release-pr",
  part: { en: "Release pull requests", ja: "リリースのプルリクエスト" },
  section: "release",
  permissions: { metadata: "read", contents: "read", pull_requests: "write", issues: "write", checks: "write" },
  // For the event merge_group, and to know which pull requests wait ahead of others.
  // For the event status, and so that the notice about CI counts what reports statuses.
  optional: { merge_queues: "read", statuses: "read" },
  events: ["push", "create", "delete", "pull_request", "check_run", "check_suite", "status", "merge_group"],
  targets,
  targetsFor,
  schedules({ lanes }, { timezone }) {
    // A freeze begins and ends at midnight, and no webhook reports that.
    const crons = lanes.flatMap((lane) => [
      ...(lane.schedule === null ? [] : [lane.schedule]),
      ...(lane.freeze.length > 0 ? [MIDNIGHT] : []),
    ]);
    const frozen = lanes.some((lane) => lane.freeze.length > 0) ? [MIDNIGHT] : [];
    return [
      ...[...new Set(crons)].map((cron) => ({ target: "lanes", cron, timezone })),
      ...frozen.map((cron) => ({ target: "merge-groups", cron, timezone })),
    ];
  },
  allTargets: ["lanes", "pulls", "ci"],
  numbered: { of: "pull request", target: (value) => targets.format({ kind: "lane-of", value }) },
  gather,
  plan,
  fanOut: furtherTargets,
  again: (facts, context) =>
    facts.kind === "ci" ? earliest(facts.lanes.flatMap((lane) => ciAgain(lane, context) ?? [])) : null,
  commands,
  emptyReason,
  describe,
};

/** Each branch whose checks are told has a target of its own; a preview of one pull request shows those of its lane. */
function furtherTargets(facts: ReleaseFacts): Target[] {
  const on = (value: string) => targets.format({ kind: "ci-on", value });
  if (facts.kind === "ci") return facts.branches.map(on);
  // Something else may have changed since the check was written that a tick is judged by.
  if (facts.kind === "tick") return facts.pull === null ? [] : ["lanes"];
  if (facts.kind !== "lanes") return [];
  const { focus, lanes } = facts;
  const stale = focus === null ? lanes.filter(hasNewHead) : lanes.slice(focus, focus + 1);
  return [...new Set(stale.flatMap(({ lane }) => (lane["announce-ci"] ? [on(lane.from)] : [])))];
}

/** Its branch has moved on: no check is on its head yet. What the notice says is about another commit then. */
function hasNewHead(lane: LanesFacts["lanes"][number]): boolean {
  return lane.kind !== "missing" && lane.openPull !== null && lane.checkRun === null;
}
