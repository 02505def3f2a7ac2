import { CHANGE_COLUMNS, changeRows, csvOf } from "../../print/csv.ts";
import type { OrgMeasured, OrgRow } from "../measured.ts";

const COLUMNS = [
  ...["repo", "from", "to", "timezone", "statistic"],
  ...["deployments", "perDay", "frequencyBand"],
  ...["changes", "leadTimeSeconds", "leadTimeBand"],
  ...["failed", "failRate", "failRateBand"],
  ...["incidents", "recoverySeconds", "recoveryBand"],
  ...["rework", "reworkRate", "unattributedChanges", "unattributedIncidents"],
];

/** One line for each repository, or with --detail for each change. */
export function printOrgCsv({ rows }: OrgMeasured): string {
  const detailed = rows.flatMap(({ detail }) => detail ?? []);
  if (detailed.length > 0) return csvOf([CHANGE_COLUMNS, ...detailed.flatMap(changeRows)]);
  return csvOf([COLUMNS, ...rows.map(cells)]);
}

function cells({ repo, report }: OrgRow) {
  const { from, to, timezone, statistic, deploymentFrequency: frequency, unattributed } = report;
  const { leadTime, changeFailRate: failures, recoveryTime: recovery, reworkRate: rework } = report;
  return [
    ...[repo, from, to, timezone, statistic],
    ...[frequency.deployments, frequency.perDay, frequency.band],
    ...[leadTime.changes, leadTime.seconds, leadTime.band],
    ...[failures.failed, failures.rate, failures.band],
    ...[recovery.incidents, recovery.seconds, recovery.band],
    ...[rework.rework, rework.rate, unattributed.changes, unattributed.incidents],
  ];
}
