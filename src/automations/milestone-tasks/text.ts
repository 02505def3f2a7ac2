import type { IsoDay } from "../../calendar/day.ts";
import type { Language } from "../../config/schema.ts";

/** A day that people can compare with a calendar: `**2026-12-15** (Tue)`. */
interface ShownDay {
  readonly day: IsoDay;
  readonly weekday: string;
}

/** Differences of a task, a template or the project from sre.yml. Names are Markdown already. */
interface ProblemText {
  unassignable(logins: readonly string[], tasks: readonly string[]): string;
  passedOver(logins: readonly string[], task: string): string;
  noTurn(task: string): string;
  noTemplate(file: string): string;
  templateName(file: string, name: string): string;
  noProject(project: string): string;
  projectForbidden(project: string): string;
  noStatus(project: string, status: string): string;
  noDueField(project: string, field: string): string;
  hiddenItems(tasks: readonly string[], project: string): string;
  tooManySubIssues(most: number): string;
  refusedTask(task: string, reason: string): string;
  refusedLabel(label: string): string;
  readonly noSubIssues: string;
  refusedSubIssue(task: string, reason: string): string;
  refusedDependency(task: string, blocker: string, reason: string): string;
}

/** All texts in the issues of this automation. Names, links and numbers (`#12`) are Markdown already. */
export interface TaskText {
  /** Between two sentences of a line. */
  readonly gap: string;
  /** The first line of a task. */
  due(shown: ShownDay, milestone: string): string;
  noDate(milestone: string): string;
  noDue(milestone: string): string;
  waitsFor(tasks: readonly string[]): string;
  taskSignature(configUrl: string | null): string;
  readonly undated: string;
  removed(configUrl: string | null): string;

  parentTitle(milestone: string): string;
  /** The parent's first line; `late` of the `total` are late. */
  dueHead(milestone: string, day: string, count: Count): string;
  pastHead(milestone: string, day: string, count: Count): string;
  undatedHead(milestone: string, count: Count): string;
  closedHead(milestone: string, day: string | null, count: Count): string;
  readonly columns: readonly [string, string, string, string];
  readonly done: string;
  /** Closed as not planned. */
  readonly dropped: string;
  readonly late: string;
  readonly open: string;
  after(tasks: readonly string[]): string;
  movedTo(milestone: string): string;
  movedOut: string;
  from(milestone: string): string;
  readonly ended: string;
  readonly toCome: string;
  readonly nobody: string;
  progress(made: number, total: number): string;
  more(count: number): string;
  moreProblems(count: number): string;
  /** The last of a list of names. */
  moreNames(count: number): string;
  readonly empty: string;
  parentSignature(configUrl: string | null): string;
  readonly problems: ProblemText;
}

interface Count {
  readonly done: number;
  readonly total: number;
  readonly late: number;
}

const link = (url: string | null) => (url === null ? "sre.yml" : `[sre.yml](${url})`);

function countEn({ done, total, late }: Count): string {
  if (total === 0) return "No tasks are left in it.";
  const head = total === 1 ? `${done} of 1 task done` : `${done} of ${total} tasks done`;
  return late === 0 ? `${head}.` : `${head}, ${late} late.`;
}

