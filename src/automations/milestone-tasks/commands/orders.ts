import { calendarOf } from "../../../calendar/calendar.ts";
import type { IsoDay } from "../../../calendar/day.ts";
import { isoDay } from "../../../calendar/zone.ts";
import { type Answer, receipt, refusal, reply } from "../../../commands/answer.ts";
import { pendingCommands } from "../../../commands/pending.ts";
import type { Command } from "../../../commands/read-commands.ts";
import { HELP, helpText, unknownWord } from "../../../commands/vocabulary.ts";
import type { Action } from "../../../github/actions.ts";
import { code } from "../../../markdown/escape.ts";
import type { Look } from "../../automation.ts";
import type { OneMilestone, ParentIssue, TaskIssue } from "../facts.ts";
import { milestoneLink } from "../milestone-link.ts";
import type { Orders } from "../task/state.ts";
import { assign } from "./assign.ts";
import { done } from "./done.ts";
import { snooze } from "./snooze.ts";
import { take } from "./take.ts";
import { commandText } from "./text.ts";
import type { Outcome, Scene, Standing, TaskVerb } from "./verb.ts";

export interface Obeyed {
  /** What the task's one update must carry; null: nothing was to be done. */
  readonly orders: Orders | null;
  /** Receipts and refusals. */
  readonly before: readonly Action[];
  /** One reply to each comment. */
  readonly after: readonly Action[];
}

const VERBS: readonly TaskVerb[] = [snooze, done, take, assign];
const MOST_NAMED = 10;

/** Carries out what people asked for in comments on a task. `due`: the date that counts before that. */
export function obey(task: TaskIssue, due: IsoDay | null, facts: OneMilestone, look: Look): Obeyed {
  const start: Standing = { open: task.open, due, assignees: task.assignees };
  let standing = start;
  let heard: number | null = null;
  const before: Action[] = [];
  const after: Action[] = [];
  for (const { comment, commands } of pendingCommands(task.comments, look.self)) {
    const who = comment.author?.login ?? "";
    // What was carried out already was permitted then; it may have taken the task from whoever asked for it.
    const isHeard = comment.id <= task.mark.heard;
    if (!isHeard && !mayCommand(who, standing.assignees, facts)) {
      before.push(...refusal(comment));
      continue;
    }
    const scene = sceneOf(who, facts, look);
    const answers: Answer[] = [];
    for (const command of commands) {
      const { change, line, present } = carryOut(command, standing, scene, look);
      answers.push({ command, line: isHeard ? present : line });
      if (change === null || isHeard) continue;
      standing = { ...standing, ...change };
      heard = comment.id;
    }
    before.push(...receipt(comment));
    after.push(reply(task.number, comment, answers));
  }
  return { orders: heard === null ? null : ordersOf(heard, start, standing), before, after };
}

/** On the parent issue there is nothing to carry out: it tells where the verbs belong. */
export function obeyOnParent(parent: ParentIssue, facts: OneMilestone, look: Look): Omit<Obeyed, "orders"> {
  const before: Action[] = [];
  const after: Action[] = [];
  for (const { comment, commands } of pendingCommands(parent.comments, look.self)) {
    if (!mayCommand(comment.author?.login ?? "", [], facts)) {
      before.push(...refusal(comment));
      continue;
    }
    const answers = commands.map((command) => ({ command, line: lineOnParent(command, facts, look) }));
    before.push(...receipt(comment));
    after.push(reply(parent.number, comment, answers));
  }
  return { before, after };
}

/** `present`: the answer where it was carried out before. */
function carryOut(command: Command, standing: Standing, scene: Scene, look: Look): Outcome & { present: string } {
  const { language } = look.config;
  const verb = VERBS.find(({ word }) => word === command.word);
  if (verb === undefined) {
    const line = command.word === HELP ? helpText(VERBS, language) : unknownWord(command.word, VERBS, language);
    return { change: null, line, present: line };
  }
  const outcome = verb.carryOut(command.argument, standing, scene);
  return { ...outcome, present: outcome.vain ? outcome.line : verb.present(standing, scene) };
}

function lineOnParent({ word }: Command, { own, guests }: OneMilestone, look: Look): string {
  const { language } = look.config;
  const isVerb = VERBS.some((verb) => verb.word === word);
  if (word !== HELP && !isVerb) return unknownWord(word, VERBS, language);
  const words = isVerb ? [word] : VERBS.map((verb) => verb.word);
  const open = [...own, ...guests].filter((task) => task.open).map(({ number }) => `#${number}`);
  const more = Math.max(0, open.length - MOST_NAMED);
  const spoken = words.map((each) => code(`/sre ${each}`));
  return commandText(language).onTask(spoken, open.slice(0, MOST_NAMED), more);
}

function mayCommand(who: string, assignees: readonly string[], { writers }: OneMilestone): boolean {
  return [...writers, ...assignees].some((login) => login.toLowerCase() === who.toLowerCase());
}

function ordersOf(heard: number, start: Standing, end: Standing): Orders {
  return {
    heard,
    due: end.due === start.due ? undefined : (end.due ?? undefined),
    assignees: end.assignees === start.assignees ? undefined : end.assignees,
    close: start.open && !end.open,
  };
}

function sceneOf(who: string, { milestone, assignable }: OneMilestone, look: Look): Scene {
  const calendar = calendarOf(look.config);
  return {
    who,
    calendar,
    today: isoDay(look.now, calendar.timezone),
    assignable,
    milestone: { title: milestoneLink(milestone, look), due: milestone.due },
    text: commandText(look.config.language),
  };
}
