import type { Automation } from "../automation.ts";
import { again } from "./again.ts";
import type { FourKeysFacts, HistoryFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { progressOf } from "./history/progress.ts";
import { observes } from "./observed.ts";
import { orgTable } from "./org-table/index.ts";
import { summaryOf } from "./org-table/summary.ts";
import { records } from "./records.ts";
import { planReport } from "./report/plan.ts";
import { targets } from "./targets.ts";
import { targetsFor } from "./targets-for.ts";

const REPORT = targets.format({ kind: "report" });

/** Records what is merged, deployed and broken: what the numbers of the Four Keys are computed from. */
export const fourKeys: Automation<"four-keys", FourKeysFacts> = {
  name: "four-keys",
  part: { en: "The Four Keys", ja: "Four Keys" },
  section: "four-keys",
  permissions: { metadata: "read", contents: "read", pull_requests: "read", issues: "write", deployments: "read" },
  events: ["pull_request", "issues", "deployment_status", "release", "create", "delete", "push"],
  targets,
  targetsFor,
  observes,
  schedules: ({ report }, { timezone }) => [{ target: REPORT, cron: report, timezone }],
  allTargets: ["history", REPORT],
  numbered: { of: "pull request", target: (value) => targets.format({ kind: "change", value }) },
  gather,
  records,
  orgTable,
  summary: summaryOf,
  plan: (facts, context) => (facts.kind === "report" ? planReport(facts.report, context) : []),
  again,
  /** The issue shows at once what was read last. */
  fanOut: (facts) => (facts.kind === "history" && facts.isFurther && isAllRead(facts) ? [REPORT] : []),
  describe(facts, context) {
    if (facts.kind === "history") {
      const { cursor } = facts.batch;
      const { since, read, total, complete } = cursor;
      return { kind: facts.kind, history: progressOf(cursor), since, read, total, complete };
    }
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

function isAllRead({ batch }: HistoryFacts): boolean {
  return batch.cursor.todo.length === 0;
}
