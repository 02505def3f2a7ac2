import { table } from "../../../markdown/table.ts";
import type { Compared } from "../../../metrics/period-numbers.ts";
import type { FourKeysReport } from "../../../metrics/report.ts";
import { type Key, trendsOf } from "../../../metrics/trend.ts";
import { durationText, frequencyText, percentText, UNKNOWN, wordsIn } from "../../../metrics/words.ts";
import type { View } from "./view.ts";

interface Row {
  readonly key: Key;
  /** null: not known. */
  value(report: Compared): string | null;
  /** What it is computed from, or why it is not known. */
  readonly basis: string;
  readonly band: FourKeysReport["leadTime"]["band"];
}

/** The five numbers, each with its band and what became of it since the window before. `comparable`: that one is complete. */
export function numbersTable(now: FourKeysReport, before: Compared, comparable: boolean, view: View): string {
  const { text, language, settings } = view;
  const words = wordsIn(language);
  const trends = trendsOf(now, before);
  const header = [...text.columns];
  const rows = rowsOf(now, view).map(({ key, value, basis, band }) => {
    const [is, was, trend] = [value(now), value(before), comparable ? trends[key] : null];
    return [
      `**${words[key]}**<br>${text.meaning(key, settings.leadTime)}`,
      `${is === null ? UNKNOWN : `**${is}**`}<br>${basis}`,
      band === null ? UNKNOWN : words.bands[band],
      trend === null || was === null ? UNKNOWN : text.trend(trend, was),
    ];
  });
  if (settings.bands !== "none") return table(header, rows);
  return table(
    header.toSpliced(2, 1),
    rows.map((row) => row.toSpliced(2, 1)),
  );
}

function rowsOf(now: FourKeysReport, { text, language, settings: { statistic } }: View): Row[] {
  const { deploymentFrequency, leadTime, changeFailRate, recoveryTime, reworkRate } = now;
  const duration = (seconds: number | null) => (seconds === null ? null : durationText(seconds, language));
  const share = (rate: number | null) => (rate === null ? null : percentText(rate));
  const { deployments } = deploymentFrequency;
  const of = (part: number) => (deployments === 0 ? text.noDeployments : text.ofDeployments(part, deployments));
  return [
    {
      key: "deploymentFrequency",
      value: (report) =>
        report.deploymentFrequency.deployments === 0
          ? null
          : frequencyText(report.deploymentFrequency.perDay, language),
      basis: deployments === 0 ? text.noDeployments : text.deploymentsSummary(deployments),
      band: deploymentFrequency.band,
    },
    {
      key: "leadTime",
      value: (report) => duration(report.leadTime.seconds),
      basis: leadTime.seconds === null ? text.noLeadTimes : text.ofChanges(statistic, leadTime.changes),
      band: leadTime.band,
    },
    {
      key: "changeFailRate",
      value: (report) => share(report.changeFailRate.rate),
      basis: of(changeFailRate.failed),
      band: changeFailRate.band,
    },
    {
      key: "recoveryTime",
      value: (report) => duration(report.recoveryTime.seconds),
      basis: recoveryTime.seconds === null ? text.noIncidents : text.ofIncidents(statistic, recoveryTime.incidents),
      band: recoveryTime.band,
    },
    { key: "reworkRate", value: (report) => share(report.reworkRate.rate), basis: of(reworkRate.rework), band: null },
  ];
}
