import type { Band } from "../../../metrics/bands.ts";
import type { Statistic } from "../../../metrics/settings.ts";
import { durationText, frequencyText, percentText, UNKNOWN, wordsIn } from "../../../metrics/words.ts";
import type { OrgTableText, RowView } from "../../org-table.ts";
import { textsIn } from "../../texts.ts";
import { LATE, QUIET, READING, SHIPPING } from "./samples.ts";
import { type FourKeysSummary, isWindowRead } from "./summary.ts";

const deploying = (summaries: readonly FourKeysSummary[]) =>
  summaries.filter((summary) => isWindowRead(summary) && summary.deploymentFrequency.deployments > 0).length;

/** What keeps numbers from being whole. */
interface Missing {
  reading(read: number, total: number | null): string;
  completeFrom(day: string): string;
  lastDeployed(day: string): string;
  readonly neverDeployed: string;
}

const countEn = (number: number) => number.toLocaleString("en-US");

const missingEn: Missing = {
  reading: (read, total) =>
    `history: ${total === null ? countEn(read) : `${countEn(read)} of about ${countEn(total)}`} pull requests read`,
  completeFrom: (day) => `everything before ${day}`,
  lastDeployed: (day) => `deployments: the last was in the week of ${day}`,
  neverDeployed: "deployments: none is known; is `deployments` in its sre.yml right?",
};

const missingJa: Missing = {
  reading: (read, total) =>
    `履歴: ${total === null ? "" : `約${countEn(total)}件のうち`}プルリクエスト${countEn(read)}件を読み込み済み`,
  completeFrom: (day) => `${day}より前の記録`,
  lastDeployed: (day) => `デプロイ(最後は${day}からの週)`,
  neverDeployed: "デプロイ(記録なし。sre.yml の `deployments` を確認してください)",
};

const en: OrgTableText<FourKeysSummary> = {
  title: (account) => `Four Keys of ${account}`,
  verdict(summaries) {
    const count = deploying(summaries);
    if (summaries.length === 1) return `1 repository ${count === 1 ? "deployed" : "did not deploy"} in its window.`;
    return `${count} of ${summaries.length} repositories deployed in their window.`;
  },
  columns: ["Window", "Deployments", "Lead time (median)", "Fail rate", "Recovery (median)", "Rework", "Missing"],
  cells: (summary, view) => cellsOf(summary, view, "en"),
  lacking: "no `four-keys` section in sre.yml",
};

const ja: OrgTableText<FourKeysSummary> = {
  title: (account) => `${account} の Four Keys`,
  verdict: (summaries) =>
    `${summaries.length}件のリポジトリのうち、対象期間にデプロイがあったのは${deploying(summaries)}件です。`,
  columns: ["期間", "デプロイ", "リードタイム(中央値)", "障害率", "復旧時間(中央値)", "手戻り率", "足りないもの"],
  cells: (summary, view) => cellsOf(summary, view, "ja"),
  lacking: " sre.yml の `four-keys` セクション",
};

function cellsOf(summary: FourKeysSummary, { day, repoUrl }: RowView, language: "en" | "ja"): string[] {
  const words = wordsIn(language);
  const { deploymentFrequency, leadTime, changeFailRate, recoveryTime, reworkRate, issue } = summary;
  const { deployments, perDay } = deploymentFrequency;
  const banded = (value: string, band: Band | null) => (band === null ? value : `${value} · ${words.bands[band]}`);
  const shown: Statistic = summary.statistic;
  // The header says the median, as nearly everybody counts.
  const duration = (seconds: number | null) => {
    if (seconds === null) return UNKNOWN;
    const text = durationText(seconds, language);
    return shown === "p50" ? text : `${text} (${words.statistics[shown]})`;
  };
  const share = (rate: number | null, part: number) =>
    rate === null ? UNKNOWN : `${percentText(rate)} (${part}/${deployments})`;
  const window = `${day(summary.from)} – ${day(summary.to)}`;
  const numbers = [
    deployments === 0 ? "0" : banded(`${deployments}, ${frequencyText(perDay, language)}`, deploymentFrequency.band),
    banded(duration(leadTime.seconds), leadTime.band),
    banded(share(changeFailRate.rate, changeFailRate.failed), changeFailRate.band),
    banded(duration(recoveryTime.seconds), recoveryTime.band),
    share(reworkRate.rate, reworkRate.rework),
  ];
  return [
    issue === null ? window : `[${window}](${repoUrl}/issues/${issue})`,
    ...(isWindowRead(summary) ? numbers : numbers.map(() => UNKNOWN)),
    missingOf(summary, day, { en: missingEn, ja: missingJa }[language]) ?? UNKNOWN,
  ];
}

/** null: nothing is. */
function missingOf(summary: FourKeysSummary, day: RowView["day"], text: Missing): string | null {
  const { reading, completeFrom, lastDeployed, from, deploymentFrequency } = summary;
  if (reading !== null && !isWindowRead(summary)) return text.reading(reading.read, reading.total);
  if (deploymentFrequency.deployments === 0)
    return lastDeployed === null ? text.neverDeployed : text.lastDeployed(day(lastDeployed));
  return completeFrom !== null && completeFrom > from ? text.completeFrom(day(completeFrom)) : null;
}

export const orgTableText = textsIn<OrgTableText<FourKeysSummary>>({
  seen: "The table of an organization's Four Keys",
  en,
  ja,
  samples: ({ day }) => {
    const view = { day: () => day, repoUrl: "https://github.com/acme/shop" };
    return {
      title: [["acme"]],
      verdict: [[[SHIPPING]], [[QUIET]], [[SHIPPING, QUIET]]],
      cells: [
        [SHIPPING, view],
        [LATE, view],
        [QUIET, view],
        [{ ...QUIET, lastDeployed: null }, view],
        [READING, view],
      ],
    };
  },
});
