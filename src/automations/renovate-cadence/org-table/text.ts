import type { OrgTableText } from "../../org-table.ts";
import { textsIn } from "../../texts.ts";
import type { CadenceSummary } from "./summary.ts";

const keeping = (summaries: readonly CadenceSummary[]) => summaries.filter(({ broken }) => !broken).length;

const en: OrgTableText<CadenceSummary> = {
  title: (account) => `Dependency cadence of ${account}`,
  verdict(summaries) {
    if (summaries.length === 1)
      return `1 repository ${keeping(summaries) === 1 ? "keeps" : "does not keep"} its promise.`;
    return `${keeping(summaries)} of ${summaries.length} repositories keep their promise.`;
  },
  columns: ["Promised", "Status", "Periods kept", "Merged about every", "Last merge", "Oldest open since"],
  cells: ({ promised, broken, proposed, kept, of, keptMedianDays, lastMergedAt, oldestOpenAt }, { day }) => [
    promised,
    broken ? `❌ not kept${proposed === null ? "" : `; ${proposed} would have been`}` : "✅ kept",
    of === 0 ? "too early" : `${kept} of ${of}`,
    keptMedianDays === null ? "–" : `${keptMedianDays} days`,
    lastMergedAt === null ? "–" : day(lastMergedAt),
    oldestOpenAt === null ? "–" : day(oldestOpenAt),
  ],
  lacking: "no `renovate` section in sre.yml",
};

const ja: OrgTableText<CadenceSummary> = {
  title: (account) => `${account} の依存関係の更新ペース`,
  verdict: (summaries) =>
    `${summaries.length}件のリポジトリのうち、約束した更新ペースを守っているのは${keeping(summaries)}件です。`,
  columns: ["約束", "状態", "守れた期間", "マージの間隔", "最後のマージ", "最も古い未マージ"],
  cells: ({ promised, broken, proposed, kept, of, keptMedianDays, lastMergedAt, oldestOpenAt }, { day }) => [
    promised,
    broken ? `❌ 守れていません${proposed === null ? "" : `(${proposed} なら守れます)`}` : "✅ 守っています",
    of === 0 ? "判定にはまだ早い" : `${of}期間中${kept}`,
    keptMedianDays === null ? "–" : `約${keptMedianDays}日`,
    lastMergedAt === null ? "–" : day(lastMergedAt),
    oldestOpenAt === null ? "–" : day(oldestOpenAt),
  ],
  lacking: " sre.yml の `renovate` セクション",
};

// For the samples.
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);
const KEPT: CadenceSummary = {
  promised: "monthly",
  kept: 6,
  of: 6,
  keptMedianDays: 29.5,
  oldestOpenAt: null,
  lastMergedAt: NOW,
  broken: false,
  proposed: null,
};
const BROKEN: CadenceSummary = {
  ...KEPT,
  kept: 2,
  keptMedianDays: 80,
  oldestOpenAt: NOW - 120 * DAY,
  broken: true,
  proposed: "quarterly",
};

export const orgTableText = textsIn<OrgTableText<CadenceSummary>>({
  seen: "The table of an organization's dependency cadence",
  en,
  ja,
  samples: ({ day }) => {
    const view = { day: () => day, repoUrl: "https://github.com/acme/shop" };
    return {
      title: [["acme"]],
      verdict: [[[KEPT]], [[KEPT, BROKEN]]],
      cells: [
        [KEPT, view],
        [BROKEN, view],
        [{ ...KEPT, of: 0, keptMedianDays: null, lastMergedAt: null }, view],
      ],
    };
  },
});
