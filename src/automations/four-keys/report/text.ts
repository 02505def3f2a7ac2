import { signature } from "../../../markdown/signature.ts";
import type { BandYear, FourKeysSettings, Statistic } from "../../../metrics/settings.ts";
import type { Stage } from "../../../metrics/stages.ts";
import type { Key, Trend } from "../../../metrics/trend.ts";
import type { WhyUnlinked, WhyUnshipped } from "../../../metrics/unattributed.ts";
import { durationText, frequencyText, wordsIn } from "../../../metrics/words.ts";
import type { DeploymentSource } from "../../../records/recorded.ts";
import { textsIn } from "../../texts.ts";
import { samples } from "./samples.ts";

type Start = FourKeysSettings["leadTime"];

/** All texts of the issue in one language. Moments and days are formatted for people; links, names and lists are Markdown. */
export interface FourKeysText {
  readonly title: string;
  lead(deployments: number, changes: number, from: string, to: string): string;
  nothingDeployed(from: string, to: string): string;
  /** Where there were some before: in the week that begins on that day. */
  lastDeployed(day: string): string;
  /** Where there is no deployment: what counts as one, with the names that sre.yml gives. */
  checkDeployments(source: DeploymentSource, names: string): string;
  /** Where deployments went to other environments than those that count: `meant` is the name that was meant, perhaps. */
  elsewhere(counted: string, others: string, meant: string | null): string;
  /** `total` is null until it is known. `from`: the numbers are complete from then on; null: not yet. */
  reading(read: number, total: number | null, from: string | null): string;
  recordsBegin(day: string): string;
  // What to look at first
  /** `names`: the latest of them. */
  failures(failed: number, deployments: number, names: readonly string[]): string;
  recovery(statistic: Statistic, seconds: number, incidents: number): string;
  rare(perDay: number): string;
  stage(stage: Stage, statistic: Statistic, seconds: number): string;
  // The five numbers
  readonly columns: readonly string[];
  meaning(key: Key, start: Start): string;
  ofChanges(statistic: Statistic, count: number): string;
  ofIncidents(statistic: Statistic, count: number): string;
  ofDeployments(part: number, count: number): string;
  readonly noDeployments: string;
  readonly noLeadTimes: string;
  readonly noIncidents: string;
  trend(trend: NonNullable<Trend>, before: string): string;
  // Where the time goes
  readonly stagesHeading: string;
  stageColumns(statistic: Statistic): readonly string[];
  /** What shortens a stage. */
  advice(stage: Stage): string;
  /** What the numbers are made of. `since`: nothing is missing from that day on; null: not known yet. */
  restsOn(source: DeploymentSource, names: string, since: string | null): string;
  // The last weeks
  weeksHeading(count: number): string;
  readonly deploymentsChart: string;
  leadTimeChart(unit: "hour" | "day", statistic: Statistic): string;
  readonly weeksTable: string;
  /** `keys`: of sre.yml. */
  countedAnew(keys: string, moment: string): string;
  readonly countedBefore: string;
  // The slowest changes
  slowestHeading(count: number): string;
  slow(change: string, seconds: number, longest: { readonly stage: Stage; readonly seconds: number } | null): string;
  // What is not in the numbers
  readonly leftOutHeading: string;
  unshipped(why: WhyUnshipped, count: number, list: string): string;
  unlinked(why: WhyUnlinked, count: number, list: string): string;
  readonly comma: string;
  more(count: number): string;
  // The deployments
  deploymentsSummary(count: number): string;
  deployment(name: string, moment: string, changes: number): string;
  environment(commit: string, environment: string): string;
  failed(causes: readonly string[]): string;
  cause(kind: "incident" | "revert" | "hotfix" | "rollback", link: string): string;
  readonly rework: string;
  moreDeployments(count: number, url: string): string;
  // How it is counted
  readonly howSummary: string;
  /** What is left out without the permission. */
  readonly noRuns: string;
  /** `labels`: of issues. */
  whatFails(labels: string, also: Pick<FourKeysSettings, "reverts" | "rollbacks">): string;
  bands(year: BandYear): string;
  readonly unknown: string;
  next(moment: string): string;
  signature(configUrl: string | null): string;
}

const [EN, JA] = [wordsIn("en"), wordsIn("ja")];

/** Of so many. */
function listed(names: readonly string[], all: number, { comma, more }: FourKeysText): string {
  return names.join(comma) + (all > names.length ? more(all - names.length) : "");
}

