import { addToDay } from "../../../calendar/add.ts";
import { calendarOf } from "../../../calendar/calendar.ts";
import type { IsoDay } from "../../../calendar/day.ts";
import { durationOf } from "../../../calendar/duration.ts";
import { sortByAssignable, withinLimit } from "../../../managed/assignable.ts";
import { cut } from "../../../markdown/length.ts";
import { type Absent, renderKnown, type TemplateValues } from "../../../markdown/template.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Milestone, OneMilestone, TaskIssue } from "../facts.ts";
import { blockersIn, type ConfigTask, isMatched } from "../settings.ts";
import { messages } from "../text.ts";
import { isLabelName } from "./label-name.ts";
import { type HeldTurns, heldTurns, keptTurn, nextTurn } from "./rotation.ts";
import { shownDate } from "./task-body.ts";

/** One task as sre.yml asks for it, in this milestone. */
export interface DesiredTask {
  readonly key: string;
  readonly title: string;
  /** Markdown, without what Detoil adds; null: its text stays as it is, except for the date. */
  readonly body: string | null;
  readonly labels: readonly string[];
  /** Named in sre.yml, and too long for GitHub: left out. */
  readonly longLabels: readonly string[];
  readonly assignees: readonly string[];
  /** Named in sre.yml, but GitHub would silently drop them: left out, or skipped in a rotation. */
  readonly unassignable: readonly string[];
  readonly rotates: boolean;
  readonly turn: string | null;
  readonly dated: boolean;
  readonly due: IsoDay | null;
  /** Title and body with another date than sre.yml's, a person's, filled in. */
  on(due: IsoDay | null): Pick<DesiredTask, "title" | "body">;
  /** Keys of other desired tasks. */
  readonly after: readonly string[];
  /** Those of them that become dependencies on GitHub. */
  readonly blockers: readonly string[];
  /** A name in its template file that is unknown here. */
  readonly unknownName: { readonly file: string; readonly name: string } | null;
  /** sre.yml no longer has it. */
  readonly removed: boolean;
}

/** Leaves room for what Detoil and people add, up to `LONGEST_BODY`. */
const LONGEST_TEXT = 40_000;

/** Every task that sre.yml asks for, blockers first. */
export function desiredTasks(facts: OneMilestone, context: ReconcileContext<"milestones">): DesiredTask[] {
  const tasks = context.section.tasks;
  const shared: Shared = {
    facts,
    context,
    blockers: blockersIn(tasks),
    turns: heldTurns(facts),
    values: valuesOf(facts, context),
  };
  return inOrder(tasks).map((task) => desiredTask(task, shared));
}

/** A task of another milestone that was moved into this one: dated by this one, otherwise unchanged. */
export function desiredOfMovedIn({ metadata }: TaskIssue, desired: DesiredTask): DesiredTask {
  const { title, assignees, turn, after } = metadata;
  return {
    ...desired,
    title,
    assignees,
    turn,
    after,
    blockers: after,
    on: (due) => ({ title, body: desired.on(due).body }),
  };
}

/** A task that needs no more work: closed, or gone from sre.yml. Only commands change it. */
export function asIs({ metadata, content }: TaskIssue, removed: boolean): DesiredTask {
  const { key, title, labels, assignees, turn, after, due } = metadata;
  const given = { key, title, labels, assignees, turn, after, due };
  const dated = shownDate(content) !== null;
  const on = () => ({ title, body: null });
  return {
    ...given,
    blockers: after,
    body: null,
    on,
    dated,
    unassignable: [],
    longLabels: [],
    rotates: false,
    unknownName: null,
    removed,
  };
}

/** The date that sre.yml asks for an existing task at the moment, in the milestone that covers it. */
export function desiredDueOf(
  { open, metadata }: TaskIssue,
  milestone: Milestone,
  context: ReconcileContext<"milestones">,
): IsoDay | null {
  const task = context.section.tasks.find(({ key }) => key === metadata.key);
  return milestone.open && open && task !== undefined ? desiredDue(task, milestone, context) : metadata.due;
}

/** The due day of a task, in the team's calendar; null without a date of the milestone, or an offset of its own. */
function desiredDue(task: ConfigTask, milestone: Milestone, context: ReconcileContext): IsoDay | null {
  if (task.due === undefined || milestone.due === null) return null;
  return addToDay(milestone.due, durationOf(task.due), calendarOf(context.config));
}

