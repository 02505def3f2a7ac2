import type { IsoDay } from "../../calendar/day.ts";
import { signature } from "../../markdown/signature.ts";
import { textsIn } from "../texts.ts";
import { samples } from "./samples.ts";

/** The day in a task's text, which people edit: `**2026-12-15** (Tue)`. Everywhere else a day is `Tue 15 Dec`. */
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
  late(since: string): string;
  readonly open: string;
  /** `late`: it comes after "late since …". */
  after(tasks: readonly string[], late: boolean): string;
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
  /** Tasks in the table that are not in `total`: moved, deleted, or closed as not planned. */
  readonly uncounted: number;
}

function countEn({ done, total, late, uncounted }: Count): string {
  if (total === 0) return "No tasks are left in it.";
  const head = total === 1 ? `${done} of 1 task done` : `${done} of ${total} tasks done`;
  const apart = uncounted === 0 ? "" : ` (${uncounted} not counted: moved, deleted or not planned)`;
  return `${head}${late === 0 ? "" : `, ${late} late`}${apart}.`;
}

const en: TaskText = {
  gap: " ",
  due: ({ day, weekday }, milestone) => `Due **${day}** (${weekday}) for ${milestone}.`,
  noDate: (milestone) => `For ${milestone}. No date yet: the milestone has none.`,
  noDue: (milestone) => `For ${milestone}.`,
  waitsFor: (tasks) => `Waits for ${tasks.join(", ")}.`,
  taskSignature: (url) =>
    signature("milestone-tasks.md", "a title, date, assignee or label that you change stays · `/sre help`", url),
  undated: "(no date yet)",
  removed: (url) =>
    [
      "**This task is no longer in sre.yml.** Detoil no longer updates it and reminds nobody. Close it if nobody needs it.",
      signature("milestone-tasks.md", "said once", url),
    ].join("\n\n"),

  parentTitle: (milestone) => `${milestone}: tasks`,
  dueHead: (milestone, day, count) => `**${milestone} is due on ${day}.** ${countEn(count)}`,
  pastHead: (milestone, day, count) => `**${milestone} was due on ${day}.** ${countEn(count)}`,
  undatedHead: (milestone, count) =>
    `**${milestone} has no date yet**; its tasks get theirs from it. ${countEn(count)}`,
  closedHead: (milestone, day, count) =>
    `**${milestone} was closed${day === null ? "" : ` on ${day}`}.** ${countEn(count)}`,
  columns: ["Task", "Owner", "Due", "Status"],
  done: "✅ done",
  dropped: "not planned",
  late: (since) => `❌ late since ${since}`,
  open: "⏳ open",
  after: (tasks, late) => `${late ? ", " : "⏳ "}waits for ${tasks.join(", ")}`,
  movedTo: (milestone) => `moved to ${milestone}`,
  movedOut: "moved out of the milestone",
  from: (milestone) => `from ${milestone}`,
  ended: "deleted or transferred, not created again",
  toCome: "not created yet",
  nobody: "nobody",
  progress: (made, total) =>
    `${made} of ${total} tasks are created. The others follow on their own, as fast as GitHub allows.`,
  more: (count) => `… and ${count} more in the milestone.`,
  moreProblems: (count) => `… and ${count} more.`,
  moreNames: (count) => `${count} more`,
  empty: "sre.yml has no tasks for milestones.",
  parentSignature: (url) => signature("milestone-tasks.md", "what you write above or below this part stays", url),
  problems: {
    unassignable: (logins, tasks) =>
      `${logins.join(", ")} cannot be assigned here, so ${tasks.join(", ")} ${tasks.length === 1 ? "lacks" : "lack"} them. Give them access to the repository, or name somebody else in sre.yml.`,
    passedOver: (logins, task) =>
      `${logins.join(", ")} cannot be assigned here, so the rotation of ${task} passes them over. Give them access to the repository, or change the list in sre.yml.`,
    noTurn: (task) =>
      `Nobody in the rotation of ${task} can be assigned here. Give them access to the repository, or change the list in sre.yml.`,
    noTemplate: (file) =>
      `${file} is not in \`.github/ISSUE_TEMPLATE\` on the default branch, or cannot be read, so the tasks are created without it. Add the file, or change \`template\` in sre.yml.`,
    templateName: (file, name) =>
      `${file} uses ${name}, which cannot be filled in, so its text stays as written. Change it in the template.`,
    noProject: (project) =>
      `There is no project ${project}, or Detoil cannot see it. Change \`project\` in sre.yml, or give the App access to it.`,
    projectForbidden: (project) =>
      `Detoil may not write to project ${project}. An organization owner can grant the App **Projects: Read and write**.`,
    noStatus: (project, status) => `Project ${project} has no status ${status}. Add it there, or change it in sre.yml.`,
    noDueField: (project, field) =>
      `Project ${project} has no date field ${field}. Add it there, or change it in sre.yml.`,
    hiddenItems: (tasks, project) =>
      `${tasks.join(", ")} ${tasks.length === 1 ? "is" : "are"} in a project that Detoil cannot see, so it cannot tell whether ${tasks.length === 1 ? "it is" : "they are"} in ${project}. If not, add ${tasks.length === 1 ? "it" : "them"} there.`,
    tooManySubIssues: (most) => `GitHub allows ${most} sub-issues; the other tasks are in the table only.`,
    refusedTask: (task, reason) =>
      `GitHub refuses to create ${task}: ${reason}. Change the task in sre.yml; Detoil tries again once a day.`,
    refusedLabel: (label) =>
      `GitHub refuses the label ${label}, so tasks lack it. Change it in the issue template or in sre.yml.`,
    noSubIssues: "This GitHub does not let Detoil add sub-issues; the tasks are in the table only.",
    refusedSubIssue: (task, reason) => `GitHub refuses ${task} as a sub-issue: ${reason}. It is in the table only.`,
    refusedDependency: (task, blocker, reason) =>
      `GitHub refuses to mark ${task} as blocked by ${blocker}: ${reason}. Look for a circle in their dependencies, and change \`after\` in sre.yml.`,
  },
};

