import type { Action, Plan } from "../../github/actions.ts";
import type { Look } from "../automation.ts";
import { obeyOnParent } from "./commands/orders.ts";
import { close, type Ended } from "./ending/closing.ts";
import type { MilestoneFacts, OneMilestone } from "./facts.ts";
import { isForgotten } from "./forgotten.ts";
import { ownValue } from "./own-value.ts";
import { type ParentView, updateParent } from "./parent/parent.ts";
import { parentContent } from "./parent/parent-body.ts";
import { problemsOf } from "./parent/problems.ts";
import { rowsOf } from "./parent/rows.ts";
import { isRefused, isUnsupported } from "./refusals.ts";
import { remind } from "./reminding/reminders.ts";
import { isMatched, settingsOf } from "./settings.ts";
import { blockExisting, type Links } from "./task/dependencies.ts";
import { type Handled, handle } from "./task/handled.ts";
import { existing, ownByKey, type Placed } from "./task/issues-of.ts";
import { isLinked } from "./task/linked.ts";
import { make } from "./task/make.ts";
import { tellRemoved } from "./task/removed.ts";
import type { TaskState } from "./task/state.ts";
import { type Wanted, wantedTasks } from "./task/wanted.ts";

const NOTHING_MADE = { actions: [], remembered: [] };

/** The writes that are missing: people's commands first, then what is to be made, then what is to be told. */
export function plan(facts: MilestoneFacts, look: Look): Plan {
  return facts.kind === "one" && !isForgotten(facts, look) ? planMilestone(facts, look) : [];
}

function planMilestone(read: OneMilestone, look: Look): Plan {
  const ending = close(
    handle(wantedIn(read, look), read, look).map(({ state }) => state),
    read,
    look,
  );
  const facts = asLeft(read, ending);
  const { milestone, parent } = facts;
  const wanted = wantedIn(facts, look);
  const handled = handle(wanted, facts, look);
  if (wanted.length === 0 && handled.length === 0 && parent === null) return [];
  const states = handled.map(({ state }) => state);
  const placed = new Map<string, Placed>([...ownByKey(facts)].map(([key, issue]) => [key, existing(issue)]));
  const view = viewOf({
    wanted,
    placed,
    states: states.flatMap((state) => moved(state, ending, look)),
    ending,
    facts,
    look,
  });
  const hasParent = settingsOf(look).parent && !facts.parentEnded;
  const toMake = milestone.open ? wanted.filter(({ key }) => !placed.has(key) && !facts.ended.has(key)) : [];
  const onParent = parent === null ? { before: [], after: [] } : obeyOnParent(parent, facts, look);
  const made = milestone.open ? make({ facts, look, toMake, placed, hasParent, view }) : NOTHING_MADE;
  // After `make`, which places what others wait for.
  const links = handled.map((task) => linksOf(task, placed, facts, look));
  const update = hasParent && parent !== null ? updateParent(view(0), facts, look) : null;
  return [
    ...onParent.before,
    ...onParent.after,
    // All of them first: GitHub takes no circles.
    ...links.flatMap(({ surplus }) => surplus),
    ...handled.flatMap(({ commanded }) => commanded),
    // Before anything that writes the parent, whose mark then remembers it as done.
    ...ending.beforeParent,
    ...(milestone.open ? labelsToMake(facts) : []),
    ...made.actions,
    ...handled.flatMap((task) => [...tellRemoved(task, look), ...task.updated]),
    ...links.flatMap(({ missing }) => missing),
    ...handled.flatMap(({ linked }) => linked),
    ...made.remembered,
    ...(update === null ? [] : [ending.needs.length === 0 ? update : { ...update, needs: ending.needs }]),
    ...ending.afterParent,
    ...remind(states, facts, look),
  ];
}

/** A milestone that this plan opens again is an open one for the rest of it. */
function asLeft(facts: OneMilestone, { afterParent }: Ended): OneMilestone {
  const isOpened = afterParent.some((action) => action.action === "update-milestone" && action.state === "open");
  return isOpened ? { ...facts, milestone: { ...facts.milestone, open: true, closedAt: null } } : facts;
}

function wantedIn(facts: OneMilestone, look: Look): readonly Wanted[] {
  return wantedTasks(facts, look).filter((task) => isStillWanted(task, facts));
}

/** A closed milestone gets no new tasks; it shows those that it had. */
function isStillWanted({ key }: Wanted, { milestone, own, parent }: OneMilestone): boolean {
  return (
    milestone.open ||
    own.some((task) => task.mark.key === key) ||
    ownValue(parent?.mark.numbers ?? {}, key) !== undefined
  );
}

interface Scene {
  readonly wanted: readonly Wanted[];
  readonly placed: ReadonlyMap<string, Placed>;
  readonly states: readonly TaskState[];
  readonly ending: Ended;
  readonly facts: OneMilestone;
  readonly look: Look;
}

/** What the parent says at a point of the plan: with what is placed by then, and so many tasks left to be made. */
function viewOf({ wanted, placed, states, ending, facts, look }: Scene): (left: number) => ParentView {
  const { open } = facts.milestone;
  const problems = open ? problemsOf(wanted, facts, look) : [];
  const turns = Object.fromEntries(wanted.flatMap(({ key, turn }) => (turn === null ? [] : [[key, turn]])));
  return (left) => {
    const rows = rowsOf(wanted, placed, states, facts, look);
    const progress = left === 0 ? null : { made: placed.size, total: placed.size + left };
    const remarks = { problems, closing: ending.parentText, progress };
    return {
      content: (room) => parentContent(rows, remarks, facts, look, room),
      placed: new Map(placed),
      turns,
      closing: ending.closing,
      finished: !open && rows.every(({ state }) => ["done", "dropped", "ended", "moved"].includes(state)),
    };
  };
}

/** A task that this plan moves to the next milestone is that one's from then on, if it is looked at; a guest leaves no trace. */
function moved(state: TaskState, { moved }: Ended, look: Look): TaskState | [] {
  if (moved === null || !moved.numbers.includes(state.issue.number)) return state;
  if (state.guest) return [];
  return isMatched(moved.to.title, settingsOf(look)) ? { ...state, kept: false, movedTo: moved.to } : state;
}

function labelsToMake({ missingLabels }: OneMilestone): Action[] {
  const because = "a task wants this label, and the repository lacks it";
  return missingLabels.map((label) => ({ action: "create-label", ...label, because }));
}

function linksOf(
  { state, wanted }: Handled,
  placed: ReadonlyMap<string, Placed>,
  facts: OneMilestone,
  look: Look,
): Links {
  const { issue, kept, open, guest } = state;
  const isKnown = facts.hasDependencies || isUnsupported("add-blocked-by", look);
  if (!isKnown || !kept || !open || guest || wanted.removed || !facts.milestone.open)
    return { surplus: [], missing: [] };
  const own = ownByKey(facts);
  const asked = wanted.blockers.flatMap((key) => placed.get(key) ?? []);
  // Where GitHub has none, only what it refused already is named still.
  const blockers = facts.hasDependencies
    ? asked
    : asked.filter(({ id }) => isRefused(`blocked-by/${issue.number}/${String(id)}`, look));
  const former = issue.mark.after.filter((key) => !wanted.after.includes(key)).flatMap((key) => own.get(key) ?? []);
  return blockExisting({ ...existing(issue), issue }, isLinked(issue, facts, look), blockers, former, look);
}
