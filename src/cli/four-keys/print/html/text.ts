import type { Language } from "../../../../calendar/format.ts";
import type { Trend } from "../../../../metrics/trend.ts";
import type { WhyUnlinked, WhyUnshipped } from "../../../../metrics/unattributed.ts";

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

const en = {
  title: "Four Keys",
  window: (from: string, to: string) => `From ${from} to ${to}`,
  made: (zone: string, at: string) => `Time zone ${zone} · as of ${at}`,
  environments: "Environments that count: ",
  allEnvironments: "Every environment counts.",
  trend: (trend: NonNullable<Trend>, before: string) =>
    `${{ better: "better", same: "about the same", worse: "worse" }[trend]} (${before} in the window before)`,
  weeksHeading: (count: number) => `The last ${counted(count, "week")}`,
  charts: {
    deployments: "Deployments a week",
    leadTime: (statistic: string) => `Lead time for changes (${statistic})`,
    failRate: "Change fail rate",
    recovery: (statistic: string) => `Recovery time (${statistic})`,
  },
  /** Read aloud in place of a chart. */
  weekChart: (title: string, weeks: { first: string; last: string }, values: { least: string; most: string }) =>
    `${title}, weeks of ${weeks.first} to ${weeks.last}: between ${values.least} and ${values.most}. The table below has each number.`,
  empty: {
    deployments: "No deployments in these weeks.",
    leadTime: "No lead time is known in these weeks.",
    failRate: "No deployments in these weeks.",
    recovery: "No incidents resolved in these weeks.",
  },
  /** `keys`: of sre.yml. */
  redefined: (keys: string, moment: string) => `${keys} changed in sre.yml on ${moment}.`,
  countedBefore: "The time before is counted in the new way, too, as far as it was recorded.",
  lastWeekEnds: (moment: string) => `The last week ends at ${moment}.`,
  stagesHeading: "Where the lead time goes",
  stagesNote: (statistic: string) =>
    `Each stage is the ${statistic} over the changes of which it is known, so that they do not add up to the lead time.`,
  noStages: "No stage of a change deployed in this window is known.",
  stageColumns: ["stage", "time", "what it is"],
  slowestHeading: "The slowest changes",
  slowest: (shown: number, all: number) => `${shown} of ${counted(all, "change")} deployed in this window.`,
  slowestColumns: ["change", "lead time", "longest stage", "deployment"],
  missingHeading: "Not assigned",
  allAssigned: "Every change merged in this window is deployed, and every incident belongs to a deployment.",
  missingColumns: ["change", "merged", "why"],
  unshipped: {
    waits: "waits for the next deployment",
    "no-deployment": "no known deployment could bring it",
    "before-first": "merged before the first known deployment",
    unlisted: "the next deployment does not list it",
    unmatched: "its commit is in no later deployment",
  } as Readonly<Record<WhyUnshipped, string>>,
  unlinkedColumns: ["incident", "opened", "why"],
  unlinked: {
    "unknown-name": "it names an unknown deployment",
    "none-before": "opened before the first known deployment",
  } as Readonly<Record<WhyUnlinked, string>>,
  deploymentsHeading: "Deployments",
  latest: (shown: number, all: number) => (shown === all ? "" : `The latest ${shown} of ${all}.`),
  deploymentColumns: ["deployment", "finished", "changes", "result"],
  failed: "failed:",
  rework: "rework",
  detailHeading: "Each of them",
  detailCaptions: { changes: "Changes", deployments: "Deployments", incidents: "Incidents" },
  firstRows: (shown: number, all: number) => `The first ${shown} of ${all}; --format json --detail has all.`,
  more: (count: number) => `And ${count} more.`,
  meaningHeading: "What the numbers mean",
  meaning: {
    deploymentFrequency: "Successful deployments to the environments that count, per day of the window.",
    leadTime: (start: string, statistic: string) =>
      `The time from ${start} to the end of the deployment that brought the change: the ${statistic} of all changes deployed in the window.`,
    changeFailRate: "Deployments that caused at least one incident, of all deployments in the window.",
    recoveryTime: (statistic: string) =>
      `The time from when an incident was opened until it was resolved: the ${statistic} of the incidents resolved in the window.`,
    reworkRate:
      "Deployments that brought a hotfix or the revert of a deployed change, of all deployments in the window.",
  },
  unknown: "A dash is what is not known.",
  bandsCaption: (year: number) => `Bands of DORA's report of ${year}; what is beyond medium is low`,
  bandsKey: "number",
  bounds: {
    oftenAs: (days: number) => (days === 1 ? "≥ 1 a day" : days === 7 ? "≥ 1 a week" : `≥ 1 in ${days} days`),
    under: (duration: string) => `< ${duration}`,
    upTo: (rate: string) => `≤ ${rate}`,
  },
  source: (records: { changes: number; deployments: number; incidents: number }) =>
    `Detoil computed this from the records of ${counted(records.changes, "change")}, ${counted(records.deployments, "deployment")} and ${counted(records.incidents, "incident")}.`,
};