const counted = (count: number, one: string) => `${count.toLocaleString("en-US")} ${one}${count === 1 ? "" : "s"}`;

/** How long `what` took, in the statistic that sre.yml asks for. */
const TYPICAL: Readonly<Record<Statistic, (what: string, duration: string) => string>> = {
  p50: (what, duration) => `half of ${what} took more than ${duration}`,
  p75: (what, duration) => `a quarter of ${what} took more than ${duration}`,
  p90: (what, duration) => `a tenth of ${what} took more than ${duration}`,
  mean: (what, duration) => `${what} took ${duration} on average`,
};

const ADVICE: Readonly<Record<Stage, string>> = {
  coding: "Smaller pull requests, opened earlier, shorten coding.",
  pickup: "It helps to agree on when reviews are done, and by whom.",
  review: "Smaller pull requests are approved sooner.",
  merge: "Auto-merge merges as soon as everything is green.",
  deploy: "Deploying more often, or on every merge, shortens the wait.",
};

const DEPLOYMENTS: Readonly<Record<DeploymentSource, (names: string) => string>> = {
  environment: (names) => `GitHub deployments to ${names}`,
  workflow: (names) => `successful runs of ${names}`,
  release: () => "published releases",
  tag: (names) => `tags named ${names}`,
  merge: (names) => `pull requests merged into ${names}`,
  external: () => "those that a pipeline records",
};