/** What all tasks of the milestone are made of, found out once for all of them. */
interface Shared {
  readonly facts: OneMilestone;
  readonly context: ReconcileContext;
  readonly blockers: ReadonlyMap<string, readonly string[]>;
  readonly turns: HeldTurns;
  readonly values: TemplateValues;
}

function desiredTask(task: ConfigTask, shared: Shared): DesiredTask {
  const { facts, context } = shared;
  const { milestone, assignable } = facts;
  const file = task.template === undefined ? null : (facts.templates.get(task.template) ?? null);
  const due = desiredDue(task, milestone, context);
  const textsOn = (day: IsoDay | null) => {
    const values = { ...shared.values, "task.due": day ?? undatedIn(context) };
    // The check of sre.yml does not cover template files: unknown placeholders stay as they are.
    const title = renderKnown(task.title ?? file?.title ?? task.key, values, "title");
    const body = renderKnown(task.body === "" ? (file?.body ?? "") : task.body, values, "text");
    return {
      title: title.text === "" ? task.key : title.text,
      body: cut(body.text, LONGEST_TEXT),
      unknown: title.unknown ?? body.unknown,
    };
  };
  const { unknown, ...texts } = textsOn(due);
  const rotates = !Array.isArray(task.assignees);
  const people = Array.isArray(task.assignees)
    ? namedOf(task.assignees.length > 0 ? task.assignees : (file?.assignees ?? []))
    : turnOf(task.key, task.assignees.rotate, shared);
  const labels = unique(task.labels.length > 0 ? task.labels : (file?.labels ?? []));
  return {
    key: task.key,
    ...texts,
    on(day) {
      const { title, body } = textsOn(day);
      return { title, body };
    },
    labels: labels.filter(isLabelName),
    longLabels: labels.filter((label) => !isLabelName(label)),
    assignees: withinLimit(sortByAssignable(unique(people.assigned), assignable).possible),
    unassignable: sortByAssignable(unique(people.named), assignable).refused,
    rotates,
    turn: people.turn,
    dated: task.due !== undefined,
    due,
    after: task.after,
    blockers: shared.blockers.get(task.key) ?? [],
    unknownName: task.template === undefined || unknown === null ? null : { file: task.template, name: unknown },
    removed: false,
  };
}

function turnOf(key: string, people: readonly string[], { facts, turns }: Shared) {
  const rotation = { key, people, assignable: facts.assignable };
  const turn = keptTurn(rotation, turns) ?? nextTurn(rotation, facts.earlier);
  return { assigned: turn === null ? [] : [turn], named: people, turn };
}

function namedOf(logins: readonly string[]) {
  return { assigned: logins, named: logins, turn: null };
}

/** A date that is not there: a text where it is filled in, nothing to a section. */
function undatedIn(context: ReconcileContext): Absent {
  return { absent: messages(context.config.language).undated };
}

function valuesOf({ milestone, others }: OneMilestone, context: ReconcileContext<"milestones">): TemplateValues {
  return {
    "milestone.title": milestone.title,
    "milestone.description": milestone.description,
    "milestone.due_on": milestone.due ?? undatedIn(context),
    "milestone.number": milestone.number,
    "previous.title": previousOf(milestone, others, context)?.title ?? "",
  };
}

/** The milestone before this one: by date where both have one, or else by number. */
function previousOf(
  milestone: Milestone,
  others: readonly Milestone[],
  context: ReconcileContext<"milestones">,
): Milestone | null {
  const isBefore = (a: Milestone, b: Milestone) =>
    a.due !== null && b.due !== null && a.due !== b.due ? a.due < b.due : a.number < b.number;
  return others
    .filter((other) => isMatched(other.title, context.section) && isBefore(other, milestone))
    .reduce<Milestone | null>((latest, other) => (latest === null || isBefore(latest, other) ? other : latest), null);
}

/** Blockers before the tasks they block; otherwise in the order of sre.yml. The check of sre.yml rejects cycles. */
function inOrder(tasks: readonly ConfigTask[]): ConfigTask[] {
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const issueRefs = new Set<ConfigTask>();
  const added = new Set<ConfigTask>();
  const add = (task: ConfigTask) => {
    if (added.has(task)) return;
    added.add(task);
    for (const key of task.after) {
      const blocker = byKey.get(key);
      if (blocker !== undefined) add(blocker);
    }
    issueRefs.add(task);
  };
  for (const task of tasks) add(task);
  return [...issueRefs];
}

/** Labels and logins ignore case; GitHub keeps the first spelling. */
function unique(names: readonly string[]): string[] {
  return [...new Map([...names].reverse().map((name) => [name.toLowerCase(), name])).values()].reverse();
}
