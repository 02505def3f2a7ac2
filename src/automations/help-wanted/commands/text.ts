import type { ClaimText } from "../../../commands/declaration.ts";
import type { Language } from "../../../config/schema.ts";
import { textsIn } from "../../texts.ts";

/** Replies to commands on a request. Names and quotes are Markdown already; days and moments are as people read them. */
export interface CommandText {
  readonly taken: string;
  readonly yoursAlready: string;
  readonly passed: string;
  readonly nobodyAsked: string;
  assigned(who: string): string;
  askedAlready(who: string): string;
  swapped(who: string, former: string): string;
  snoozed(until: string): string;
  noDuration(written: string | null): string;
  readonly notLater: string;
  readonly tooLong: string;
  readonly neverOpen: string;
  away(until: string, passedOn: boolean): string;
  noDay(written: string | null): string;
  pastDay(day: string): string;
  /** There is no report that would keep it. `entry`: what to write in sre.yml. */
  awayInFile(entry: string): string;
  // in the report
  readonly inRequestsOnly: string;
  readonly noDuties: string;
  readonly noDutyOfYours: string;
  covered(who: string, from: string, to: string): string;
  readonly done: string;
  ended(label: string): string;
  // whom a command names
  readonly nobodyNamed: string;
  readonly onePerson: string;
  noLogin(name: string): string;
  author(name: string): string;
  unassignable(name: string): string;
  /** The same after a crash, when only the request as it stands is known. */
  readonly carriedOut: string;
}

const en: CommandText = {
  taken: "It is yours now.",
  yoursAlready: "It is yours already.",
  passed: "Noted. The next person is asked, within business hours.",
  nobodyAsked: "Nobody is asked at the moment. `/sre assign @who` asks somebody.",
  assigned: (who) => `${who} is asked, within business hours.`,
  askedAlready: (who) => `${who} is asked already.`,
  swapped: (who, former) => `${who} is asked instead, within business hours, and ${former} stays next in turn.`,
  snoozed: (until) => `Snoozed until **${until}**.`,
  noDuration: (written) =>
    `${written === null ? "It does not say for how long" : `${written} is not a length of time`}. Write for example \`/sre snooze 2 business days\`.`,
  notLater: "That is not later. Write for example `/sre snooze 1 business day`.",
  tooLong: "That is more than a year. Write a shorter time, for example `/sre snooze 2 weeks`.",
  neverOpen: "There is no business day within two years. Change `calendar` in sre.yml, or snooze by days.",
  away: (until, passedOn) =>
    `You are not asked for anything until **${until}** is over.${passedOn ? " This request goes to the next person." : ""}`,
  noDay: (written) =>
    `${written === null ? "It does not say until when" : `${written} is not a day`}. Write for example \`/sre away until 2026-12-05\`.`,
  pastDay: (day) => `${day} is over. Write the last day on which you are away.`,
  awayInFile: (entry) =>
    `Nothing was changed: without \`help-wanted.report\` Detoil has no place to keep it. Add ${entry} to \`help-wanted.away\` in sre.yml, and \`/sre pass\` hands this request on.`,
  inRequestsOnly: "That works in a request for help. Here there are `/sre away until 2026-12-05` and `/sre swap @who`.",
  noDuties:
    "Nothing was changed: only `strategy: on-call` has duties to swap. To swap turns, comment `/sre swap @who` in a request.",
  noDutyOfYours: "Nothing was changed: you have no duty from today on.",
  covered: (who, from, to) => `${who} is on call instead of you from ${from} to ${to}.`,
  done: "The request has ended.",
  ended: (label) => `Nothing was changed: this request has ended. Add the label ${label} to ask again.`,
  nobodyNamed: "It names nobody. Write for example `/sre assign @who`.",
  onePerson: "One person is asked at a time. Write for example `/sre assign @who`.",
  noLogin: (name) => `${name} is not a login; only people can be asked.`,
  author: (name) => `${name} asks for help here, and so cannot be asked for it.`,
  unassignable: (name) => `${name} cannot be assigned here: they need access to the repository first.`,
  carriedOut: "Done.",
};

