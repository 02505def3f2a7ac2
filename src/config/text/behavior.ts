import { stringify } from "yaml";
import type { MilestoneCount } from "../milestone-count.ts";
import type { Lane } from "../schema.ts";
import { quote, quotes } from "./quote.ts";
import type { Sentence } from "./sentence.ts";

type Ends = Pick<Lane, "from" | "to">;

/** What changes, as people read it in the green check. */
export const behaviorText = {
  laneNew(lane: Lane): Sentence {
    const [from, to] = [quote(lane.from), quote(lane.to)];
    if (lane.schedule === null) {
      return {
        en: `A release pull request from ${from} to ${to} will be kept open while something waits.`,
        ja: `${from} から ${to} へのリリースプルリクエストを、リリース待ちがある間、開いておきます。`,
      };
    }
    const at = quote(lane.schedule);
    return {
      en: `A release pull request from ${from} to ${to} will be opened and refreshed at ${at}.`,
      ja: `${from} から ${to} へのリリースプルリクエストを ${at} の時刻に開き、更新します。`,
    };
  },
  laneGone({ from, to }: Ends): Sentence {
    return {
      en: `The release pull request from ${quote(from)} to ${quote(to)} will not be kept any more; an open one stays as it is.`,
      ja: `${quote(from)} から ${quote(to)} へのリリースプルリクエストは更新しなくなります。開いているものはそのまま残ります。`,
    };
  },
  laneSetting({ from, to }: Ends, key: string, was: unknown, is: unknown): Sentence {
    const change = `${quote(key)}: ${shown(was)} → ${shown(is)}`;
    return {
      en: `${quote(from)} → ${quote(to)}, ${change}`,
      ja: `${quote(from)} → ${quote(to)} の ${change}`,
    };
  },
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
      en: "Milestones will get no tasks any more; those that are there stay as they are.",
      ja: "マイルストーンのタスクは作成も更新もしなくなります。今あるものはそのまま残ります。",
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
      en: `${one ? "A task" : `${tasks.length} tasks`} will not be made any more${listed(": ", tasks)}. Open ones get a comment that says so, and stay.`,
      ja: `タスク${tasks.length}件を作成しなくなります${listed(": ", tasks)}。オープン中のものにはその旨をコメントし、そのまま残します。`,
    };
  },
  taskSetting(task: string, key: string, was: unknown, is: unknown): Sentence {
    const change = `${quote(key)}: ${shown(was)} → ${shown(is)}`;
    return { en: `Task ${quote(task)}, ${change}`, ja: `タスク ${quote(task)} の ${change}` };
  },
  setting(key: string, was: unknown, is: unknown): Sentence {
    const change = `${quote(key)}: ${shown(was)} → ${shown(is)}`;
    return { en: change, ja: change };
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
  const each = tasks.length === 1 ? "1 task" : `${tasks.length} tasks`;
  const milestones = `${open === 1 ? "1 open milestone" : `${open} open milestones`}${which === null ? "" : ` that ${open === 1 ? "matches" : "match"} ${which}`}`;
  const left = longOverdue === 1 ? "1 milestone that was" : `${longOverdue} milestones that were`;
  return {
    en: `${milestones} will get ${each} each${en}${parent && open > 0 ? ", and a parent issue" : ""}${listed(": ", tasks)}.${longOverdue === 0 ? "" : ` ${left} due more than 30 days ago will be left alone.`}`,
    ja: `${which === null ? "" : `${which} に一致する、`}オープン中のマイルストーン${open}件に、タスクを${tasks.length}件ずつ作成します${ja}${parent && open > 0 ? "。親 Issue も1件ずつ作成します" : ""}${listed(": ", tasks)}。${longOverdue === 0 ? "" : `期日を30日より長く過ぎた${longOverdue}件はそのままにします。`}`,
  };
}

const MOST_NAMED = 10;

/** The first keys, and how many more; empty if there are none. */
function listed(before: string, keys: readonly string[]): string {
  if (keys.length === 0) return "";
  const more = keys.length > MOST_NAMED ? ` … (+${keys.length - MOST_NAMED})` : "";
  return `${before}${quotes(keys.slice(0, MOST_NAMED))}${more}`;
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–";
  if (Array.isArray(value) && value.length === 0) return "–";
  if (typeof value === "string") return quote(value, 120);
  return quote(stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim(), 120);
}
