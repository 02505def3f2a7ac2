import { STAGES } from "../../../metrics/stages.ts";
import type { RepositoryGauge } from "../../org-table.ts";
import { type FourKeysSummary, isWindowRead } from "./summary.ts";

type Numbers = Readonly<Record<string, number | null>>;

const STATISTICS = ["p50", "p75", "p90", "mean"] as const;
const MS = 1000;

/** Unlabeled. */
const one = (name: string, help: string, of: (summary: FourKeysSummary) => number | null) => ({
  name: `detoil_four_keys_${name}`,
  help,
  label: null,
  values: (summary: FourKeysSummary): Numbers => ({ "": of(summary) }),
});

const seconds = (time: number | null) => (time === null ? null : time / MS);

/** How far the numbers go, and how far they are right. */
const periods: readonly RepositoryGauge<FourKeysSummary>[] = [
  one("window_start_timestamp_seconds", "When the window of the numbers begins", ({ from }) => seconds(from)),
  one("window_end_timestamp_seconds", "When the window of the numbers ends", ({ to }) => seconds(to)),
  one(
    "complete_from_timestamp_seconds",
    "From when on nothing is missing in the records; absent: not known yet",
    ({ completeFrom }) => seconds(completeFrom),
  ),
];

/** What happened in the window of sre.yml. What is not known is absent, never 0. */
const numbers: readonly RepositoryGauge<FourKeysSummary>[] = [
  one("deployments", "Successful deployments in the window", (of) => of.deploymentFrequency.deployments),
  one("deployments_per_day", "Deployments in the window per elapsed day", (of) => of.deploymentFrequency.perDay),
  one("changes", "Merged pull requests that these deployments brought", (of) => of.leadTime.changes),
  one("unshipped_changes", "Pull requests merged in the window that no deployment has brought", (of) => of.unshipped),
  {
    ...{ name: "detoil_four_keys_lead_time_seconds", help: "From where sre.yml starts the clock to the deployment" },
    label: "statistic",
    values: ({ leadTime }) => Object.fromEntries(STATISTICS.map((name) => [name, leadTime[name]])),
  },
  {
    name: "detoil_four_keys_lead_time_stage_seconds",
    help: "How long a stage of the changes took, in the statistic that sre.yml asks for",
    label: "stage",
    values: ({ leadTime }) => Object.fromEntries(STAGES.map((name) => [name, leadTime.stages[name]])),
  },
  one("failed_deployments", "Deployments in the window with at least one incident", (of) => of.changeFailRate.failed),
  one("change_fail_ratio", "Failed deployments of all in the window, 0 to 1", (of) => of.changeFailRate.rate),
  one("incidents", "Incidents resolved in the window", (of) => of.recoveryTime.incidents),
  {
    ...{ name: "detoil_four_keys_recovery_time_seconds", help: "From the start of incidents to their end" },
    label: "statistic",
    values: ({ recoveryTime }) => Object.fromEntries(STATISTICS.map((name) => [name, recoveryTime[name]])),
  },
  one("rework_deployments", "Deployments in the window that repaired an earlier one", (of) => of.reworkRate.rework),
  one(
    "rework_ratio",
    "Deployments that repaired an earlier one, of all in the window, 0 to 1",
    (of) => of.reworkRate.rate,
  ),
];

/** For Prometheus: base units and names as it asks for (prometheus.io/docs/practices/naming). */
export const gauges: readonly RepositoryGauge<FourKeysSummary>[] = [
  ...periods,
  ...numbers.map((gauge) => ({
    ...gauge,
    values: (summary: FourKeysSummary) => (isWindowRead(summary) ? gauge.values(summary) : {}),
  })),
];