const en: TaskText = {
  gap: " ",
  due: ({ day, weekday }, milestone) => `Due **${day}** (${weekday}) for ${milestone}.`,
  noDate: (milestone) => `For ${milestone}. No date yet: the milestone has none.`,
  noDue: (milestone) => `For ${milestone}.`,
  waitsFor: (tasks) => `Waits for ${tasks.join(", ")}.`,
  taskSignature: (url) =>
    `<sub>Detoil · milestone tasks · a title, date, assignee or label that you change stays · \`/sre help\` · ${link(url)}</sub>`,
  undated: "(no date yet)",
  removed: (url) =>
    `This task is no longer in ${link(url)}. Detoil no longer keeps it up to date and reminds nobody: close it if nobody needs it.`,

  parentTitle: (milestone) => `${milestone}: tasks`,
  dueHead: (milestone, day, count) => `**${milestone} is due on ${day}.** ${countEn(count)}`,
  pastHead: (milestone, day, count) => `**${milestone} was due on ${day}.** ${countEn(count)}`,
  undatedHead: (milestone, count) =>
    `**${milestone} has no date yet**; its tasks get theirs from it. ${countEn(count)}`,
  closedHead: (milestone, day, count) =>
    `**${milestone} was closed${day === null ? "" : ` on ${day}`}.** ${countEn(count)}`,
  columns: ["Task", "Who", "Due", ""],
  done: "✅",
  dropped: "not planned",
  late: "❌ late",
  open: "⏳",
  after: (tasks) => `⏳ after ${tasks.join(", ")}`,
  movedTo: (milestone) => `moved to ${milestone}`,
  movedOut: "moved out of the milestone",
  from: (milestone) => `from ${milestone}`,
  ended: "deleted or transferred; not made again",
  toCome: "not made yet",
  nobody: "nobody",
  progress: (made, total) =>
    `${made} of ${total} tasks are made. The others follow by themselves, as fast as GitHub allows.`,
  more: (count) => `… and ${count} more in the milestone.`,
  moreProblems: (count) => `… and ${count} more.`,
  moreNames: (count) => `${count} more`,
  empty: "sre.yml has no tasks for milestones.",
  parentSignature: (url) =>
    `<sub>Detoil · milestone tasks · what you write outside this part stays · ${link(url)}</sub>`,
  problems: {
    unassignable: (logins, tasks) =>
      `${logins.join(", ")} cannot be assigned here, so ${tasks.join(", ")} ${tasks.length === 1 ? "lacks" : "lack"} them: give them access to the repository, or name somebody else in sre.yml.`,
    passedOver: (logins, task) =>
      `${logins.join(", ")} cannot be assigned here, so the rotation of ${task} passes them over: give them access to the repository, or change the list in sre.yml.`,
    noTurn: (task) =>
      `Nobody in the rotation of ${task} can be assigned here: give them access to the repository, or change the list in sre.yml.`,
    noTemplate: (file) =>
      `${file} is not in \`.github/ISSUE_TEMPLATE\` on the default branch, or cannot be read: the tasks are made without it.`,
    templateName: (file, name) => `${file} uses ${name}, which is not known here; its text is left as it stands.`,
    noProject: (project) => `There is no project ${project}, or Detoil may not see it.`,
    projectForbidden: (project) =>
      `Detoil may not write to project ${project}: grant the App “Projects: read and write” for the organisation.`,
    noStatus: (project, status) => `Project ${project} has no status ${status}.`,
    noDueField: (project, field) => `Project ${project} has no date field ${field}.`,
    hiddenItems: (tasks, project) =>
      `${tasks.join(", ")} ${tasks.length === 1 ? "is" : "are"} in a project that Detoil may not see, so it cannot tell whether ${tasks.length === 1 ? "it is" : "they are"} in ${project}: add ${tasks.length === 1 ? "it" : "them"} there if not.`,
    tooManySubIssues: (most) => `GitHub takes ${most} sub-issues at most: the others are in the table only.`,
    refusedTask: (task, reason) =>
      `GitHub refuses to create ${task}: ${reason}. Change the task in sre.yml; Detoil tries again once a day.`,
    refusedLabel: (label) =>
      `GitHub refuses the label ${label}, so tasks lack it: change it in the issue template or in sre.yml.`,
    noSubIssues: "This GitHub does not let Detoil add sub-issues: the tasks are in the table only.",
    refusedSubIssue: (task, reason) => `GitHub refuses ${task} as a sub-issue: ${reason}. It is in the table only.`,
    refusedDependency: (task, blocker, reason) =>
      `GitHub refuses to mark ${task} as blocked by ${blocker}: ${reason}. Look for a circle in their dependencies, or change \`after\` in sre.yml.`,
  },
};

function countJa({ done, total, late }: Count): string {
  if (total === 0) return "残っているタスクはありません。";
  return `タスク${total}件中${done}件が完了${late === 0 ? "しています" : `、${late}件が遅れています`}。`;
}

