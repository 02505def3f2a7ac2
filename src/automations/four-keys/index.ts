import type { Automation } from "../automation.ts";
import { again } from "./again.ts";
import { planComment } from "./comment/plan-comment.ts";
import type { FourKeysFacts } from "./facts.ts";
import { COMMENTS, fanOut, REPORT } from "./fan-out.ts";
import { gather } from "./gather.ts";
import { progressOf } from "./history/progress.ts";
import { observes } from "./observed.ts";
import { orgTable } from "./org-table/index.ts";
import { summaryOf } from "./org-table/summary.ts";
import { records } from "./records.ts";
import { planReport } from "./report/plan.ts";
import { targets } from "./targets.ts";
import { targetsFor } from "./targets-for.ts";
import { wants } from "./wants.ts";

/** Records what is merged, deployed and broken: what the numbers of the Four Keys are computed from. */
export const fourKeys: Automation<"four-keys", FourKeysFacts> = {
  name: "four-keys",
  part: { en: "The Four Keys", ja: "Four Keys" },
  section: "four-keys",
  permissions: { metadata: "read", contents: "read", pull_requests: "read", issues: "write", deployments: "read" },
  // Only where runs of workflows deploy.
  optional: { actions: "read" },
  wants,
  events: ["pull_request", "issues", "deployment_status", "workflow_run", "release", "create", "delete", "push"],
  targets,
  targetsFor,
  observes,
  schedules: ({ report }, { timezone }) => [{ target: REPORT, cron: report, timezone }],
  allTargets: ["history", COMMENTS, REPORT],
  numbered: { of: "pull request", target: (value) => targets.format({ kind: "change", value }) },
  gather,
  records,
  orgTable,
  summary: summaryOf,
  plan(facts, context) {
    if (facts.kind === "comment") return planComment(facts.deployed, context);
    return facts.kind === "report" ? planReport(facts.report, context) : [];
  },
  again,
  fanOut,
  describe(facts, context) {
    if (facts.kind === "history") {
      const { cursor } = facts.batch;
      const { since, read, total, complete } = cursor;
      return { kind: facts.kind, history: progressOf(cursor), since, read, total, complete };
    }
    if (facts.kind === "comments") return { kind: facts.kind, pulls: facts.pulls };
    if (facts.kind === "comment") return { kind: facts.kind, pull: facts.deployed.delivered.pull };
    if (facts.kind !== "report") return { kind: facts.kind, readings: records(facts, context).readings };
    const { overview, history, issue } = facts.report;
    return {
      kind: facts.kind,
      report: overview.report,
      before: overview.before,
      history,
      issue: issue?.number ?? null,
    };
  },
};
