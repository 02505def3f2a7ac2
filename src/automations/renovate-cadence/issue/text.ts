import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";
import type { Cadence } from "../measuring/cadence.ts";
import type { HeldBackSection } from "../reading/dashboard.ts";
import type { Kind } from "../reading/update.ts";
import { samples } from "./samples.ts";
import { wordsIn } from "./words.ts";

/** What an open update waits for, as people read it. Days are formatted. */
export type Cause =
  | { readonly kind: "conflict"; readonly bot: string }
  | { readonly kind: "failing"; readonly since: string | null }
  | { readonly kind: "running" }
  | { readonly kind: "review"; readonly reviewers: readonly string[] }
  /** On purpose; of a security update, whose promise goes on. */
  | { readonly kind: "stability" | "schedule" }
  | { readonly kind: "ready" };

/** All texts of the issue in one language. Links and numbers (`#12`) are Markdown already. */
export interface CadenceText {
  readonly title: string;
  // The verdict
  keptEvery(cadence: Cadence, days: number): string;
  /** Nothing is late now. */
  kept(cadence: Cadence, kept: number, of: number): string;
  /** No full period has passed since the first update. */
  tooEarly(cadence: Cadence): string;
  nothingOffered(cadence: Cadence): string;
  late(cadence: Cadence, count: number): string;
  nothingMerged(cadence: Cadence, period: string): string;
  lateAtEnd(cadence: Cadence, period: string, count: number): string;
  /** `updates`: the oldest of so many. */
  securityLate(updates: readonly { readonly name: string; readonly since: string }[], count: number): string;
  lastMerge(day: string | null): string;
  waiting(count: number, since: string | null): string;
  // What waits
  readonly waitingHeading: string;
  waits(name: string, kinds: readonly string[], cause: Cause): string;
  lateSince(day: string): string;
  /** `by`: the end of the period. `merged`: something was merged in it. */
  keptAgain(by: string, merged: boolean): string;
  more(count: number, url: string): string;
  onPurpose(why: "stability" | "schedule", names: readonly string[]): string;
  readonly security: string;
  // What the dashboard holds back
  heldBack(dashboard: string, count: number): string;
  heldBackIn(section: HeldBackSection, count: number): string;
  // Findings
  staleDashboard(dashboard: string, since: string): string;
  silentBot(bot: string, since: string): string;
  dependabotPaused(since: string): string;
  // The proposal
  proposal(cadence: Cadence): string;
  readonly orEdit: string;
  editThere(url: string): string;
  // The last periods
  periodsHeading(cadence: Cadence, count: number): string;
  readonly mergedChart: string;
  readonly openChart: string;
  readonly table: string;
  readonly columns: readonly string[];
  judged(kept: boolean): string;
  readonly unjudged: string;
  // Numbers
  readonly numbersSummary: string;
  outcomes(since: string, merged: number, superseded: number, refused: number): string;
  timeToMerge(p50: string, p90: string): string;
  securityOnTime(kept: number, of: number): string;
  automerge(on: number, of: number): string;
  waitingYears(years: string): string;
  oldest(list: string): string;
  oldestOf(kind: Kind, name: string, since: string): string;
  unread(names: readonly string[]): string;
  // How it is counted
  readonly howSummary: string;
  readonly how: readonly string[];
  next(moment: string): string;
  signature(configUrl: string | null): string;
}

const [EN, JA] = [wordsIn("en"), wordsIn("ja")];
const AND = new Intl.ListFormat("en-GB");

const updates = (count: number) => `${count} update${count === 1 ? "" : "s"}`;
const percent = (part: number, all: number) => `${Math.round((part / all) * 100)}%`;

function causeEn(cause: Cause): string {
  switch (cause.kind) {
    case "conflict":
      return `it conflicts with its base. ${REBASE_EN[cause.bot] ?? "Rebase it"}, or close it.`;
    case "failing":
      return `its checks ${cause.since === null ? "fail" : `have failed since ${cause.since}`}. Fix them, or close it.`;
    case "running":
      return "its checks have not finished.";
    case "review":
      return cause.reviewers.length === 0
        ? "nobody has been asked to review it. Ask somebody, or merge it."
        : `it is waiting for a review by ${AND.format(cause.reviewers)}.`;
    case "stability":
      return "it is waiting until its release is old enough. Merge it now if it cannot wait.";
    case "schedule":
      return "it is waiting for a schedule. Merge it now if it cannot wait.";
    case "ready":
      return "it is approved. Merge it.";
  }
}

