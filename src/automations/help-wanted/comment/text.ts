import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";
import { samples } from "./samples.ts";

const PAGE = "help-wanted.md";

/** What kept somebody from being asked, as a sentence without its full stop. Names are Markdown; days are as people read them. */
interface ReasonText {
  author(who: string): string;
  away(who: string, until: string): string;
  busy(who: string): string;
  full(who: string, open: number, most: number): string;
  notOnCall(who: string): string;
  notInRoute(who: string): string;
  askedBefore(who: string): string;
  enoughToday(who: string, asked: number): string;
}

/**
 * The comments about a request. `@…` are mentions, other names are Markdown without a ping; moments are as people read
 * them.
 */
export interface RequestText {
  /** Between two sentences of a line. */
  readonly gap: string;
  readonly reasons: ReasonText;
  // somebody is asked
  /** `open`: requests that they have already. `others`: why not others who would have been asked. */
  asked(mention: string, open: number, others: readonly string[]): string;
  /** By a command, with what would have kept them from being asked. */
  askedByName(mention: string, despite: readonly string[]): string;
  /** After somebody else; the sentence says why. */
  askedNext(mention: string, why: string): string;
  askedAgain(mention: string): string;
  readonly left: {
    pass(who: string, reason: string | null): string;
    reroll(by: string): string;
    assign(by: string): string;
    swap(who: string): string;
    away(who: string): string;
    take(who: string): string;
  };
  answerBy(moment: string): string;
  passTo(next: string | null): string;
  readonly later: string;
  // while it waits
  reminder(mention: string, moment: string): string;
  /** Below the first ask, which was edited. */
  reminded(moment: string): string;
  /** `why`: who handed it on; null: nobody did. */
  waitingForHours(why: string | null, named: string | null): string;
  snoozed(by: string, until: string, again: string | null): string;
  // nobody answers
  escalation(mentions: readonly string[], who: string, since: string): string;
  readonly lastTime: string;
  nobodyAvailable(mentions: readonly string[], because: string): string;
  readonly anyOfYou: string;
  readonly anyOfThem: string;
  overdue(who: string, since: string, others: readonly string[]): string;
  nobodyLeft(who: string | null, since: string | null): string;
  readonly nobodyLeftRemedy: string;
  readonly because: {
    listed: string;
    onCall: string;
    eligible(reasons: readonly string[]): string;
    author: string;
  };
  // it was answered
  answered(who: string, moment: string): string;
  took(who: string, moment: string): string;
  moved(who: string, moment: string): string;
  readonly afterAnswer: string;
  // it ended
  readonly ended: {
    unlabeled(label: string, moment: string): string;
    closed(moment: string): string;
    merged(moment: string): string;
    done(who: string, moment: string): string;
  };
  answeredBefore(who: string, moment: string): string;
  readonly unanswered: string;
  askAnew(label: string): string;
  // what the team should fix
  unassignable(who: string): string;
  readonly problems: {
    line(path: string, line: number): string;
    email(path: string, line: number): string;
    tooLarge(path: string): string;
    unreadableTeam(team: string): string;
  };
  projectMissing(project: string): string;
  projectForbidden(project: string): string;
  signature(configUrl: string | null): string;
}

