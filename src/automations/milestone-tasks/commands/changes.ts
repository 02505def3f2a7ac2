import { calendarOf } from "../../../calendar/calendar.ts";
import type { IsoDay } from "../../../calendar/day.ts";
import { formatIsoDay } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import { type Answer, receipt, refusal, reply } from "../../../commands/answer.ts";
import { pendingCommands } from "../../../commands/pending.ts";
import type { Command } from "../../../commands/read-commands.ts";
import { HELP, helpText, unknownWord } from "../../../commands/vocabulary.ts";
import type { Action } from "../../../github/actions.ts";
import { code } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OneMilestone, ParentIssue, TaskIssue } from "../facts.ts";
import { milestoneLink } from "../milestone-link.ts";
import type { CommandChanges } from "../task/state.ts";
import { assign } from "./assign.ts";
import { done } from "./done.ts";
import { snooze } from "./snooze.ts";
import { take } from "./take.ts";
import { commandText } from "./text.ts";
import type { CommandContext, Outcome, TaskStatus, TaskVerb } from "./verb.ts";

export interface Executed {
  /** The changes for the task's one update; null: there are none. */
  readonly changes: CommandChanges | null;
  /** Receipts and refusals. */
  readonly before: readonly Action[];
  /** One reply per comment. */
  readonly after: readonly Action[];
}

const VERBS: readonly TaskVerb[] = [snooze, done, take, assign];
const MOST_NAMED = 10;

/** Carries out people's commands in comments on a task. `due`: the date in force before them. */
export function executeCommands(
  task: TaskIssue,
  due: IsoDay | null,
  facts: OneMilestone,
  context: ReconcileContext,
): Executed {
  const start: TaskStatus = { open: task.open, due, assignees: task.assignees };
  let current = start;
  let processed: number | null = null;
  const before: Action[] = [];
  const after: Action[] = [];
  for (const { comment, commands } of pendingCommands(task.comments, context.self)) {
    const who = comment.author?.login ?? "";
    // Commands that were carried out already were permitted then; they may have taken the task from their author.
    const isProcessed = comment.id <= task.metadata.processed;
    if (!isProcessed && !mayCommand(who, current.assignees, facts)) {
      before.push(...refusal(comment));
      continue;
    }
    const commandContext = commandContextOf(who, facts, context);
    const answers: Answer[] = [];
    for (const command of commands) {
      const { change, line, present } = execute(command, current, commandContext, context);
      answers.push({ command, line: isProcessed ? present : line });
      if (change === null || isProcessed) continue;
      current = { ...current, ...change };
      processed = comment.id;
    }
    before.push(...receipt(comment));
    after.push(reply(task.number, comment, answers));
  }
  return { changes: processed === null ? null : changesOf(processed, start, current), before, after };
}

/** On the parent issue nothing is carried out: the reply says where these verbs work. */
export function executeOnParent(
  parent: ParentIssue,
  facts: OneMilestone,
  context: ReconcileContext,
): Omit<Executed, "changes"> {
  const before: Action[] = [];
  const after: Action[] = [];
  for (const { comment, commands } of pendingCommands(parent.comments, context.self)) {
    if (!mayCommand(comment.author?.login ?? "", [], facts)) {
      before.push(...refusal(comment));
      continue;
    }
    const answers = commands.map((command) => ({ command, line: lineOnParent(command, facts, context) }));
    before.push(...receipt(comment));
    after.push(reply(parent.number, comment, answers));
  }
  return { before, after };
}

/** `present`: the reply if it was carried out before. */
function execute(
  command: Command,
  current: TaskStatus,
  commandContext: CommandContext,
  context: ReconcileContext,
): Outcome & { present: string } {
  const { language } = context.config;
  const verb = VERBS.find(({ word }) => word === command.word);
  if (verb === undefined) {
    const line = command.word === HELP ? helpText(VERBS, language) : unknownWord(command.word, VERBS, language);
    return { change: null, line, present: line };
  }
  const outcome = verb.execute(command.argument, current, commandContext);
  return { ...outcome, present: outcome.rejected ? outcome.line : verb.present(current, commandContext) };
}

function lineOnParent({ word }: Command, { own, movedIn }: OneMilestone, context: ReconcileContext): string {
  const { language } = context.config;
  const isVerb = VERBS.some((verb) => verb.word === word);
  if (word !== HELP && !isVerb) return unknownWord(word, VERBS, language);
  const words = isVerb ? [word] : VERBS.map((verb) => verb.word);
  const open = [...own, ...movedIn].filter((task) => task.open).map(({ number }) => `#${number}`);
  const more = Math.max(0, open.length - MOST_NAMED);
  const spoken = words.map((each) => code(`/sre ${each}`));
  return commandText(language).onTask(spoken, open.slice(0, MOST_NAMED), more);
}

function mayCommand(who: string, assignees: readonly string[], { writers }: OneMilestone): boolean {
  return [...writers, ...assignees].some((login) => login.toLowerCase() === who.toLowerCase());
}

function changesOf(processed: number, start: TaskStatus, end: TaskStatus): CommandChanges {
  return {
    processed,
    due: end.due === start.due ? undefined : (end.due ?? undefined),
    assignees: end.assignees === start.assignees ? undefined : end.assignees,
    close: start.open && !end.open,
  };
}

function commandContextOf(
  who: string,
  { milestone, assignable }: OneMilestone,
  context: ReconcileContext,
): CommandContext {
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