const REBASE_EN: Readonly<Record<string, string>> = {
  renovate: "Tick its box “rebase”",
  dependabot: "Comment `@dependabot rebase` on it",
};

const HELD_BACK_EN: Readonly<Record<HeldBackSection, readonly [what: string, remedy: string]>> = {
  "rate-limited": ["rate-limited", "merge what is open, or raise Renovate's `prConcurrentLimit` and `prHourlyLimit`"],
  "awaiting-schedule": ["awaiting Renovate's schedule", "opened then"],
  "pending-approval": ["pending approval", "approve in the dashboard"],
  errored: ["errored", "a tick tries again; the dashboard or Renovate's log says why"],
  "blocked-closed": ["blocked, because somebody closed the pull request", "a tick brings it back"],
  "blocked-edited": ["blocked, because somebody edited the branch", "merge it, or start over by a tick"],
  "pending-checks": ["pending status checks", "opened once they or the release's age have passed"],
  "pending-automerge": ["pending automerge of the branch", "merged once its checks pass"],
  "pr-approval": ["waiting for the approval of a pull request", "approve in the dashboard"],
  "group-size": ["waiting for a larger group", "opened then"],
  other: ["held back for another reason", "see the dashboard"],
};

const en: CadenceText = {
  title: "Dependency cadence",
  keptEvery: (cadence, days) =>
    `**Promised ${EN.often(cadence)}, kept about every ${days === 1 ? "day" : `${days} days`}.**`,
  kept: (cadence, kept, of) =>
    kept === 0
      ? `**Promised ${EN.often(cadence)}.** It was not kept in the last ${EN.periods(cadence, of)}, and nothing is late now.`
      : `**Promised ${EN.often(cadence)}, and kept** in ${of === 1 ? "the last" : `${kept} of the last`} ${EN.periods(cadence, of)}.`,
  tooEarly: (cadence) => `**Promised ${EN.often(cadence)}.** It is too early to tell whether it is kept.`,
  nothingOffered: (cadence) =>
    `**Promised ${EN.often(cadence)}.** No update has been offered yet: is Renovate or Dependabot set up here?`,
  late: (cadence, count) =>
    `**Promised ${EN.often(cadence)}, and ${updates(count)} ${count === 1 ? "is" : "are"} late.**`,
  nothingMerged: (cadence, period) => `**Promised ${EN.often(cadence)}, and nothing was merged in ${period}.**`,
  lateAtEnd: (cadence, period, count) =>
    `**Promised ${EN.often(cadence)}, and ${updates(count)} ${count === 1 ? "was" : "were"} late at the end of ${period}.**`,
  securityLate: (list, count) =>
    `**${count === 1 ? "A security update is" : `${count} security updates are`} late**: ${list.map(({ name, since }) => `${name} since ${since}`).join(", ")}${count > list.length ? `, and ${count - list.length} more` : ""}.`,
  lastMerge: (day) => (day === null ? "Nothing has been merged yet" : `Last merge ${day}`),
  waiting: (count, since) =>
    count === 0
      ? "; no update is waiting."
      : `; ${updates(count)} ${count === 1 ? "is" : "are"} waiting${since === null ? "" : `, ${count === 1 ? "" : "the oldest "}since ${since}`}.`,
  waitingHeading: "What holds them up:",
  waits: (name, kinds, cause) => `${name}${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}: ${causeEn(cause)}`,
  lateSince: (day) => ` **Late since ${day}.**`,
  keptAgain: (by, merged) =>
    merged
      ? `The promise is kept again from **${by}** on, if nothing is late then.`
      : `The promise is kept again from **${by}** on, if at least one update is merged by then and nothing is late.`,
  more: (count, url) => `…and ${count} more: [all open pull requests](${url})`,
  onPurpose: (why, names) =>
    `${AND.format(names)} ${names.length === 1 ? "waits" : "wait"} on purpose, ${why === "stability" ? "until the release is old enough" : "for a schedule"}, and ${names.length === 1 ? "is" : "are"} not late.`,
  security: "security",
  heldBack: (dashboard, count) => `The ${dashboard} holds back ${count} more:`,
  heldBackIn(section, count) {
    const [what, remedy] = HELD_BACK_EN[section];
    return `${count} ${what}: ${remedy}.`;
  },
  staleDashboard: (dashboard, since) =>
    `**The ${dashboard} has not been touched since ${since}.** Renovate may not run any more: look at its job log, or start a run.`,
  silentBot: (bot, since) =>
    `**${bot} has offered nothing since ${since}.** See whether it still runs, and whether its configuration is valid.`,
  dependabotPaused: (since) =>
    `**Dependabot has paused itself**: nothing of it has been merged since ${since}, and after 90 days it stops without a word. Merge or close one of its pull requests, or comment \`@dependabot rebase\` on one; it then resumes.`,
  proposal: (cadence) =>
    `A promise you would have kept: \`cadence: ${cadence.name}\`. To change it, comment \`/sre cadence ${cadence.name}\``,
  orEdit: " here.",
  editThere: (url) => ` here, or [edit sre.yml](${url}):`,
  periodsHeading: (cadence, count) => `The last ${EN.periods(cadence, count)}`,
  mergedChart: "Updates merged (✗ and red: the promise was not kept)",
  openChart: "Updates open at the end (red: late)",
  table: "The same as a table",
  columns: ["", "Promise", "Merged", "Open at the end", "Late at the end", "Open by class"],
  judged: (kept) => (kept ? "✅ kept" : "❌ not kept"),
  unjudged: "not counted",
  numbersSummary: "More numbers",
  outcomes(since, merged, superseded, refused) {
    const all = merged + superseded + refused;
    if (all === 0) return `Nothing has been closed since ${since}.`;
    const share = (count: number, word: string) => `${count} ${word} (${percent(count, all)})`;
    return `Of ${updates(all)} that ${all === 1 ? "was" : "were"} closed since ${since}: ${share(merged, "merged")}, ${share(superseded, "superseded")}, ${share(refused, "refused")}.`;
  },
  timeToMerge: (p50, p90) => `Half of those merged took up to ${p50}, nine of ten up to ${p90}.`,
  securityOnTime: (kept, of) => `Security updates merged within their own promise: ${kept} of ${of}.`,
  automerge: (on, of) => `Automerge is on for ${on} of the ${of} that say whether it is.`,
  waitingYears: (years) =>
    `The open ones have waited ${years} years all together since they were offered. These are not libyears: those compare releases.`,
  oldest: (list) => `The oldest of each class: ${list}.`,
  oldestOf: (kind, name, since) => `${EN.kinds[kind] ?? EN.unknown} ${name} (${since})`,
  unread: (names) =>
    `What ${names.join(", ")} ${names.length === 1 ? "updates" : "update"} could not be read; they are counted all the same.`,
  howSummary: "How this is counted",
  how: [
    "An update is late once it has been open for one promised period and `grace`; a security update after `security`.",
    "What waits for its release to be old enough, or for a schedule, is not late. Red checks, a missing review and conflicts are.",
    "A period is kept if something was merged in it, and nothing was late at its end. Periods without anything to merge do not count.",
    "Merges within 48 hours are one batch. How often the promise is kept is the median of the latest six gaps between batches.",
    "Superseded is what the bot closed itself; what the team closed unmerged is refused.",
  ],
  next: (moment) => `Detoil rewrites this after each update that is merged or closed, and on ${moment}.`,
  signature: (url) => signature("dependency-cadence.md", "what you write above or below this part stays", url),
};

