import type { Action } from "../../../github/actions.ts";
import type { Look } from "../../automation.ts";
import { obey } from "../commands/orders.ts";
import type { OneMilestone, TaskIssue } from "../facts.ts";
import { isMatched, settingsOf } from "../settings.ts";
import { lacksItem, putOnBoard } from "./board.ts";
import { created, existing, ownByKey, siblingsOf } from "./issues-of.ts";
import { rememberLinked } from "./linked.ts";
import type { TaskState } from "./state.ts";
import { dueOf, updateTask } from "./task-write.ts";
import { asItStands, type Wanted, wantedOfGuest } from "./wanted.ts";

/** An existing task, what it becomes, and the writes that take it there. */
export interface Handled {
  readonly state: TaskState;
  readonly wanted: Wanted;
  /** Receipts, the one update, replies: people wait for them. */
  readonly commanded: readonly Action[];
  /** The update of a task without commands. */
  readonly updated: readonly Action[];
  /** Once its dependencies are made. */
  readonly linked: readonly Action[];
}

/** Every task that there is, its commands carried out and brought up to date. */
export function handle(wanted: readonly Wanted[], facts: OneMilestone, look: Look): Handled[] {
  const byKey = new Map(wanted.map((task) => [task.key, task]));
  const own = ownByKey(facts);
  const isToCome = (key: string) => facts.milestone.open && byKey.has(key) && !own.has(key) && !facts.ended.has(key);
  return [...own.values(), ...facts.guests].map((task) =>
    handleOne(task, byKey.get(task.mark.key), isToCome, facts, look),
  );
}

function handleOne(
  issue: TaskIssue,
  asked: Wanted | undefined,
  isToCome: (key: string) => boolean,
  facts: OneMilestone,
  look: Look,
): Handled {
  const guest = issue.mark.milestone !== facts.milestone.number;
  const general = wantedOf(issue, asked, guest, facts);
  const kept = guest || isKept(issue, facts, look);
  const { orders, before, after } = kept
    ? obey(issue, dueOf(issue, general, null), facts, look)
    : { orders: null, before: [], after: [] };
  const due = dueOf(issue, general, orders);
  const wanted = due === general.due ? general : { ...general, ...general.on(due) };
  const siblings = siblingsOf(issue, facts);
  const blockers = wanted.after.flatMap((key) => {
    const sibling = siblings.get(key);
    if (sibling !== undefined) return existing(sibling).shown;
    return !guest && isToCome(key) ? created(facts.milestone.number, key).shown : [];
  });
  const update = kept ? updateTask(issue, wanted, orders, { facts, look, after: blockers }) : null;
  const open = issue.open && orders?.close !== true;
  const board = { id: issue.id, ref: `item/${issue.number}`, item: issue.item, due };
  const isOnBoard = issue.item !== null || lacksItem(issue, facts, look);
  const onBoard = kept && open && isOnBoard ? putOnBoard(board, facts, look) : [];
  const inIssue = update === null ? [] : [update];
  // The project first: a date in the mark that the project does not show yet would look like a person's. After a command
  // last, because the issue remembers that it was carried out; until the reply, the project is not asked.
  const writes = orders === null ? [...onBoard, ...inIssue] : [...inIssue, ...onBoard];
  const isSeenTo = kept && open && !guest && facts.milestone.open;
  const expects = update === null ? { body: issue.body } : undefined;
  const linked = isSeenTo ? rememberLinked(issue.number, update?.body ?? issue.body, expects) : null;
  // What names a task that is still to be made goes after its making.
  const namesNew = update?.body?.includes("{{ref:") === true;
  const isCommanded = (orders !== null || issue.replyDue) && !namesNew;
  return {
    state: {
      issue,
      key: issue.mark.key,
      guest,
      kept,
      open,
      title: update?.title ?? issue.title,
      due,
      assignees: update?.assignees ?? issue.assignees,
    },
    wanted,
    commanded: [
      ...before,
      ...(isCommanded ? writes.map((action): Action => ({ ...action, answers: true })) : []),
      ...(namesNew ? [] : after),
    ],
    updated: [...(isCommanded ? [] : writes), ...(namesNew ? after : [])],
    linked: linked === null ? [] : [linked],
  };
}

/** In a closed milestone, and once it is done, a task is only what people make of it. */
function wantedOf(issue: TaskIssue, asked: Wanted | undefined, guest: boolean, { milestone }: OneMilestone): Wanted {
  if (!milestone.open || !issue.open) return asItStands(issue, issue.mark.removed);
  if (asked === undefined) return asItStands(issue, true);
  return guest ? wantedOfGuest(issue, asked) : asked;
}

/** Moved to another milestone that is looked at, a task is that look's. */
function isKept({ milestone }: TaskIssue, facts: OneMilestone, look: Look): boolean {
  const other = facts.others.find(({ number }) => number === milestone);
  return other === undefined || !isMatched(other.title, settingsOf(look));
}
