import type { ClaimText } from "../../../commands/declaration.ts";
import type { Language } from "../../../config/schema.ts";
import { textsIn } from "../../texts.ts";

/** Replies to commands on a task. Names, links and quotes are Markdown already; days are as people read them. */
export interface CommandText {
  /** Between two sentences of a line. */
  readonly gap: string;
  // snooze
  /** The same after a crash, when only the date that was written is known. */
  snoozed(day: string): string;
  pastMilestone(milestone: string, day: string): string;
  readonly undated: string;
  noDuration(written: string | null): string;
  readonly noHours: string;
  readonly notLater: string;
  readonly tooLong: string;
  readonly neverOpen: string;
  // done
  readonly closed: string;
  closedAlready(snoozing: boolean): string;
  readonly openAgain: string;
  // take and assign
  assigned(logins: readonly string[]): string;
  assignedAlready(logins: readonly string[]): string;
  readonly nobody: string;
  readonly cannotTake: string;
  readonly nobodyNamed: string;
  noLogins(names: readonly string[]): string;
  unassignable(logins: readonly string[]): string;
  tooMany(most: number): string;
  /** In an issue that the reconciliation of no milestone covers. */
  readonly orphaned: string;
  // on the parent issue
  onTask(commands: readonly string[], tasks: readonly string[], more: number): string;
}

const listEn = (names: readonly string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(names);

const en: CommandText = {
  gap: " ",
  snoozed: (day) => `Now due on **${day}**.`,
  pastMilestone: (milestone, day) => `That is after ${milestone}, which is due on ${day}.`,
  undated: "It has no date.",
  noDuration: (written) =>
    `${written === null ? "It does not say for how long" : `${written} is not a length of time`}. Write for example \`/sre snooze 2 business days\`.`,
  noHours:
    "A task's date is a day: use days, weeks, months or business days, for example `/sre snooze 1 business day`.",
  notLater: "That is not later. Write for example `/sre snooze 1 business day`.",
  tooLong: "That is more than a year. Write a shorter time, for example `/sre snooze 2 weeks`.",
  neverOpen: "There is no business day within two years. Change `calendar` in sre.yml, or snooze by days.",
  closed: "Closed as completed.",
  closedAlready: (snoozing) =>
    snoozing ? "It is closed, so there is no date to move. To snooze it, reopen it first." : "It is already closed.",
  openAgain: "It was closed, and somebody reopened it.",
  assigned: (logins) => `Now assigned to ${listEn(logins)}.`,
  assignedAlready: (logins) => `It is already assigned to ${listEn(logins)}.`,
  nobody: "Nobody is assigned now.",
  cannotTake: "You cannot be assigned here: you need access to the repository first.",
  nobodyNamed: "It names nobody. Write for example `/sre assign @who`.",
  noLogins: (names) =>
    `${listEn(names)} ${names.length === 1 ? "is not a login" : "are not logins"}; only people can be assigned.`,
  unassignable: (logins) => `${listEn(logins)} cannot be assigned here: they need access to the repository first.`,
  tooMany: (most) => `GitHub allows ${most} assignees, so nothing was changed. Name fewer people.`,
  orphaned:
    "Nothing was changed: this task is in no milestone that Detoil looks at. Put it into one that `milestones.match` in sre.yml matches, or use GitHub's own buttons.",
  onTask(commands, tasks, more) {
    const where = `${listEn(commands)} ${commands.length === 1 ? "belongs" : "belong"} on the task's own issue`;
    return tasks.length === 0 ? `${where}.` : `${where}: ${tasks.join(", ")}${more === 0 ? "" : ` and ${more} more`}.`;
  },
};

const ja: CommandText = {
  gap: "",
  snoozed: (day) => `期日を **${day}** に変更しました。`,
  pastMilestone: (milestone, day) => `${milestone} の期日(${day})より後です。`,
  undated: "期日はありません。",
  noDuration: (written) =>
    `${written === null ? "期間が書かれていません" : `${written} は期間として読めません`}。例: \`/sre snooze 2 business days\``,
  noHours:
    "タスクの期日は日付です。days、weeks、months、business days のいずれかで指定してください。例: `/sre snooze 1 business day`",
  notLater: "今より後の期日になりません。例: `/sre snooze 1 business day`",
  tooLong: "1年を超えています。もっと短い期間を指定してください。例: `/sre snooze 2 weeks`",
  neverOpen: "2年以内に営業日がありません。sre.yml の `calendar` を確認するか、days で指定してください。",
  closed: "完了としてクローズしました。",
  closedAlready: (snoozing) =>
    snoozing
      ? "クローズ済みのため、期日は変更しません。延ばすには、先に再オープンしてください。"
      : "すでにクローズされています。",
  openAgain: "クローズしましたが、その後再オープンされています。",
  assigned: (logins) => `担当者を ${logins.join("、")} にしました。`,
  assignedAlready: (logins) => `担当者はすでに ${logins.join("、")} です。`,
  nobody: "現在、担当者はいません。",
  cannotTake: "このリポジトリではあなたを担当者にできません。先にアクセス権が必要です。",
  nobodyNamed: "担当者が指定されていません。例: `/sre assign @who`",
  noLogins: (names) => `${names.join("、")} はログイン名ではありません。担当者にできるのは個人だけです。`,
  unassignable: (logins) => `${logins.join("、")} はこのリポジトリで担当者にできません。先にアクセス権が必要です。`,
  tooMany: (most) => `GitHub の担当者は${most}人までのため、変更していません。人数を減らしてください。`,
  orphaned:
    "何も変更していません。このタスクは Detoil が扱うマイルストーンに入っていません。sre.yml の `milestones.match` に合うマイルストーンに入れるか、GitHub の画面で操作してください。",
  onTask(commands, tasks, more) {
    const where = `${commands.join("、")} はタスクの Issue で使ってください`;
    return tasks.length === 0 ? `${where}。` : `${where}: ${tasks.join("、")}${more === 0 ? "" : ` ほか${more}件`}`;
  },
};

// For the samples.
const MILESTONE = "[v1.3](https://github.com/acme/shop/milestone/5)";

export const commandText = textsIn<CommandText>({
  seen: "A reply to a command",
  en,
  ja,
  samples: ({ day }) => ({
    snoozed: [[day]],
    pastMilestone: [[MILESTONE, day]],
    noDuration: [["`soon`"], [null]],
    closedAlready: [[true], [false]],
    assigned: [[["alice", "bo"]]],
    assignedAlready: [[["alice"]]],
    noLogins: [[["`acme/web`"]]],
    unassignable: [[["`dave`"]]],
    tooMany: [[10]],
    onTask: [
      [["`/sre done`"], ["#51", "#52"], 3],
      [["`/sre done`"], [], 0],
    ],
  }),
});

/** Where these commands work. */
export const claimText: Readonly<Record<Language, ClaimText>> = {
  en: {
    place: "the issue of a milestone task",
    places: "the issues of milestone tasks",
    subject: "The task",
    switchOn: (file) => `Milestone tasks are off here: add a \`milestones\` section to ${file} to switch them on.`,
  },
  ja: {
    place: "マイルストーンのタスクの Issue",
    places: "マイルストーンのタスクの Issue",
    subject: "タスク",
    switchOn: (file) =>
      `マイルストーンのタスクは無効です。有効にするには、${file} に \`milestones\` セクションを追加してください。`,
  },
};