function causeJa(cause: Cause): string {
  switch (cause.kind) {
    case "conflict":
      return `ベースブランチとコンフリクトしています。${REBASE_JA[cause.bot] ?? "リベース"}するか、クローズしてください。`;
    case "failing":
      return `${cause.since === null ? "" : `${cause.since}から`}チェックが失敗しています。直すか、クローズしてください。`;
    case "running":
      return "チェックが終わっていません。";
    case "review":
      return cause.reviewers.length === 0
        ? "レビュアーがいません。依頼するか、マージしてください。"
        : `${cause.reviewers.join("、")} のレビュー待ちです。`;
    case "stability":
      return "リリースから十分な日数がたつのを待っています。待てない場合は、今マージしてください。";
    case "schedule":
      return "スケジュールを待っています。待てない場合は、今マージしてください。";
    case "ready":
      return "承認済みです。マージしてください。";
  }
}

const REBASE_JA: Readonly<Record<string, string>> = {
  renovate: "本文の「rebase」のチェックボックスをオンに",
  dependabot: "`@dependabot rebase` とコメント",
};

const HELD_BACK_JA: Readonly<Record<HeldBackSection, readonly [what: string, remedy: string]>> = {
  "rate-limited": [
    "件数の上限による保留",
    "開いているものをマージするか、Renovate の `prConcurrentLimit` と `prHourlyLimit` を上げてください",
  ],
  "awaiting-schedule": ["Renovate のスケジュール待ち", "その時刻に Renovate が作成します"],
  "pending-approval": ["承認待ち", "Dashboard でチェックボックスをオンにしてください"],
  errored: ["エラー", "チェックボックスをオンにすると再試行します。理由は Dashboard か Renovate のログにあります"],
  "blocked-closed": ["クローズされたため停止", "必要なものはチェックボックスをオンにしてください"],
  "blocked-edited": ["ブランチが編集されたため停止", "マージするか、チェックボックスをオンにして作り直してください"],
  "pending-checks": ["チェック待ち", "チェックが通るか、リリースから十分な日数がたつと Renovate が作成します"],
  "pending-automerge": ["ブランチからの自動マージ待ち", "何もする必要はありません"],
  "pr-approval": ["プルリクエスト作成の承認待ち", "Dashboard でチェックボックスをオンにしてください"],
  "group-size": ["グループの件数待ち", "そろうと Renovate が作成します"],
  other: ["その他の理由による保留", "Dashboard を見てください"],
};

