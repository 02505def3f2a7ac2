import { CONFIG_PATH } from "../../config/files.ts";
import type { Automation } from "../automation.ts";
import { pushChanges } from "../push-changes.ts";
import { declaredBy } from "./declared.ts";
import { emptyReasonText } from "./empty-reason-text.ts";
import type { OrgTableFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { plan } from "./plan.ts";
import { targets } from "./targets.ts";

/** The tables that `others` declare, one issue each in the organization's `.github` repository; see README.md. */
export function orgTablesOf(others: readonly Automation[]): Automation<"org", OrgTableFacts> {
  const declared = declaredBy(others);
  const tables = declared.map(({ name }) => targets.format({ kind: "table", value: name }));
  return {
    name: "org-tables",
    part: { en: "The organization's tables", ja: "Organization の一覧表" },
    section: "org",
    permissions: { metadata: "read", contents: "read", issues: "write" },
    events: ["push"],
    targets,
    targetsFor: (event) => (event.name === "push" && pushChanges(event, (path) => path === CONFIG_PATH) ? tables : []),
    schedules: ({ schedule }, { timezone }) => tables.map((target) => ({ target, cron: schedule, timezone })),
    allTargets: tables,
    numbered: null,
    gather: (github, context, observations) => gather(github, context, observations, declared),
    plan: (facts, context) => plan(facts, context, declared),
    emptyReason: ({ automation, repositories }) =>
      automation !== null && repositories.length === 0 ? emptyReasonText.noStore : null,
    describe: ({ automation, repositories, issue }) => ({ automation, repositories, issue: issue?.number ?? null }),
  };
}