function countJa({ done, total, late, uncounted }: Count): string {
  if (total === 0) return "残っているタスクはありません。";
  const apart = uncounted === 0 ? "" : `(移動・削除・対応しない${uncounted}件を除く)`;
  return `タスク${total}件${apart}のうち完了は${done}件${late === 0 ? "" : `、遅れは${late}件`}です。`;
}

const ja: TaskText = {
  gap: "",
  due: ({ day, weekday }, milestone) => `期日は **${day}** (${weekday}) です(${milestone})。`,
  noDate: (milestone) => `${milestone} のタスクです。マイルストーンに期日がないため、まだ日付がありません。`,
  noDue: (milestone) => `${milestone} のタスクです。`,
  waitsFor: (tasks) => `${tasks.join("、")} の完了を待っています。`,
  taskSignature: (url) =>
    signature(
      "milestone-tasks.md",
      "タイトル、日付、担当者、ラベルを変更した場合、その内容はそのまま残ります · `/sre help`",
      url,
    ),
  undated: "(未定)",
  removed: (url) =>
    [
      "**このタスクは sre.yml から削除されました。** Detoil は今後この Issue を更新せず、リマインドもしません。不要であればクローズしてください。",
      signature("milestone-tasks.md", "このお知らせは一度だけです", url),
    ].join("\n\n"),

  parentTitle: (milestone) => `${milestone} のタスク`,
  dueHead: (milestone, day, count) => `**${milestone} の期日は${day}です。** ${countJa(count)}`,
  pastHead: (milestone, day, count) => `**${milestone} の期日は${day}でした。** ${countJa(count)}`,
  undatedHead: (milestone, count) =>
    `**${milestone} にはまだ期日がありません。** 期日が決まると、タスクの日付も決まります。${countJa(count)}`,
  closedHead: (milestone, day, count) =>
    `**${milestone} は${day === null ? "" : `${day}に`}クローズされました。** ${countJa(count)}`,
  columns: ["タスク", "担当者", "期日", "状況"],
  done: "✅ 完了",
  dropped: "対応しない",
  late: (since) => `❌ ${since}から遅れています`,
  open: "⏳ 未完了",
  after: (tasks, late) => `${late ? "。" : "⏳ "}${tasks.join("、")} の完了待ち`,
  movedTo: (milestone) => `${milestone} へ移動`,
  movedOut: "マイルストーンの外へ移動",
  from: (milestone) => `${milestone} から移動`,
  ended: "削除または移管済み(再作成しません)",
  toCome: "まだ作成していません",
  nobody: "なし",
  progress: (made, total) => `タスク${total}件中${made}件を作成しました。残りは GitHub の制限の範囲で順に作成します。`,
  more: (count) => `…ほか${count}件はマイルストーンにあります。`,
  moreProblems: (count) => `…ほか${count}件`,
  moreNames: (count) => `ほか${count}件`,
  empty: "sre.yml にマイルストーンのタスクがありません。",
  parentSignature: (url) => signature("milestone-tasks.md", "この部分の上や下に書いた内容はそのまま残ります", url),
  problems: {
    unassignable: (logins, tasks) =>
      `${logins.join("、")} はこのリポジトリで担当者にできないため、${tasks.join("、")} の担当から外れています。アクセス権を付与するか、sre.yml で別の人を指定してください。`,
    passedOver: (logins, task) =>
      `${logins.join("、")} はこのリポジトリで担当者にできないため、${task} のローテーションでは飛ばします。アクセス権を付与するか、sre.yml のリストを変更してください。`,
    noTurn: (task) =>
      `${task} のローテーションに、担当者にできる人がいません。アクセス権を付与するか、sre.yml のリストを変更してください。`,
    noTemplate: (file) =>
      `${file} はデフォルトブランチの \`.github/ISSUE_TEMPLATE\` にないか、読み取れません。タスクはテンプレートなしで作成します。ファイルを追加するか、sre.yml の \`template\` を変更してください。`,
    templateName: (file, name) =>
      `${file} の ${name} は値を埋め込めないため、そのまま残しています。テンプレートを修正してください。`,
    noProject: (project) =>
      `プロジェクト ${project} が存在しないか、Detoil から見えません。sre.yml の \`project\` を変更するか、App にアクセスを許可してください。`,
    projectForbidden: (project) =>
      `Detoil はプロジェクト ${project} に書き込めません。Organization のオーナーが App に **Projects: Read and write** を許可してください。`,
    noStatus: (project, status) =>
      `プロジェクト ${project} にステータス ${status} がありません。追加するか、sre.yml を変更してください。`,
    noDueField: (project, field) =>
      `プロジェクト ${project} に日付フィールド ${field} がありません。追加するか、sre.yml を変更してください。`,
    hiddenItems: (tasks, project) =>
      `${tasks.join("、")} は Detoil から見えないプロジェクトに入っているため、${project} に入っているか確認できません。入っていなければ追加してください。`,
    tooManySubIssues: (most) => `GitHub のサブ Issue は${most}件までのため、残りは表だけに載せます。`,
    refusedTask: (task, reason) =>
      `GitHub が ${task} の作成を受け付けません: ${reason}。sre.yml のタスクを変更してください。Detoil は1日に1回、再試行します。`,
    refusedLabel: (label) =>
      `GitHub がラベル ${label} を受け付けないため、タスクに付けていません。Issue テンプレートか sre.yml のラベルを変更してください。`,
    noSubIssues: "この GitHub では Detoil がサブ Issue を追加できないため、タスクは表だけに載せます。",
    refusedSubIssue: (task, reason) =>
      `GitHub が ${task} をサブ Issue として受け付けません: ${reason}。表だけに載せます。`,
    refusedDependency: (task, blocker, reason) =>
      `GitHub が ${task} から ${blocker} への依存関係を受け付けません: ${reason}。依存関係が循環していないか確認し、sre.yml の \`after\` を変更してください。`,
  },
};

export const messages = textsIn<TaskText>({
  seen: "A task, and the parent issue of a milestone",
  en,
  ja,
  samples,
});
