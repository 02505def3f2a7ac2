import type { IsoDay } from "../../../calendar/day.ts";
import { weekdayName } from "../../../calendar/format.ts";
import type { Language } from "../../../config/schema.ts";

interface Count {
  readonly open: number;
  readonly total: number;
}

interface OpenTask {
  readonly number: number;
  readonly title: string;
  readonly owners: readonly string[];
  readonly due: IsoDay | null;
}

/** Texts for a milestone that closes over open tasks. Titles, links and names are Markdown already. */
interface ClosingText {
  // On the parent issue: the first line, and what happens next
  left(milestone: string, count: Count): string;
  readonly leftRemedy: string;
  moved(milestone: string, next: string, open: number): string;
  movedRest(dated: boolean): string;
  blocked(milestone: string, count: Count): string;
  readonly blockedRemedy: string;
  stands(milestone: string, count: Count): string;
  readonly standsRest: string;
  task(task: OpenTask): string;
  more(count: number): string;
  // On each open task, where there is no parent issue
  taskLeft(milestone: string): string;
  taskBlocked(milestone: string): string;
  taskStands(milestone: string): string;
  readonly taskRemedy: string;
  // In the parent's text, for as long as it is true
  readonly nowLeft: string;
  readonly nowBlocked: string;
  nowStuck(next: string, reason: string): string;
  signature(configUrl: string | null): string;
}

const link = (url: string | null) => (url === null ? "sre.yml" : `[sre.yml](${url})`);

const tasksOpen = ({ open, total }: Count) => `${open} of ${total} ${total === 1 ? "task" : "tasks"} open`;

const en: ClosingText = {
  left: (milestone, count) => `**${milestone} was closed with ${tasksOpen(count)}.**`,
  leftRemedy: "Detoil reminds nobody any more. Close what nobody needs, and move the rest to another milestone.",
  moved: (milestone, next, open) =>
    `**${milestone} was closed; ${open === 1 ? "its open task moves" : `its ${open} open tasks move`} to ${next}.**`,
  movedRest: (dated) =>
    dated
      ? "Owners stay as they are, and what is done stays here."
      : "It has no date yet: give it one. Owners stay as they are, and what is done stays here.",
  blocked: (milestone, count) => `**${milestone} was closed with ${tasksOpen(count)}, so Detoil opens it again.**`,
  blockedRemedy:
    "Close what is open or move it to another milestone, then close the milestone. Closed a second time, it stays closed whatever is open.",
  stands: (milestone, count) => `**${milestone} stays closed, with ${tasksOpen(count)}.**`,
  standsRest: "It was closed a second time, so Detoil leaves it closed and reminds nobody any more.",
  // GitHub shows the title of a number at the start of a list item, so ours would repeat it.
  task({ number, title, owners, due }) {
    const who = owners.length === 0 ? "nobody" : owners.join(", ");
    return `- “${title}” (#${number}) · ${who}${due === null ? "" : ` · due ${due} (${weekdayName(due, "en")})`}`;
  },
  more: (count) => `- and ${count} more, in the table above`,
  taskLeft: (milestone) => `**${milestone} was closed, and this task is open.** Detoil reminds nobody of it any more.`,
  taskBlocked: (milestone) =>
    `**${milestone} was closed while this task is open, so Detoil opens the milestone again.** Closed a second time, it stays closed whatever is open.`,
  taskStands: (milestone) =>
    `**${milestone} stays closed, and this task is open.** The milestone was closed a second time, so Detoil leaves it closed and reminds nobody any more.`,
  taskRemedy: "Close this task if nobody needs it, or move it to another milestone.",
  nowLeft: "The milestone was closed with tasks open: Detoil reminds nobody of them any more.",
  nowBlocked:
    "The milestone was closed with tasks open, so Detoil opened it again. Closed a second time, it stays closed.",
  nowStuck: (next, reason) =>
    `The milestone was closed with tasks open, and GitHub refuses to create ${next}: ${reason}. Create the next milestone yourself: the tasks then move to it.`,
  signature: (url) => `<sub>Detoil · milestone tasks · said once per closing, \`on-close\` in ${link(url)}</sub>`,
};

const ja: ClosingText = {
  left: (milestone, { open, total }) =>
    `**タスク${total}件中${open}件が未完了のまま** ${milestone} がクローズされました。`,
  leftRemedy: "Detoil は今後リマインドしません。不要なタスクはクローズし、残りは別のマイルストーンに移してください。",
  moved: (milestone, next, open) =>
    `${milestone} がクローズされたため、**未完了のタスク${open}件を** ${next} へ移します。`,
  movedRest: (dated) =>
    dated
      ? "担当者はそのままです。完了したタスクはここに残ります。"
      : "移動先にはまだ期日がないため、設定してください。担当者はそのままです。完了したタスクはここに残ります。",
  blocked: (milestone, { open, total }) =>
    `${milestone} が**タスク${total}件中${open}件が未完了のまま**クローズされたため、再オープンします。`,
  blockedRemedy:
    "未完了のタスクをクローズするか別のマイルストーンに移してから、マイルストーンをクローズしてください。もう一度クローズされた場合は、そのままにします。",
  stands: (milestone, { open, total }) =>
    `**タスク${total}件中${open}件が未完了のまま**、${milestone} はクローズされています。`,
  standsRest: "2回目のクローズのため、再オープンせず、今後リマインドもしません。",
  task({ number, title, owners, due }) {
    const who = owners.length === 0 ? "担当者なし" : owners.join("、");
    return `- 「${title}」(#${number})・${who}${due === null ? "" : `・期日 ${due} (${weekdayName(due, "ja")})`}`;
  },
  more: (count) => `- ほか${count}件(上の表にあります)`,
  taskLeft: (milestone) =>
    `このタスクが未完了のまま ${milestone} がクローズされました。Detoil は今後リマインドしません。`,
  taskBlocked: (milestone) =>
    `このタスクが未完了のまま ${milestone} がクローズされたため、マイルストーンを再オープンします。もう一度クローズされた場合は、そのままにします。`,
  taskStands: (milestone) =>
    `このタスクが未完了のまま、${milestone} はクローズされています。2回目のクローズのため、再オープンせず、今後リマインドもしません。`,
  taskRemedy: "不要であればこのタスクをクローズするか、別のマイルストーンに移してください。",
  nowLeft: "未完了のタスクを残してマイルストーンがクローズされました。Detoil は今後リマインドしません。",
  nowBlocked:
    "未完了のタスクを残してマイルストーンがクローズされたため、再オープンしました。もう一度クローズされた場合は、そのままにします。",
  nowStuck: (next, reason) =>
    `未完了のタスクを残してマイルストーンがクローズされましたが、GitHub が ${next} の作成を受け付けません(${reason})。次のマイルストーンを作成してください。タスクはそこへ移動します。`,
  signature: (url) =>
    `<sub>Detoil・マイルストーンのタスク・クローズごとに一度だけお知らせします・${link(url)} の \`on-close\`</sub>`,
};

const texts: Readonly<Record<Language, ClosingText>> = { en, ja };

export function closingText(language: Language): ClosingText {
  return texts[language];
}