const ja: CommandText = {
  taken: "あなたの担当になりました。",
  yoursAlready: "すでにあなたの担当です。",
  passed: "承知しました。営業時間内に、次の人に依頼します。",
  nobodyAsked: "今は誰にも依頼していません。`/sre assign @who` で依頼できます。",
  assigned: (who) => `営業時間内に、${who} に依頼します。`,
  askedAlready: (who) => `すでに ${who} に依頼しています。`,
  swapped: (who, former) => `営業時間内に、代わりに ${who} に依頼します。次は ${former} の番です。`,
  snoozed: (until) => `**${until} まで**スヌーズします。`,
  noDuration: (written) =>
    `${written === null ? "期間が書かれていません" : `${written} は期間として読めません`}。例: \`/sre snooze 2 business days\``,
  notLater: "今より後になりません。例: `/sre snooze 1 business day`",
  tooLong: "1年を超えています。もっと短い期間を書いてください。例: `/sre snooze 2 weeks`",
  neverOpen: "2年以内に営業日がありません。sre.yml の `calendar` を変更するか、日数で指定してください。",
  away: (until, passedOn) =>
    `**${until}が終わるまで**、あなたには依頼しません。${passedOn ? "この依頼は次の人に回します。" : ""}`,
  noDay: (written) =>
    `${written === null ? "いつまでかが書かれていません" : `${written} は日付として読めません`}。例: \`/sre away until 2026-12-05\``,
  pastDay: (day) => `${day}は過ぎています。不在の最終日を書いてください。`,
  awayInFile: (entry) =>
    `何も変更していません。\`help-wanted.report\` がないため、Detoil には記録する場所がありません。sre.yml の \`help-wanted.away\` に ${entry} を追加してください。この依頼は \`/sre pass\` で次の人に回せます。`,
  inRequestsOnly:
    "これは支援の依頼でだけ使えます。ここで使えるのは `/sre away until 2026-12-05` と `/sre swap @who` です。",
  noDuties:
    "何も変更していません。交代できる当番があるのは `strategy: on-call` のときだけです。順番を交代するには、依頼に `/sre swap @who` とコメントしてください。",
  noDutyOfYours: "何も変更していません。今日以降、あなたの当番はありません。",
  covered: (who, from, to) => `${from}から${to}まで、あなたに代わって ${who} が当番をします。`,
  done: "この依頼を終了しました。",
  ended: (label) =>
    `何も変更していません。この依頼は終了しています。もう一度依頼するには、ラベル ${label} を付けてください。`,
  nobodyNamed: "誰も指定されていません。例: `/sre assign @who`",
  onePerson: "依頼できるのは1人ずつです。例: `/sre assign @who`",
  noLogin: (name) => `${name} はログイン名ではありません。依頼できるのは人だけです。`,
  author: (name) => `${name} は支援を求めている本人なので、依頼できません。`,
  unassignable: (name) => `${name} はここの担当者にできません。先にこのリポジトリへのアクセス権が必要です。`,
  carriedOut: "実行済みです。",
};

export const commandText = textsIn<CommandText>({
  seen: "Replies to commands on a request for help",
  en,
  ja,
  samples: ({ day, earlier, moment }) => ({
    assigned: [["bob"]],
    askedAlready: [["bob"]],
    swapped: [["bob", "alice"]],
    snoozed: [[moment]],
    noDuration: [[null], ["`soon`"]],
    away: [
      [day, false],
      [day, true],
    ],
    noDay: [[null], ["`soon`"]],
    pastDay: [[earlier]],
    awayInFile: [["`{who: bob, from: 2026-12-01, to: 2026-12-05}`"]],
    covered: [["bob", earlier, day]],
    ended: [["`help wanted`"]],
    noLogin: [["`@acme/sre`"]],
    author: [["`carol`"]],
    unassignable: [["`dave`"]],
  }),
});

export const claimText: Readonly<Record<Language, ClaimText>> = {
  en: {
    place: "a request for help",
    places: "requests for help",
    subject: "The request",
    switchOn: (file) => `Requests for help are off here: add a \`help-wanted\` section to ${file} to switch them on.`,
  },
  ja: {
    place: "支援の依頼",
    places: "支援の依頼",
    subject: "依頼",
    switchOn: (file) =>
      `支援の依頼は無効です。有効にするには、${file} に \`help-wanted\` セクションを追加してください。`,
  },
};
