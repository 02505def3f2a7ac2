import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";

interface Count {
  readonly open: number;
  readonly total: number;
}

interface OpenTask {
  readonly number: number;
  /** null: GitHub shows it beside the number. */
  readonly title: string | null;
  readonly owners: readonly string[];
  /** As people read it: `Thu 17 Dec`. */
  readonly due: string | null;
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

function tasksOpen({ open, total }: Count): string {
  if (total === 1) return "its only task open";
  if (open < total) return `${open} of ${total} tasks open`;
  return total === 2 ? "both tasks open" : `all ${total} tasks open`;
}

const en: ClosingText = {
  left: (milestone, count) => `**${milestone} was closed with ${tasksOpen(count)}.**`,
  leftRemedy: "Detoil sends no more reminders. Close what nobody needs, and move the rest to another milestone.",
  moved: (milestone, next, open) =>
    `**${milestone} was closed; ${open === 1 ? "its open task moves" : `its ${open} open tasks move`} to ${next}.**`,
  movedRest: (dated) =>
    dated
      ? "Owners stay as they are, and what is done stays here."
      : "It has no date yet; give it one. Owners stay as they are, and what is done stays here.",
  blocked: (milestone, count) => `**${milestone} was closed with ${tasksOpen(count)}, so Detoil reopens it.**`,
  blockedRemedy:
    "Close what is open or move it to another milestone. If you close the milestone again, it stays closed.",
  stands: (milestone, count) => `**${milestone} stays closed, with ${tasksOpen(count)}.**`,
  standsRest: "It was closed a second time, so Detoil leaves it closed and sends no more reminders.",
  task({ number, title, owners, due }) {
    const who = owners.length === 0 ? "nobody" : owners.join(", ");
    return `- #${number}${title === null ? "" : ` ${title}`} · ${who}${due === null ? "" : ` · due ${due}`}`;
  },
  more: (count) => `- and ${count} more, in the table above`,
  taskLeft: (milestone) => `**${milestone} was closed, and this task is open.** Detoil sends no more reminders.`,
  taskBlocked: (milestone) =>
    `**${milestone} was closed while this task is open, so Detoil reopens the milestone.** If you close it again, it stays closed.`,
  taskStands: (milestone) =>
    `**${milestone} stays closed, and this task is open.** The milestone was closed a second time, so Detoil leaves it closed and sends no more reminders.`,
  taskRemedy: "Close this task if nobody needs it, or move it to another milestone.",
  nowLeft: "The milestone was closed with tasks open. Detoil sends no more reminders.",
  nowBlocked:
    "The milestone was closed with tasks open, so Detoil reopened it. If you close it again, it stays closed.",
  nowStuck: (next, reason) =>
    `The milestone was closed with tasks open, and GitHub refuses to create ${next}: ${reason}. Create the next milestone yourself, and the tasks move to it.`,
  signature: (url) => signature("milestone-tasks.md", "said once per closing, as `on-close` asks", url),
};

/** 「タスク3件のうち2件」 */
function openTasks({ open, total }: Count): string {
  if (total === 1) return "唯一のタスク";
  return open === total ? `タスク${total}件すべて` : `タスク${total}件のうち${open}件`;
}

const ja: ClosingText = {
  left: (milestone, count) => `**${milestone} が、${openTasks(count)}が未完了のままクローズされました。**`,
  leftRemedy: "Detoil は今後リマインドしません。不要なタスクはクローズし、残りは別のマイルストーンに移してください。",
  moved: (milestone, next, open) =>
    `**${milestone} がクローズされたため、未完了のタスク${open}件を ${next} へ移します。**`,
  movedRest: (dated) =>
    dated
      ? "担当者はそのままです。完了したタスクはここに残ります。"
      : "移動先にはまだ期日がないため、設定してください。担当者はそのままです。完了したタスクはここに残ります。",
  blocked: (milestone, count) =>
    `**${milestone} が、${openTasks(count)}が未完了のままクローズされたため、再オープンします。**`,
  blockedRemedy:
    "未完了のタスクをクローズするか別のマイルストーンに移してください。もう一度クローズした場合は、再オープンしません。",
  stands: (milestone, count) => `**${milestone} は、${openTasks(count)}が未完了のままクローズされています。**`,
  standsRest: "2回目のクローズのため、再オープンせず、今後リマインドもしません。",
  task({ number, title, owners, due }) {
    const who = owners.length === 0 ? "担当者なし" : owners.join("、");
    return `- #${number}${title === null ? "" : ` ${title}`} · ${who}${due === null ? "" : ` · 期日 ${due}`}`;
  },
  more: (count) => `- ほか${count}件(上の表にあります)`,
  taskLeft: (milestone) =>
    `**このタスクが未完了のまま ${milestone} がクローズされました。** Detoil は今後リマインドしません。`,
  taskBlocked: (milestone) =>
    `**このタスクが未完了のまま ${milestone} がクローズされたため、マイルストーンを再オープンします。** もう一度クローズした場合は、再オープンしません。`,
  taskStands: (milestone) =>
    `**このタスクが未完了のまま ${milestone} はクローズされています。** 2回目のクローズのため、再オープンせず、今後リマインドもしません。`,
  taskRemedy: "不要であればこのタスクをクローズするか、別のマイルストーンに移してください。",
  nowLeft: "未完了のタスクを残してマイルストーンがクローズされました。Detoil は今後リマインドしません。",
  nowBlocked:
    "未完了のタスクを残してマイルストーンがクローズされたため、再オープンしました。もう一度クローズした場合は、再オープンしません。",
  nowStuck: (next, reason) =>
    `未完了のタスクを残してマイルストーンがクローズされましたが、GitHub が ${next} の作成を受け付けません: ${reason}。次のマイルストーンを作成してください。タスクはそこへ移動します。`,
  signature: (url) => signature("milestone-tasks.md", "クローズごとに一度だけお知らせします(`on-close`)", url),
};

// For the samples.
const MILESTONE = "[v1.3](https://github.com/acme/shop/milestone/5)";
const NEXT = "[v1.4](https://github.com/acme/shop/milestone/6)";

export const closingText = textsIn<ClosingText>({
  seen: "A comment on a milestone that was closed with open tasks",
  en,
  ja,
  samples: ({ earlier, configUrl }) => ({
    left: [
      [MILESTONE, { open: 2, total: 3 }],
      [MILESTONE, { open: 3, total: 3 }],
    ],
    moved: [
      [MILESTONE, NEXT, 2],
      [MILESTONE, NEXT, 1],
    ],
    movedRest: [[true], [false]],
    blocked: [[MILESTONE, { open: 1, total: 1 }]],
    stands: [[MILESTONE, { open: 2, total: 3 }]],
    task: [
      [{ number: 52, title: null, owners: ["carol"], due: earlier }],
      [{ number: 52, title: "Release notes", owners: [], due: null }],
    ],
    more: [[7]],
    taskLeft: [[MILESTONE]],
    taskBlocked: [[MILESTONE]],
    taskStands: [[MILESTONE]],
    nowStuck: [["`v1.4`", "`Validation Failed`"]],
    signature: [[configUrl]],
  }),
});