const en: FourKeysText = {
  title: "Four Keys",
  lead: (deployments, changes, from, to) =>
    `**${counted(deployments, "deployment")} brought ${changes === 0 ? "no changes" : counted(changes, "change")}** from ${from} to ${to}.`,
  nothingDeployed: (from, to) => `**Nothing was deployed** from ${from} to ${to}.`,
  lastDeployed: (day) => `The last deployment was in the week of ${day}.`,
  checkDeployments: (source, names) =>
    `Deployments are ${DEPLOYMENTS[source](names)}. If you deploy in another way, say so under \`deployments\` in sre.yml.`,
  elsewhere: (counting, others, meant) =>
    `Deployments to ${counting} count, and the latest ones went to ${others}. ${meant === null ? "If one of these is what you mean" : `If you mean ${meant}`}, write it under \`deployments\` in sre.yml.`,
  reading(read, total, from) {
    const progress =
      total === null
        ? `${counted(read, "pull request")} read so far`
        : `${read.toLocaleString("en-US")} of about ${counted(total, "pull request")} read`;
    const holds = from === null ? "the numbers are incomplete" : `the numbers hold from ${from} on`;
    return `**History: ${progress}.** Until all of it is read, ${holds}.`;
  },
  recordsBegin: (day) => `Nothing before ${day} is known here.`,
  failures: (failed, deployments, names) =>
    `**Look first at what failed: ${failed} of ${counted(deployments, "deployment")}** (${listed(names, failed, en)}). What would have shown ${failed === 1 ? "it" : "each of them"} before the deployment?`,
  recovery(statistic, seconds, incidents) {
    const duration = durationText(seconds, "en");
    const took =
      incidents === 1 ? `the incident took ${duration}` : TYPICAL[statistic](`the ${incidents} incidents`, duration);
    return `**Look first at recovery**: ${took}. A quick way back, such as deploying the version before, shortens it.`;
  },
  rare: (perDay) =>
    `**Look first at how often you deploy: ${frequencyText(perDay, "en")}.** With fewer changes at a time, a failure is easier to find and to fix.`,
  stage: (stage, statistic, seconds) =>
    `**Look first at ${EN.stages[stage]}**, where changes spend most time: ${TYPICAL[statistic]("the changes", durationText(seconds, "en"))} ${EN.spans[stage]}. ${ADVICE[stage]}`,
  columns: ["", "Now", "Band", "Against the time before"],
  meaning: (key, start) =>
    ({
      deploymentFrequency: "how often you deploy",
      leadTime: `from ${EN.starts[start]} to the deployment`,
      changeFailRate: "deployments that led to an incident",
      recoveryTime: "from the start of an incident to its end",
      reworkRate: "deployments that repaired an earlier one",
    })[key],
  ofChanges: (statistic, count) => `${EN.statistics[statistic]} of ${counted(count, "change")}`,
  ofIncidents: (statistic, count) => `${EN.statistics[statistic]} of ${counted(count, "incident")}`,
  ofDeployments: (part, count) => `${part} of ${count}`,
  noDeployments: "no deployments",
  noLeadTimes: "no times known",
  noIncidents: "no incident ended",
  trend: (trend, before) => `${{ better: "better", same: "about the same", worse: "worse" }[trend]} (was ${before})`,
  restsOn(source, names, since) {
    const deployments = `Deployments are ${DEPLOYMENTS[source](names)}`;
    if (since === null) return `${deployments}; not everything is read yet.`;
    return source === "external"
      ? `${deployments}: what none recorded is not known. Merges and incidents are complete from ${since} on.`
      : `${deployments}; the records are complete from ${since} on.`;
  },
  stagesHeading: "Where the time goes",
  stageColumns: (statistic) => ["Stage", "", `Time (${EN.statistics[statistic]})`],
  advice: (stage) => ADVICE[stage],
  weeksHeading: (count) => (count === 1 ? "The last week" : `The last ${count} weeks`),
  deploymentsChart: "Deployments a week (red: failed)",
  leadTimeChart: (unit, statistic) =>
    `Lead time in ${unit}s (${EN.statistics[statistic]}); weeks without one are left out`,
  weeksTable: "The same as a table",
  countedAnew: (keys, moment) => `${keys} changed in sre.yml on ${moment}.`,
  countedBefore: "The time before is counted in the new way, too, as far as it was recorded.",
  slowestHeading: (count) => (count === 1 ? "The slowest change" : `The ${count} slowest changes`),
  slow: (change, seconds, longest) =>
    `${change} took ${durationText(seconds, "en")}${longest === null ? "" : `, of which ${durationText(longest.seconds, "en")} in ${EN.stages[longest.stage]}`}`,
  leftOutHeading: "Not in these numbers",
  unshipped(why, count, list) {
    const [merged, is] = [counted(count, "merged change"), count === 1 ? "is" : "are"];
    return {
      waits: `${merged} ${is} waiting for the next deployment: ${list}.`,
      "no-deployment": `**${merged}** that no known deployment could bring: ${list}. Are \`deployments\` and \`services\` in sre.yml right?`,
      "before-first": `**${merged}** from before the first known deployment: ${list}. It counts for its own commit alone, because nothing says what it replaced.`,
      unlisted: `**${merged}** that the next deployment does not list: ${list}.`,
      unmatched: `**${merged}** whose commit is in no later deployment: ${list}. Merged into another branch, perhaps?`,
    }[why];
  },
  unlinked: (why, count, list) =>
    ({
      "unknown-name": `**${counted(count, "incident")}** of an unknown deployment: ${list}. Correct the line \`Deployment: …\` there.`,
      "none-before": `**${counted(count, "incident")}** from before the first known deployment: ${list}.`,
    })[why],
  comma: ", ",
  more: (count) => ` and ${count} more`,
  deploymentsSummary: (count) => counted(count, "deployment"),
  deployment: (name, moment, changes) =>
    `${name} on ${moment}: ${changes === 0 ? "no changes" : counted(changes, "change")}`,
  environment: (commit, environment) => `${commit} to ${environment}`,
  failed: (causes) => `**failed** (${causes.join(", ")})`,
  cause: (kind, link) =>
    ({
      incident: `incident ${link}`,
      revert: `reverted by ${link}`,
      hotfix: `fixed by ${link}`,
      rollback: "rolled back",
    })[kind],
  rework: "repaired an earlier one",
  moreDeployments: (count, url) => `…and ${count} more: [all](${url})`,
  howSummary: "How this is counted",
  noRuns: "Detoil cannot see which runs of workflows deploy",
  whatFails: (labels, { reverts, rollbacks }) =>
    `A deployment failed if it led to an incident: ${[
      `an issue labeled ${labels}`,
      ...(reverts ? ["a revert"] : []),
      ...(rollbacks ? ["a roll-back"] : []),
    ].join(", ")} or a hotfix that names what it fixes.`,
  bands: (year) =>
    `The bands (low, medium, high, elite) are those of DORA's report of ${year}. They help you to compare yourselves with yourselves; they are not a grade.`,
  unknown: "“–” is what is not known, which is not 0.",
  next: (moment) => `Detoil rewrites this on ${moment}. If nobody needs it, close it: it then stays closed.`,
  signature: (url) => signature("four-keys.md#the-issue", "what you write above or below this part stays", url),
};

const count = (number: number) => number.toLocaleString("en-US");

