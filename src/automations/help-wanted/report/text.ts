import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";
import { samples } from "./samples.ts";

const PAGE = "help-wanted.md";

/** How a request stands, if there is something to say of it. */
type Standing = "new" | "late" | "snoozed" | "answered";

/** All texts of the report in one language. Days and moments are as people read them; names, links and lists are Markdown. */
export interface ReportText {
  readonly title: string;
  lead(open: number, late: number): string;
  /** Of the answers since that day. */
  inTime(inTime: number, due: number, since: string): string;
  noAnswers(since: string): string;
  readonly ownOnly: string;
  // the open requests
  readonly openHeading: string;
  readonly openColumns: readonly string[];
  readonly nobodyYet: string;
  since(request: string, day: string): string;
  readonly standing: Readonly<Record<Standing, string>>;
  inPrivate(count: number): string;
  more(count: number): string;
  readonly comma: string;
  // this week
  readonly weekHeading: string;
  onCall(spans: string): string;
  readonly nobodyEver: string;
  nobodyOn(days: string): string;
  span(who: string, from: string, to: string | null): string;
  turns(strategy: "rotation" | "least-loaded"): string;
  away(spans: string): string;
  until(who: string, day: string): string;
  // the last weeks
  numbersHeading(days: number): string;
  readonly numbersColumns: readonly string[];
  readonly median: string;
  readonly p90: string;
  readonly share: string;
  readonly passed: string;
  /** Business hours, in milliseconds. */
  duration(milliseconds: number): string;
  ofAnswers(value: string, count: number): string;
  ofDue(percent: number, inTime: number, due: number): string;
  times(count: number): string;
  // the load
  readonly loadHeading: string;
  readonly chart: string;
  chartLegend(days: number): string;
  readonly loadTable: string;
  readonly loadColumns: readonly string[];
  // how it is counted
  readonly howSummary: string;
  how(days: number, within: string): readonly string[];
  next(moment: string): string;
  signature(configUrl: string | null): string;
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
const MINUTE = 60_000;

function hoursOf(milliseconds: number): { readonly hours: number; readonly minutes: number } {
  const all = Math.round(milliseconds / MINUTE);
  return { hours: Math.floor(all / 60), minutes: all % 60 };
}

const en: ReportText = {
  title: "Help wanted",
  lead: (open, late) =>
    open === 0
      ? "**No request for help is open.**"
      : `**${counted(open, "request")} for help ${open === 1 ? "is" : "are"} open**, ${late === 0 ? "none is" : late === 1 ? "1 is" : `${late} are`} late.`,
  inTime: (inTime, due, since) => `Since ${since}, ${inTime} of ${counted(due, "answer")} came in time.`,
  noAnswers: (since) => `No answer was due since ${since}.`,
  ownOnly:
    "This preview knows the requests of this repository only; the issue has those of all that share these people.",
  openHeading: "Open requests",
  openColumns: ["Person", "Open", "Requests, the oldest first"],
  nobodyYet: "nobody yet",
  since: (request, day) => `${request} since ${day}`,
  standing: { new: "⏳ not asked yet", late: "❌ late", snoozed: "⏳ snoozed", answered: "✅ answered" },
  inPrivate: (count) => `${count} in private repositories`,
  more: (count) => `and ${count} more`,
  comma: ", ",
  weekHeading: "This week",
  onCall: (spans) => `On call: ${spans}`,
  nobodyEver: "Nobody is on call. Add this week to `on-call` in sre.yml.",
  nobodyOn: (days) => `Nobody is on call on ${days}. Add somebody to \`on-call\` in sre.yml.`,
  span: (who, from, to) => (to === null ? `${who} (${from})` : `${who} (${from} to ${to})`),
  turns: (strategy) =>
    strategy === "rotation"
      ? "Everybody who can be asked has a turn: whoever was asked longest ago is next."
      : "Whoever has the fewest open requests is next.",
  away: (spans) => `Away: ${spans}`,
  until: (who, day) => `${who} until ${day}`,
  numbersHeading: (days) => `The last ${days} days`,
  numbersColumns: ["Measure", "Value"],
  median: "Time to first answer, median",
  p90: "Time to first answer, p90",
  share: "Answered in time",
  passed: "Passed on",
  duration(milliseconds) {
    const { hours, minutes } = hoursOf(milliseconds);
    return hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  },
  ofAnswers: (value, count) => `**${value}** of business hours, ${counted(count, "answer")}`,
  ofDue: (percent, inTime, due) => `**${percent}%**, ${inTime} of ${due}`,
  times: (count) => `**${count}** ${count === 1 ? "time" : "times"}`,
  loadHeading: "Load",
  chart: "Requests by person",
  chartLegend: (days) => `Light: asked in the last ${days} days. Dark: open now.`,
  loadTable: "As a table",
  loadColumns: ["Person", "Asked", "Open"],
  howSummary: "How this is counted",
  how: (days, within) => [
    "All repositories count whose `help-wanted.people` come from the sre.yml of this one.",
    "Open: the label is there, the issue or pull request is open, and nobody said `/sre done`. An answer does not end a request.",
    `Late: nobody answered within \`respond-within: ${within}\` from when the person was asked.`,
    `Time to first answer: the business hours from when somebody was asked first until the first answer, over the requests that got it in the last ${days} days. Half of them took at most the median, nine of ten at most p90.`,
    `Answered in time: of the first answers that came or were due in the last ${days} days, those within \`respond-within\`.`,
    "Passed on: a request went from one person to another.",
    "Asked: a person's turns; a turn given back with `/sre swap` does not count.",
  ],
  next: (moment) => `Written again on ${moment}.`,
  signature: (configUrl) => signature(PAGE, "what you write around this stays", configUrl),
};

const ja: ReportText = {
  title: "支援の依頼",
  lead: (open, late) =>
    open === 0
      ? "未完了の支援の依頼は**ありません**。"
      : `支援の依頼**${open}件**が未完了です。${late === 0 ? "遅れはありません。" : `うち${late}件は遅れています。`}`,
  inTime: (inTime, due, since) => `${since}以降の応答${due}件のうち、期限内は${inTime}件です。`,
  noAnswers: (since) => `${since}以降に期限を迎えた応答はありません。`,
  ownOnly:
    "このプレビューに含まれるのは、このリポジトリの依頼だけです。Issue には、担当者を共有するすべてのリポジトリの依頼を載せます。",
  openHeading: "未完了の依頼",
  openColumns: ["担当者", "件数", "依頼(古い順)"],
  nobodyYet: "未定",
  since: (request, day) => `${request} ${day}から`,
  standing: { new: "⏳ 未依頼", late: "❌ 遅れ", snoozed: "⏳ 延期中", answered: "✅ 応答済み" },
  inPrivate: (count) => `プライベートリポジトリに${count}件`,
  more: (count) => `ほか${count}件`,
  comma: "、",
  weekHeading: "今週",
  onCall: (spans) => `当番: ${spans}`,
  nobodyEver: "当番がいません。sre.yml の `on-call` に今週の当番を書いてください。",
  nobodyOn: (days) => `${days}は当番がいません。sre.yml の \`on-call\` に書いてください。`,
  span: (who, from, to) => (to === null ? `${who}(${from})` : `${who}(${from}〜${to})`),
  turns: (strategy) =>
    strategy === "rotation"
      ? "依頼できる人が順番に担当します。最後に依頼されてから最も長くたった人が次です。"
      : "未完了の依頼が最も少ない人が次の担当です。",
  away: (spans) => `不在: ${spans}`,
  until: (who, day) => `${who}(${day}まで)`,
  numbersHeading: (days) => `直近${days}日間`,
  numbersColumns: ["指標", "値"],
  median: "最初の応答までの時間(中央値)",
  p90: "最初の応答までの時間(90パーセンタイル)",
  share: "期限内の応答",
  passed: "ほかの人への引き継ぎ",
  duration(milliseconds) {
    const { hours, minutes } = hoursOf(milliseconds);
    return hours === 0 ? `${minutes}分` : minutes === 0 ? `${hours}時間` : `${hours}時間${minutes}分`;
  },
  ofAnswers: (value, count) => `**${value}**(営業時間、応答${count}件)`,
  ofDue: (percent, inTime, due) => `**${percent}%**(${due}件中${inTime}件)`,
  times: (count) => `**${count}回**`,
  loadHeading: "負荷",
  chart: "担当者ごとの依頼",
  chartLegend: (days) => `薄い色は直近${days}日間に依頼した件数、濃い色は現在未完了の件数です。`,
  loadTable: "表で見る",
  loadColumns: ["担当者", "依頼", "未完了"],
  howSummary: "数え方",
  how: (days, within) => [
    "`help-wanted.people` をこのリポジトリの sre.yml から受け継ぐすべてのリポジトリを数えます。",
    "未完了: ラベルがあり、Issue またはプルリクエストがオープンで、`/sre done` とコメントされていない依頼です。応答しても依頼は終わりません。",
    `遅れ: 依頼してから \`respond-within: ${within}\` 以内に応答がない依頼です。`,
    `最初の応答までの時間: 最初に誰かに依頼してから最初の応答までの営業時間です。直近${days}日間に最初の応答があった依頼を数えます。半数は中央値以内、10件中9件は90パーセンタイル以内です。`,
    `期限内の応答: 直近${days}日間にあった、または期限を迎えた最初の応答のうち、\`respond-within\` 以内のものです。`,
    "引き継ぎ: 依頼の担当者が替わった回数です。",
    "依頼: その人の番の数です。`/sre swap` で返した番は数えません。",
  ],
  next: (moment) => `次の更新は${moment} です。`,
  signature: (configUrl) => signature(PAGE, "前後に書いた内容は残ります", configUrl),
};

export const messages = textsIn({ seen: "The issue about help wanted", en, ja, samples });