const ja: CadenceText = {
  title: "依存関係の更新ペース",
  keptEvery: (cadence, days) => `**約束は${JA.often(cadence)}、実際は約${days}日ごとです。**`,
  kept: (cadence, kept, of) =>
    kept === 0
      ? `**約束は${JA.often(cadence)}です。** 直近${JA.periods(cadence, of)}は守れませんでしたが、今は遅れていません。`
      : `**約束(${JA.often(cadence)})を守れています。** 直近${JA.periods(cadence, of)}${of === 1 ? "は守れました" : `のうち${kept}回守れました`}。`,
  tooEarly: (cadence) => `**約束は${JA.often(cadence)}です。** 守れているかどうかは、まだ判断できません。`,
  nothingOffered: (cadence) =>
    `**約束は${JA.often(cadence)}です。** 更新の提案がまだありません。Renovate か Dependabot は設定されていますか。`,
  late: (cadence, count) => `**約束は${JA.often(cadence)}ですが、更新が${count}件遅れています。**`,
  nothingMerged: (cadence, period) => `**約束は${JA.often(cadence)}ですが、${period}はマージがありませんでした。**`,
  lateAtEnd: (cadence, period, count) =>
    `**約束は${JA.often(cadence)}ですが、${period}の終わりに更新が${count}件遅れていました。**`,
  securityLate: (list, count) =>
    `**セキュリティ更新が${count}件遅れています**: ${list.map(({ name, since }) => `${name}(${since}から)`).join("、")}${count > list.length ? `、ほか${count - list.length}件` : ""}。`,
  lastMerge: (day) => (day === null ? "マージはまだありません。" : `最後のマージは${day}です。`),
  waiting: (count, since) =>
    count === 0
      ? "待っている更新はありません。"
      : `待っている更新は${count}件${since === null ? "" : `で、${count === 1 ? "" : "最も古いものは"}${since}から`}です。`,
  waitingHeading: "止まっている理由:",
  waits: (name, kinds, cause) => `${name}${kinds.length === 0 ? "" : `(${kinds.join("、")})`}: ${causeJa(cause)}`,
  lateSince: (day) => `**${day}から遅れています。**`,
  keptAgain: (by, merged) =>
    merged
      ? `**${by}** の時点で遅れがなければ、約束を守れている状態に戻ります。`
      : `**${by}** までに更新を1件以上マージし、遅れをなくせば、約束を守れている状態に戻ります。`,
  more: (count, url) => `…ほか${count}件: [開いているプルリクエスト](${url})`,
  onPurpose: (why, names) =>
    `${why === "stability" ? "リリースから十分な日数がたつのを" : "スケジュールを"}待っているもの(遅れには数えません): ${names.join("、")}`,
  security: "セキュリティ",
  heldBack: (dashboard, count) => `${dashboard} では、ほかに${count}件が保留されています。`,
  heldBackIn(section, count) {
    const [what, remedy] = HELD_BACK_JA[section];
    return `${what} ${count}件: ${remedy}。`;
  },
  staleDashboard: (dashboard, since) =>
    `**${dashboard} は${since}から更新されていません。** Renovate が動いていない可能性があります。ジョブのログを確認するか、実行してください。`,
  silentBot: (bot, since) =>
    `**${bot} は${since}から何も提案していません。** 動いているか、設定が正しいかを確認してください。`,
  dependabotPaused: (since) =>
    `**Dependabot が止まっています。** ${since}からマージがなく、90日たつと何も知らせずに止まります。プルリクエストを1件マージまたはクローズするか、\`@dependabot rebase\` とコメントすると再開します。`,
  proposal: (cadence) =>
    `守れていたはずの約束: \`cadence: ${cadence.name}\`。変えるには、ここで \`/sre cadence ${cadence.name}\` とコメント`,
  orEdit: "してください。",
  editThere: (url) => `するか、[sre.yml を編集](${url})してください。`,
  periodsHeading: (cadence, count) => `直近${JA.periods(cadence, count)}`,
  mergedChart: "マージした更新(✗と赤: 約束を守れなかった期間)",
  openChart: "期間の終わりに開いていた更新(赤: 遅れ)",
  table: "同じ内容の表",
  columns: ["", "約束", "マージ", "終わりに開いていた数", "終わりに遅れていた数", "開いていたものの種類"],
  judged: (kept) => (kept ? "✅ 守れた" : "❌ 守れなかった"),
  unjudged: "対象外",
  numbersSummary: "そのほかの数字",
  outcomes(since, merged, superseded, refused) {
    const all = merged + superseded + refused;
    if (all === 0) return `${since}以降にクローズされた更新はありません。`;
    const share = (count: number, word: string) => `${word}${count}件(${percent(count, all)})`;
    return `${since}以降にクローズされた${all}件: ${share(merged, "マージ")}、${share(superseded, "置き換え済み")}、${share(refused, "見送り")}`;
  },
  timeToMerge: (p50, p90) => `マージまでの時間: 半数は${p50}以内、9割は${p90}以内`,
  securityOnTime: (kept, of) => `約束の期間内にマージしたセキュリティ更新: ${of}件中${kept}件`,
  automerge: (on, of) => `自動マージの設定: わかる${of}件のうち${on}件で有効`,
  waitingYears: (years) =>
    `開いている更新が待っている時間の合計: ${years}年(提案されてからの時間で、リリースを比べる libyear とは別のものです)`,
  oldest: (list) => `種類ごとに最も古いもの: ${list}`,
  oldestOf: (kind, name, since) => `${JA.kinds[kind] ?? JA.unknown} ${name}(${since})`,
  unread: (names) => `内容を読み取れなかったもの: ${names.join("、")}(件数には含めます)`,
  howSummary: "数え方",
  how: [
    "更新は、約束の1期間と `grace` を過ぎても開いていれば遅れです。セキュリティ更新は `security` を過ぎると遅れです。",
    "リリースからの日数やスケジュールを待っているものは、遅れに数えません。チェックの失敗、レビュー待ち、コンフリクトは数えます。",
    "期間中にマージがあり、終わりに遅れがなければ、その期間は守れたことになります。マージできるものがなかった期間は数えません。",
    "48時間以内のマージは1回にまとめます。実際のペースは、直近6回の間隔の中央値です。",
    "ボットが自分でクローズしたものは置き換え済み、チームがマージせずにクローズしたものは見送りです。",
  ],
  next: (moment) => `更新がマージまたはクローズされるたびに書き換えます。次の定期更新は${moment} です。`,
  signature: (url) => signature("dependency-cadence.md", "この部分の上や下に書いた内容はそのまま残ります", url),
};

export const messages = textsIn<CadenceText>({ seen: "The issue “Dependency cadence”", en, ja, samples });
