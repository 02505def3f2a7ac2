import { calendarOf } from "../../../calendar/calendar.ts";
import { formatIsoDay } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Executed, Subject } from "../../../commands/declaration.ts";
import type { Command } from "../../../commands/read-commands.ts";
import type { Plan } from "../../../github/actions.ts";
import type { ReconcileContext } from "../../automation.ts";
import { milestoneLink } from "../milestone-link.ts";
import { asIs } from "../task/desired.ts";
import type { CommandChanges } from "../task/state.ts";
import { dueOf, updateTask } from "../task/task-write.ts";
import type { CommandedTask } from "./command-facts.ts";
import { commandText } from "./text.ts";
import type { CommandContext, TaskStatus } from "./verb.ts";
import { VERBS } from "./verbs.ts";

type Context = ReconcileContext<"milestones">;

/** A task as its commands see it: what they change is one update. */
export function taskSubject(facts: CommandedTask, context: Context): Subject {
  const { task, desiredDue } = facts;
  const start = { open: task.open, due: dueOf(task, { due: desiredDue }, null), assignees: task.assignees };
  return subjectAt(start, start, facts, context);
}

function subjectAt(current: TaskStatus, start: TaskStatus, facts: CommandedTask, context: Context): Subject {
  return {
    people: { assignee: current.assignees },
    processed: facts.task.metadata.processed,
    offered: VERBS,
    help: null,
    execute: (command, who) => execute(command, who, current, start, facts, context),
    writes: (processed) => writes({ processed, ...changesOf(start, current) }, facts, context),
  };
}

function execute(
  { word, argument }: Command,
  who: string,
  current: TaskStatus,
  start: TaskStatus,
  facts: CommandedTask,
  context: Context,
): Executed {
  const verb = VERBS.find((one) => one.word === word);
  if (verb === undefined) throw new Error(`a task has no verb ${word}`);
  const commandContext = commandContextOf(who, facts, context);
  const { change, line, rejected } = verb.execute(argument, current, commandContext);
  const next = change === null ? null : subjectAt({ ...current, ...change }, start, facts, context);
  return { line, present: rejected ? line : verb.present(current, commandContext), next };
}

/** Everything else about the task stays as it is: its milestone's reconciliation follows. */
function writes(changes: CommandChanges, { task, milestone, desiredDue }: CommandedTask, context: Context): Plan {
  const { metadata, item } = task;
  // The date on the project was taken into account: it is no later change of a person's.
  const projectDue = changes.due === undefined ? metadata.projectDue : (item?.due ?? metadata.projectDue);
  const seen = { ...task, metadata: { ...metadata, projectDue } };
  const desired = { ...asIs(task, metadata.removed), due: desiredDue };
  const facts = {
    milestone,
    project: null,
    hasDependencies: false,
    parent: null,
    parentEnded: false,
    parentEndedOn: null,
  };
  const update = updateTask(seen, desired, changes, { facts, context, after: [], dropping: metadata.dropping });
  return update === null ? [] : [{ ...update, textOf: "milestone-tasks" }];
}

function changesOf(start: TaskStatus, end: TaskStatus): Omit<CommandChanges, "processed"> {
  return {
    due: end.due === start.due ? undefined : (end.due ?? undefined),
    assignees: end.assignees === start.assignees ? undefined : end.assignees,
    close: start.open && !end.open,
  };
}

function commandContextOf(who: string, { milestone, assignable }: CommandedTask, context: Context): CommandContext {
  const calendar = calendarOf(context.config);
  const today = isoDay(context.now, calendar.timezone);
  return {
    who,
    calendar,
    today,
    shown: (day) => formatIsoDay(day, context.config.language, today),
    assignable,
    milestone: { title: milestoneLink(milestone, context), due: milestone.due },
    text: commandText(context.config.language),
  };
}