const ja: TaskText = {
  gap: "",
  due: ({ day, weekday }, milestone) => `期日は **${day}** (${weekday}) です(${milestone})。`,
  noDate: (milestone) => `${milestone} のタスクです。マイルストーンに期日がないため、まだ日付がありません。`,
  noDue: (milestone) => `${milestone} のタスクです。`,
  waitsFor: (tasks) => `${tasks.join("、")} の完了を待っています。`,
  taskSignature: (url) =>
    `<sub>Detoil・マイルストーンのタスク・タイトル、日付、担当者、ラベルは変更するとそのまま残ります・\`/sre help\`・${link(url)}</sub>`,
  undated: "(未定)",
  removed: (url) =>
    `このタスクは ${link(url)} からなくなりました。Detoil は今後このイシューを更新せず、リマインドもしません。不要であればクローズしてください。`,

  parentTitle: (milestone) => `${milestone} のタスク`,
  dueHead: (milestone, day, count) => `**${milestone} の期日は${day}です。** ${countJa(count)}`,
  pastHead: (milestone, day, count) => `**${milestone} の期日は${day}でした。** ${countJa(count)}`,
  undatedHead: (milestone, count) =>
    `**${milestone} にはまだ期日がありません。** 期日が決まると、タスクの日付も決まります。${countJa(count)}`,
  closedHead: (milestone, day, count) =>
    `**${milestone} は${day === null ? "" : `${day}に`}クローズされました。** ${countJa(count)}`,
  columns: ["タスク", "担当者", "期日", ""],
  done: "✅",
  dropped: "対応しない",
  late: "❌ 遅れています",
  open: "⏳",
  after: (tasks) => `⏳ ${tasks.join("、")} 待ち`,
  movedTo: (milestone) => `${milestone} へ移動`,
  movedOut: "マイルストーンの外へ移動",
  from: (milestone) => `${milestone} から`,
  ended: "削除または移管済み・再作成しません",
  toCome: "まだ作成していません",
  nobody: "なし",
  progress: (made, total) => `タスク${total}件中${made}件を作成しました。残りは GitHub の制限の範囲で順に作成します。`,
  more: (count) => `…ほか${count}件はマイルストーンにあります。`,
  moreProblems: (count) => `…ほか${count}件`,
  moreNames: (count) => `ほか${count}件`,
  empty: "sre.yml にマイルストーンのタスクがありません。",
  parentSignature: (url) =>
    `<sub>Detoil・マイルストーンのタスク・この部分の外に書いた内容は残ります・${link(url)}</sub>`,
  problems: {
    unassignable: (logins, tasks) =>
      `${logins.join("、")} はこのリポジトリで担当者にできないため、${tasks.join("、")} の担当から外れています。アクセス権を付与するか、sre.yml で別の人を指定してください。`,
    passedOver: (logins, task) =>
      `${logins.join("、")} はこのリポジトリで担当者にできないため、${task} のローテーションでは飛ばします。アクセス権を付与するか、sre.yml のリストを変更してください。`,
    noTurn: (task) =>
      `${task} のローテーションに、担当者にできる人がいません。アクセス権を付与するか、sre.yml のリストを変更してください。`,
    noTemplate: (file) =>
      `${file} はデフォルトブランチの \`.github/ISSUE_TEMPLATE\` にないか、読み取れません。タスクはテンプレートなしで作成します。`,
    templateName: (file, name) => `${file} の ${name} はここでは使えません。本文はそのままにします。`,
    noProject: (project) => `プロジェクト ${project} が存在しないか、Detoil から見えません。`,
    projectForbidden: (project) =>
      `Detoil はプロジェクト ${project} に書き込めません。App に組織の「Projects: Read and write」を許可してください。`,
    noStatus: (project, status) => `プロジェクト ${project} にステータス ${status} がありません。`,
    noDueField: (project, field) => `プロジェクト ${project} に日付フィールド ${field} がありません。`,
    hiddenItems: (tasks, project) =>
      `${tasks.join("、")} は Detoil から見えないプロジェクトに入っているため、${project} に入っているか確認できません。入っていなければ追加してください。`,
    tooManySubIssues: (most) => `GitHub のサブイシューは${most}件までのため、残りは表だけに載せます。`,
    refusedTask: (task, reason) =>
      `GitHub が ${task} の作成を受け付けません(${reason})。sre.yml のタスクを変更してください。Detoil は1日に1回、再度作成を試みます。`,
    refusedLabel: (label) =>
      `GitHub がラベル ${label} を受け付けないため、タスクに付けていません。Issue テンプレートか sre.yml のラベルを変更してください。`,
    noSubIssues: "この GitHub では Detoil がサブイシューを追加できないため、タスクは表だけに載せます。",
    refusedSubIssue: (task, reason) =>
      `GitHub が ${task} をサブイシューとして受け付けません(${reason})。表だけに載せます。`,
    refusedDependency: (task, blocker, reason) =>
      `GitHub が ${task} から ${blocker} への依存関係を受け付けません(${reason})。依存関係が循環していないか確認するか、sre.yml の \`after\` を変更してください。`,
  },
};

const texts: Readonly<Record<Language, TaskText>> = { en, ja };

export function messages(language: Language): TaskText {
  return texts[language];
}