const ADVICE_JA: Readonly<Record<Stage, string>> = {
  coding: "プルリクエストを小さくし、早めに作成すると短くなります。",
  pickup: "いつ誰がレビューするかを決めておくと短くなります。",
  review: "プルリクエストを小さくすると、承認が早くなります。",
  merge: "自動マージを使うと、条件がそろい次第マージされます。",
  deploy: "デプロイの回数を増やすか、マージごとにデプロイすると短くなります。",
};

const DEPLOYMENTS_JA: Readonly<Record<DeploymentSource, (names: string) => string>> = {
  environment: (names) => ` ${names} への GitHub のデプロイ`,
  workflow: (names) => ` ${names} の成功した実行`,
  release: () => "公開されたリリース",
  tag: (names) => ` ${names} に合うタグ`,
  merge: (names) => ` ${names} にマージされたプルリクエスト`,
  external: () => "パイプラインが記録したデプロイ",
};

const ja: FourKeysText = {
  title: "Four Keys",
  lead: (deployments, changes, from, to) =>
    `**${from} から${to} までに、${count(deployments)}回デプロイし、${changes === 0 ? "届いた変更はありません" : `${count(changes)}件の変更が届きました`}。**`,
  nothingDeployed: (from, to) => `**${from} から${to} まで、デプロイはありませんでした。**`,
  lastDeployed: (day) => `最後のデプロイは${day}からの週にありました。`,
  checkDeployments: (source, names) =>
    `デプロイとして数えるのは${DEPLOYMENTS_JA[source](names)}です。別の方法でデプロイしている場合は、sre.yml の \`deployments\` に書いてください。`,
  elsewhere: (counting, others, meant) =>
    `デプロイとして数えるのは ${counting} へのものですが、最近のデプロイ先は ${others} です。${meant === null ? "このどれかを数えるには" : `${meant} を数えるには`}、sre.yml の \`deployments\` に書いてください。`,
  reading(read, total, from) {
    const progress =
      total === null
        ? `プルリクエストを${count(read)}件読み込みました`
        : `プルリクエスト約${count(total)}件のうち${count(read)}件を読み込みました`;
    const holds =
      from === null ? "読み込みが終わるまで、値は不完全です" : `読み込みが終わるまで、値が正しいのは${from}以降です`;
    return `**履歴: ${progress}。** ${holds}。`;
  },
  recordsBegin: (day) => `${day}より前の記録はありません。`,
  failures: (failed, deployments, names) =>
    `**まず、失敗したデプロイを見てください(${count(deployments)}回中${count(failed)}回)。** ${listed(names, failed, ja)}。デプロイの前に気づくには、何があればよかったでしょうか。`,
  recovery: (statistic, seconds, incidents) =>
    `**まず、復旧時間を見てください。** インシデント${count(incidents)}件の${JA.statistics[statistic]}は${durationText(seconds, "ja")}です。前のバージョンをすぐデプロイできるようにしておくと短くなります。`,
  rare: (perDay) =>
    `**まず、デプロイの頻度を見てください(${frequencyText(perDay, "ja")})。** 一度にデプロイする変更が少ないほど、障害の原因は見つけやすく、直しやすくなります。`,
  stage: (stage, statistic, seconds) =>
    `**まず「${JA.stages[stage]}」を見てください。** 最も時間がかかっている段階で、${JA.spans[stage]}の${JA.statistics[statistic]}は${durationText(seconds, "ja")}です。${ADVICE_JA[stage]}`,
  columns: ["", "今回", "水準", "前の期間との比較"],
  meaning: (key, start) =>
    ({
      deploymentFrequency: "デプロイする回数",
      leadTime: `${JA.starts[start]}からデプロイまで`,
      changeFailRate: "インシデントにつながったデプロイ",
      recoveryTime: "インシデントの発生から解決まで",
      reworkRate: "前のデプロイを修復したデプロイ",
    })[key],
  ofChanges: (statistic, number) => `変更${count(number)}件の${JA.statistics[statistic]}`,
  ofIncidents: (statistic, number) => `インシデント${count(number)}件の${JA.statistics[statistic]}`,
  ofDeployments: (part, number) => `${count(number)}回中${count(part)}回`,
  noDeployments: "デプロイなし",
  noLeadTimes: "時間のわかる変更なし",
  noIncidents: "解決したインシデントなし",
  trend: (trend, before) => `${{ better: "改善", same: "ほぼ同じ", worse: "悪化" }[trend]}(前は${before})`,
  restsOn(source, names, since) {
    const deployments = `デプロイとして数えるのは${DEPLOYMENTS_JA[source](names)}です。`;
    if (since === null) return `${deployments}まだすべては読み込んでいません。`;
    return source === "external"
      ? `${deployments}パイプラインが記録していないデプロイはわかりません。マージとインシデントは${since}以降の記録がそろっています。`
      : `${deployments}${since}以降の記録がそろっています。`;
  },
  stagesHeading: "時間の内訳",
  stageColumns: (statistic) => ["段階", "", `時間(${JA.statistics[statistic]})`],
  advice: (stage) => ADVICE_JA[stage],
  weeksHeading: (number) => `直近${number}週`,
  deploymentsChart: "週ごとのデプロイ(赤: 失敗)",
  leadTimeChart: (unit, statistic) =>
    `リードタイムの${JA.statistics[statistic]}(${{ hour: "時間", day: "日" }[unit]})。値のない週は省略`,
  weeksTable: "同じ内容の表",
  countedAnew: (keys, moment) => `${moment} に sre.yml の ${keys} が変わりました。`,
  countedBefore: "それより前も、記録のある範囲で新しい数え方で数えています。",
  slowestHeading: (number) => (number === 1 ? "最も時間のかかった変更" : `時間のかかった変更(上位${number}件)`),
  slow: (change, seconds, longest) =>
    `${change} ${durationText(seconds, "ja")}${longest === null ? "" : `(うち${JA.stages[longest.stage]}が${durationText(longest.seconds, "ja")})`}`,
  leftOutHeading: "この値に含まれないもの",
  unshipped: (why, number, list) =>
    ({
      waits: `次のデプロイを待っているマージ済みの変更: ${count(number)}件(${list})`,
      "no-deployment": `どのデプロイでも届かないマージ済みの変更: **${count(number)}件**(${list})。sre.yml の \`deployments\` と \`services\` を確認してください。`,
      "before-first": `最初のデプロイより前にマージされた変更: **${count(number)}件**(${list})。最初のデプロイは、何を置き換えたかがわからないため、そのコミットの変更だけを数えます。`,
      unlisted: `次のデプロイの一覧にないマージ済みの変更: **${count(number)}件**(${list})`,
      unmatched: `マージコミットがその後のどのデプロイにもない変更: **${count(number)}件**(${list})。別のブランチにマージされていませんか。`,
    })[why],
  unlinked: (why, number, list) =>
    ({
      "unknown-name": `不明なデプロイを指定しているインシデント: **${count(number)}件**(${list})。\`Deployment: …\` の行を直してください。`,
      "none-before": `最初のデプロイより前のインシデント: **${count(number)}件**(${list})`,
    })[why],
  comma: "、",
  more: (number) => `、ほか${count(number)}件`,
  deploymentsSummary: (number) => `デプロイ${count(number)}回`,
  deployment: (name, moment, changes) => `${name} ${moment}: ${changes === 0 ? "変更なし" : `変更${count(changes)}件`}`,
  environment: (commit, environment) => `${commit} → ${environment}`,
  failed: (causes) => `**失敗**(${causes.join("、")})`,
  cause: (kind, link) =>
    ({
      incident: `インシデント ${link}`,
      revert: `${link} でリバート`,
      hotfix: `${link} で修正`,
      rollback: "ロールバック",
    })[kind],
  rework: "前のデプロイを修復",
  moreDeployments: (number, url) => `…ほか${count(number)}回: [すべて](${url})`,
  howSummary: "数え方",
  noRuns: "どのワークフローの実行がデプロイなのかを確認できません",
  whatFails: (labels, { reverts, rollbacks }) =>
    `次のどれかにつながったデプロイを失敗とします: ${[
      `ラベル ${labels} の付いた Issue`,
      ...(reverts ? ["リバート"] : []),
      ...(rollbacks ? ["ロールバック"] : []),
      "修復する対象を示したホットフィックス",
    ].join("、")}。`,
  bands: (year) =>
    `水準(低、中、高、エリート)は DORA の${year}年のレポートによるものです。自分たちの過去と比べるためのもので、成績ではありません。`,
  unknown: "「–」は値がわからないことを示し、0 ではありません。",
  next: (moment) => `次の更新は${moment} です。不要であればクローズしてください。その後は更新しません。`,
  signature: (url) => signature("four-keys.md#the-issue", "この部分の上や下に書いた内容はそのまま残ります", url),
};

export const messages = textsIn<FourKeysText>({ seen: "The issue “Four Keys”", en, ja, samples });