export type PageMessages = typeof en;

const ja: PageMessages = {
  title: "Four Keys",
  window: (from, to) => `${from} から${to} まで`,
  made: (zone, at) => `タイムゾーン: ${zone} · ${at} 時点`,
  environments: "数える環境: ",
  allEnvironments: "すべての環境を数えます。",
  trend: (trend, before) => `${{ better: "改善", same: "ほぼ同じ", worse: "悪化" }[trend]}(前の期間は${before})`,
  weeksHeading: (count) => `直近${count}週`,
  charts: {
    deployments: "週ごとのデプロイ",
    leadTime: (statistic) => `変更のリードタイム(${statistic})`,
    failRate: "変更障害率",
    recovery: (statistic) => `復旧時間(${statistic})`,
  },
  weekChart: (title, weeks, values) =>
    `${title}、${weeks.first}の週から${weeks.last}の週まで: ${values.least}から${values.most}の間。各週の値は下の表にあります。`,
  empty: {
    deployments: "この期間にデプロイはありません。",
    leadTime: "この期間にリードタイムのわかる変更はありません。",
    failRate: "この期間にデプロイはありません。",
    recovery: "この期間に解決したインシデントはありません。",
  },
  redefined: (keys, moment) => `${moment} に sre.yml の ${keys} が変わりました。`,
  countedBefore: "それより前も、記録のある範囲で新しい数え方で数えています。",
  lastWeekEnds: (moment) => `最後の週は ${moment} までです。`,
  stagesHeading: "リードタイムの内訳",
  stagesNote: (statistic) =>
    `各段階の値は、その長さがわかる変更の${statistic}です。そのため、合計はリードタイムと一致しません。`,
  noStages: "この期間にデプロイされた変更には、長さのわかる段階がありません。",
  stageColumns: ["段階", "時間", "範囲"],
  slowestHeading: "時間のかかった変更",
  slowest: (shown, all) => `この期間にデプロイされた変更${all}件のうち${shown}件です。`,
  slowestColumns: ["変更", "リードタイム", "最も長い段階", "デプロイ"],
  missingHeading: "対応付けられないもの",
  allAssigned: "この期間にマージされた変更はすべてデプロイ済みで、インシデントはすべてデプロイに対応付けられています。",
  missingColumns: ["変更", "マージ", "理由"],
  unshipped: {
    waits: "次のデプロイを待っています",
    "no-deployment": "この変更を届けられるデプロイがありません",
    "before-first": "最初のデプロイより前にマージされました",
    unlisted: "次のデプロイの一覧にありません",
    unmatched: "コミットがその後のどのデプロイにもありません",
  },
  unlinkedColumns: ["インシデント", "発生", "理由"],
  unlinked: {
    "unknown-name": "不明なデプロイを指定しています",
    "none-before": "最初のデプロイより前に発生しました",
  },
  deploymentsHeading: "デプロイ",
  latest: (shown, all) => (shown === all ? "" : `${all}件のうち新しい${shown}件です。`),
  deploymentColumns: ["デプロイ", "完了", "変更", "結果"],
  failed: "障害:",
  rework: "手戻り",
  detailHeading: "個々の値",
  detailCaptions: { changes: "変更", deployments: "デプロイ", incidents: "インシデント" },
  firstRows: (shown, all) => `${all}件のうち最初の${shown}件です。すべては --format json --detail で出力できます。`,
  more: (count) => `ほかに${count}件あります。`,
  meaningHeading: "数値の意味",
  meaning: {
    deploymentFrequency: "数える環境への成功したデプロイの、期間内の1日あたりの回数です。",
    leadTime: (start, statistic) =>
      `${start}から、その変更を含むデプロイの完了までの時間です。期間内にデプロイされた変更の${statistic}を示します。`,
    changeFailRate: "期間内のデプロイのうち、インシデントを1件以上起こしたものの割合です。",
    recoveryTime: (statistic) =>
      `インシデントの発生から解決までの時間です。期間内に解決したインシデントの${statistic}を示します。`,
    reworkRate: "期間内のデプロイのうち、ホットフィックスか、デプロイ済みの変更のリバートを含むものの割合です。",
  },
  unknown: "「–」は、値がわからないことを示します。",
  bandsCaption: (year) => `DORA の${year}年のレポートによる水準。「中」に届かないものは「低」です`,
  bandsKey: "指標",
  bounds: {
    oftenAs: (days) => (days === 1 ? "1日1回以上" : days === 7 ? "週1回以上" : `${days}日に1回以上`),
    under: (duration) => `${duration}未満`,
    upTo: (rate) => `${rate}以下`,
  },
  source: ({ changes, deployments, incidents }) =>
    `変更${changes}件、デプロイ${deployments}件、インシデント${incidents}件のレコードから Detoil が計算しました。`,
};

export function pageMessages(language: Language): PageMessages {
  return language === "ja" ? ja : en;
}
