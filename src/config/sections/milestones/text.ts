import { changeOf } from "../../text/change.ts";
import { quote, quotes } from "../../text/quote.ts";
import type { Sentence, Sentences } from "../../text/sentence.ts";
import { projectLabel } from "../project-label.ts";
import type { MilestoneCount } from "./milestone-count.ts";

export const labels = {
  milestones: { en: "milestones", ja: "milestones" },
  task: { en: "a milestone task", ja: "マイルストーンのタスク" },
  rotation: { en: "a rotation", ja: "ローテーション" },
  project: projectLabel,
} as const;

export type TaskDiagnostic =
  | { readonly kind: "task-key-twice"; readonly key: string; readonly first: number }
  | { readonly kind: "task-without-title" }
  | { readonly kind: "after-unknown"; readonly key: string; readonly near: string | null }
  | { readonly kind: "after-cycle"; readonly keys: readonly string[] };

export const ruleSentences: Sentences<TaskDiagnostic> = {
  "task-key-twice": ({ key, first }) => ({
    en: `Task ${first} already has the key ${quote(key)}. Give each task its own.`,
    ja: `キー ${quote(key)} は${first}番目のタスクで使われています。タスクごとに別のキーにしてください。`,
  }),
  "task-without-title": () => ({
    en: "The task has no title. Write a `title`, or name a `template` that gives one.",
    ja: "タスクにタイトルがありません。`title` を書くか、タイトルを持つ `template` を指定してください。",
  }),
  "after-unknown": ({ key, near }) => ({
    en: `No task has the key ${quote(key)}. ${near === null ? "Name the `key` of a task in this list." : `Did you mean ${quote(near)}?`}`,
    ja: `キーが ${quote(key)} のタスクはありません。${near === null ? "このリストにあるタスクの `key` を書いてください。" : `${quote(near)} のことですか?`}`,
  }),
  "after-cycle": ({ keys }) => ({
    en: `These tasks wait for each other: ${keys.map((key) => quote(key)).join(" → ")}. Remove one \`after\`.`,
    ja: `タスクが互いに待ち合っています: ${keys.map((key) => quote(key)).join(" → ")}。\`after\` を1つ外してください。`,
  }),
};

/** What changes, as people read it in the green check. */
export const changeText = {
  milestonesNew(match: string, tasks: readonly string[], parent: boolean, count: MilestoneCount | null): Sentence {
    const which = match === "*" ? null : quote(match);
    if (count !== null) return milestonesCounted(which, tasks, parent, count);
    return {
      en: `Every open milestone${which === null ? "" : ` that matches ${which}`} will get ${tasks.length === 1 ? "1 task" : `${tasks.length} tasks`}${listed(": ", tasks)}.`,
      ja: `${which === null ? "" : `${which} に一致する、`}オープン中のすべてのマイルストーンに、タスクを${tasks.length}件作成します${listed(": ", tasks)}。`,
    };
  },
  milestonesGone(): Sentence {
    return {
      en: "Milestones will no longer get tasks; existing ones stay as they are.",
      ja: "マイルストーンのタスクは作成も更新もしなくなります。既存のタスクはそのまま残ります。",
    };
  },
  tasksNew(tasks: readonly string[], count: MilestoneCount | null): Sentence {
    const one = tasks.length === 1;
    const [en, ja] = count === null ? ["", ""] : issuesIn(tasks.length * count.open);
    return {
      en: `${one ? "A task" : `${tasks.length} tasks`} will be added to every open milestone${en}${listed(": ", tasks)}.`,
      ja: `オープン中のマイルストーンに、タスクを${tasks.length}件追加します${ja}${listed(": ", tasks)}。`,
    };
  },
  tasksGone(tasks: readonly string[]): Sentence {
    const one = tasks.length === 1;
    return {
      en: `${one ? "A task" : `${tasks.length} tasks`} will no longer be created${listed(": ", tasks)}. Open ones get a comment that says so, and stay.`,
      ja: `タスク${tasks.length}件を作成しなくなります${listed(": ", tasks)}。オープン中のタスクにはその旨をコメントし、そのまま残します。`,
    };
  },
  taskSetting(task: string, key: string, was: unknown, is: unknown): Sentence {
    const change = changeOf(key, was, is);
    return { en: `Task ${quote(task)}, ${change}`, ja: `タスク ${quote(task)} の ${change}` };
  },
} as const;

function issuesIn(count: number): [string, string] {
  return [` (${count === 1 ? "1 issue" : `${count} issues`})`, `(Issue ${count}件)`];
}

/** How many issues a first sre.yml will create: in an old repository that may be many. */
function milestonesCounted(
  which: string | null,
  tasks: readonly string[],
  parent: boolean,
  { open, longOverdue }: MilestoneCount,
): Sentence {
  const [en, ja] = issuesIn(tasks.length * open);
  const [each, eachJa] = open === 1 ? ["", ""] : [" each", "ずつ"];
  const gets = tasks.length === 1 ? "1 task" : `${tasks.length} tasks`;
  const milestones = `${open === 1 ? "1 open milestone" : `${open} open milestones`}${which === null ? "" : ` that ${open === 1 ? "matches" : "match"} ${which}`}`;
  const left = longOverdue === 1 ? "1 milestone that was" : `${longOverdue} milestones that were`;
  return {
    en: `${milestones} will get ${gets}${each}${en}${parent && open > 0 ? ", and a parent issue" : ""}${listed(": ", tasks)}.${longOverdue === 0 ? "" : ` ${left} due more than 30 days ago will be left alone.`}`,
    ja: `${which === null ? "" : `${which} に一致する、`}オープン中のマイルストーン${open}件に、タスクを${tasks.length}件${eachJa}作成します${ja}${parent && open > 0 ? `。親 Issue も1件${eachJa}作成します` : ""}${listed(": ", tasks)}。${longOverdue === 0 ? "" : `期日を30日より長く過ぎた${longOverdue}件はそのままにします。`}`,
  };
}

const MOST_NAMED = 10;

/** The first keys, and how many more; empty if there are none. */
function listed(before: string, keys: readonly string[]): string {
  if (keys.length === 0) return "";
  const more = keys.length > MOST_NAMED ? ` … (+${keys.length - MOST_NAMED})` : "";
  return `${before}${quotes(keys.slice(0, MOST_NAMED))}${more}`;
}