const listEn = (items: readonly string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(items);
const requestsEn = (count: number) => (count === 1 ? "1 open request" : `${count} open requests`);

const en: RequestText = {
  gap: " ",
  reasons: {
    author: (who) => `${who} opened it`,
    away: (who, until) => `${who} is away until ${until}`,
    busy: (who) => `${who}'s status on GitHub is busy`,
    full: (who, open, most) => `${who} has ${requestsEn(open)}, and gets at most ${most}`,
    notOnCall: (who) => `${who} is not on call`,
    notInRoute: (who) => `${who} is not asked for this kind of request`,
    askedBefore: (who) => `${who} was asked before`,
    enoughToday: (who, asked) => `${who} got ${asked} new requests today`,
  },
  asked(mention, open, others) {
    const details = [...(open === 0 ? [] : [requestsEn(open)]), ...others];
    const because = details.length === 0 ? "" : ` (${details.join("; ")})`;
    return `${mention}, help is wanted here, and it is your turn${because}.`;
  },
  askedByName: (mention, despite) =>
    `${mention}, help is wanted here, and you were asked for by name${despite.length === 0 ? "" : ` (although ${despite.join("; ")})`}.`,
  askedNext: (mention, why) => `${mention}, help is wanted here, and it is your turn now: ${why}.`,
  askedAgain: (mention) => `${mention}, the snooze is over: help is still wanted here.`,
  left: {
    pass: (who, reason) => `${who} passed${reason === null ? "" : ` (${reason})`}`,
    reroll: (by) => `${by} asked for somebody else`,
    assign: (by) => `${by} named somebody`,
    swap: (who) => `${who} swapped turns`,
    away: (who) => `${who} is away`,
    take: (who) => `${who} took it before`,
  },
  answerBy: (moment) => `Answer by **${moment}**: a comment, 👍 or \`/sre take\`.`,
  passTo: (next) => (next === null ? "Not yours? `/sre pass`." : `Not yours? \`/sre pass\`, and ${next} is asked.`),
  later: "Later? `/sre snooze 2 business days`.",
  reminder: (mention, moment) =>
    `${mention}, this request is still waiting for your answer, which is due by **${moment}**. A 👍 is enough.`,
  reminded: (moment) => `Reminded on ${moment}.`,
  waitingForHours: (why, named) =>
    `${why === null ? "" : `${why}. `}**${named ?? "The next person"} is asked** within business hours.`,
  snoozed: (by, until, again) =>
    `**Snoozed until ${until}** by ${by}. Detoil then asks ${again ?? "somebody"}${again === null ? "" : " again"}. Sooner? \`/sre take\`.`,
  escalation: (mentions, who, since) =>
    `${mentions.join(", ")}, nobody has answered here since ${since}, when ${who} was asked.`,
  lastTime: "Detoil does not ask again.",
  nobodyAvailable: (mentions, because) =>
    mentions.length === 0
      ? `**Help is wanted here, and ${because}.**`
      : `${mentions.join(", ")}, help is wanted here, and ${because}.`,
  anyOfYou: "An answer by any of you is enough: a comment, 👍 or `/sre take`. `/sre assign @who` gives it to somebody.",
  anyOfThem:
    "An answer by any of them is enough: a comment, 👍 or `/sre take`. `/sre assign @who` gives it to somebody.",
  overdue: (who, since, others) =>
    `**Nobody has answered yet.** ${who} was asked on ${since}, and ${listEn(others)} ${others.length === 1 ? "was" : "were"} asked after that.`,
  nobodyLeft: (who, since) =>
    who === null
      ? "**Nobody has answered yet**, and nobody is left to ask."
      : `**Nobody has answered yet**, and nobody is left to ask: ${who} was asked on ${since}.`,
  nobodyLeftRemedy:
    "`/sre take` makes it yours, `/sre assign @who` gives it to somebody. With `escalate-to` in sre.yml Detoil knows whom to ask then.",
  because: {
    listed: "`people` in sre.yml names nobody for it",
    onCall: "nobody is on call",
    eligible: (reasons) =>
      reasons.length === 0 ? "nobody can be asked" : `nobody can be asked: ${reasons.join("; ")}`,
    author: "the person who was named opened it",
  },
  answered: (who, moment) => `**${who} answered** on ${moment}.`,
  took: (who, moment) => `**${who} took it** on ${moment}.`,
  moved: (who, moment) => `**It was moved on the project**, which counts as ${who}'s answer (seen on ${moment}).`,
  afterAnswer: "Finished? `/sre done`, or remove the label. Not yours after all? `/sre pass`.",
  ended: {
    unlabeled: (label, moment) => `**This request has ended**: the label ${label} was removed on ${moment}.`,
    closed: (moment) => `**This request has ended**: it was closed on ${moment}.`,
    merged: (moment) => `**This request has ended**: it was merged on ${moment}.`,
    done: (who, moment) => `**This request has ended**: ${who} said on ${moment} that it is done.`,
  },
  answeredBefore: (who, moment) => `${who} had answered on ${moment}.`,
  unanswered: "Nobody had answered.",
  askAnew: (label) => `To ask again, add the label ${label} again.`,
  unassignable: (who) =>
    `GitHub does not let ${who} be assigned here. Give them access to this repository, or assign somebody else.`,
  problems: {
    line: (path, line) =>
      `${path}, line ${line}: GitHub and Detoil cannot read this line, and leave it out. Fix it on the base branch.`,
    email: (path, line) => `${path}, line ${line}: Detoil cannot know whose address this is. Write a login or a team.`,
    tooLarge: (path) =>
      `${path} is larger than 3 MB, so GitHub and Detoil leave it out. Shorten it on the base branch.`,
    unreadableTeam: (team) =>
      `Detoil cannot see who is in ${team}, so none of its members was asked: the team is gone, or Detoil lacks **Members: Read-only**.`,
  },
  projectMissing: (project) =>
    `The project ${project} in sre.yml does not exist, or Detoil may not see it. Correct it there, or grant **Organization projects: Read and write**.`,
  projectForbidden: (project) =>
    `Detoil may not write to the project ${project}. It needs **Organization projects: Read and write**.`,
  signature: (url) => signature(PAGE, "`/sre help` lists the commands", url),
};

const ja: RequestText = {
  gap: "",
  reasons: {
    author: (who) => `${who} は作成者です`,
    away: (who, until) => `${who} は${until}まで不在です`,
    busy: (who) => `${who} の GitHub のステータスは取り込み中です`,
    full: (who, open, most) => `${who} は未完了の依頼が${open}件あります(上限${most}件)`,
    notOnCall: (who) => `${who} は当番ではありません`,
    notInRoute: (who) => `${who} はこの種類の依頼の対象外です`,
    askedBefore: (who) => `${who} には依頼済みです`,
    enoughToday: (who, asked) => `${who} には今日すでに${asked}件依頼しました`,
  },
  asked(mention, open, others) {
    const details = [...(open === 0 ? [] : [`未完了の依頼は${open}件です`]), ...others];
    const because = details.length === 0 ? "" : `(${details.join("。")})`;
    return `${mention} ここで SRE の支援が求められています。あなたの番です${because}。`;
  },
  askedByName: (mention, despite) =>
    `${mention} ここで SRE の支援が求められています。あなたが指名されました${despite.length === 0 ? "" : `(ただし、${despite.join("。")})`}。`,
  askedNext: (mention, why) => `${mention} ここで SRE の支援が求められています。${why}。次はあなたの番です。`,
  askedAgain: (mention) => `${mention} スヌーズの期間が終わりました。引き続き支援が求められています。`,
  left: {
    pass: (who, reason) => `${who} が次の人に回しました${reason === null ? "" : `(${reason})`}`,
    reroll: (by) => `${by} がほかの人への依頼を求めました`,
    assign: (by) => `${by} が担当を指名しました`,
    swap: (who) => `${who} が順番を交代します`,
    away: (who) => `${who} は不在です`,
    take: (who) => `以前は ${who} の担当でした`,
  },
  answerBy: (moment) => `**${moment}** までに、コメント、👍、\`/sre take\` のいずれかで応答してください。`,
  passTo: (next) => (next === null ? "担当でなければ `/sre pass`、" : `担当でなければ \`/sre pass\`(次は ${next})、`),
  later: "後にするなら `/sre snooze 2 business days` とコメントしてください。",
  reminder: (mention, moment) =>
    `${mention} この依頼はまだ応答待ちです。期限は **${moment}** です。👍 だけでも構いません。`,
  reminded: (moment) => `${moment} に催促しました。`,
  waitingForHours: (why, named) =>
    `${why === null ? "" : `${why}。`}営業時間内に${named === null ? "次の人" : ` ${named} `}に依頼します。`,
  snoozed: (by, until, again) =>
    `${by} が **${until} までスヌーズしました。** その後、${again === null ? "" : `あらためて ${again} に`}依頼します。先に引き受けるには \`/sre take\` とコメントしてください。`,
  escalation: (mentions, who, since) =>
    `${mentions.join(" ")} まだ応答がありません。${since} に ${who} に依頼しました。`,
  lastTime: "これ以上のお知らせはしません。",
  nobodyAvailable: (mentions, because) =>
    mentions.length === 0
      ? `**SRE の支援が求められていますが、${because}。**`
      : `${mentions.join(" ")} ここで SRE の支援が求められていますが、${because}。`,
  anyOfYou:
    "どなたか1人が、コメント、👍、`/sre take` のいずれかで応答してください。ほかの人に任せるには `/sre assign @who` とコメントしてください。",
  anyOfThem:
    "このうち1人が、コメント、👍、`/sre take` のいずれかで応答すれば十分です。ほかの人に任せるには `/sre assign @who` とコメントしてください。",
  overdue: (who, since, others) =>
    `**まだ応答がありません。** ${since} に ${who} に、その後 ${others.join("、")} に依頼しました。`,
  nobodyLeft: (who, since) =>
    who === null
      ? "**まだ応答がありません。** ほかに依頼できる人もいません。"
      : `**まだ応答がありません。** ${since} に ${who} に依頼しました。ほかに依頼できる人はいません。`,
  nobodyLeftRemedy:
    "引き受けるには `/sre take`、ほかの人に任せるには `/sre assign @who` とコメントしてください。sre.yml に `escalate-to` を書くと、こうしたときにその人に依頼します。",
  because: {
    listed: "sre.yml の `people` に該当する人がいません",
    onCall: "当番がいません",
    eligible: (reasons) => ["依頼できる人がいません", ...reasons].join("。"),
    author: "指名された人が作成者です",
  },
  answered: (who, moment) => `**${who} が応答しました**(${moment})。`,
  took: (who, moment) => `**${who} が引き受けました**(${moment})。`,
  moved: (who, moment) => `**プロジェクトで移動されたため**、${who} の応答とみなしました(${moment} に確認)。`,
  afterAnswer:
    "終わったら `/sre done` とコメントするか、ラベルを外してください。担当でなければ `/sre pass` とコメントしてください。",
  ended: {
    unlabeled: (label, moment) => `**この依頼は終了しました。** ${moment} にラベル ${label} が外されました。`,
    closed: (moment) => `**この依頼は終了しました。** ${moment} にクローズされました。`,
    merged: (moment) => `**この依頼は終了しました。** ${moment} にマージされました。`,
    done: (who, moment) => `**この依頼は終了しました。** ${moment} に ${who} が完了としました。`,
  },
  answeredBefore: (who, moment) => `${moment} に ${who} が応答していました。`,
  unanswered: "応答はありませんでした。",
  askAnew: (label) => `もう一度依頼するには、ラベル ${label} を付け直してください。`,
  unassignable: (who) =>
    `GitHub は ${who} をここの担当者として受け付けません。このリポジトリへのアクセス権を付与するか、ほかの人を担当者にしてください。`,
  problems: {
    line: (path, line) =>
      `${path} の${line}行目は GitHub でも Detoil でも読めないため、使っていません。ベースブランチで修正してください。`,
    email: (path, line) =>
      `${path} の${line}行目のメールアドレスは、誰のものか Detoil にはわかりません。ログイン名かチームを書いてください。`,
    tooLarge: (path) =>
      `${path} が 3 MB を超えているため、GitHub も Detoil も使っていません。ベースブランチで短くしてください。`,
    unreadableTeam: (team) =>
      `${team} のメンバーを Detoil は確認できないため、依頼の対象にしていません。チームがないか、**Members: Read-only** の権限がありません。`,
  },
  projectMissing: (project) =>
    `sre.yml のプロジェクト ${project} がないか、Detoil から見えません。sre.yml を直すか、**Organization projects: Read and write** の権限を付与してください。`,
  projectForbidden: (project) =>
    `プロジェクト ${project} に書き込めません。**Organization projects: Read and write** の権限が必要です。`,
  signature: (url) => signature(PAGE, "コマンドの一覧は `/sre help` で表示できます", url),
};

export const requestText = textsIn<RequestText>({ seen: "The comments about a request for help", en, ja, samples });
