import type { ReconcileContext } from "../../automation.ts";
import type { RequestFacts } from "../facts.ts";
import { isAmong, isSame } from "../picking/login.ts";
import { pick } from "../picking/pick.ts";
import type { Selection } from "../picking/selection.ts";
import { clockOf } from "./clock-of.ts";
import type { HelpRequest } from "./request.ts";
import { isBacklog } from "./timing.ts";
import { withTurn } from "./turns.ts";

type Context = ReconcileContext<"help-wanted">;

/** A comment names so many people and problems; the picker's page explains the rest. */
const MOST_TOLD = 10;

/** Whom the picker chooses for a request as it stands. */
export function selectionFor(request: HelpRequest, facts: RequestFacts, context: Context): Selection {
  const { item, paths, teams, busy, codeowners, known } = facts;
  const clock = clockOf(context);
  const { now, calendar } = clock;
  return pick({
    request: {
      author: item.author,
      labels: item.labels,
      paths,
      askedBefore: request.asks.map(({ login }) => login),
      assignTo: request.wanted?.login ?? null,
      reserved: known.reserved,
      isBacklog: isBacklog(request, clock),
    },
    section: context.section,
    away: [...known.away, ...request.away],
    covers: [...known.covers, ...request.covers],
    workloads: known.workloads,
    teams,
    busy,
    codeowners,
    now,
    calendar,
  });
}

/** The request put to the next person; where there is none, to the people of `escalate-to`, or to nobody. */
export function askNext(request: HelpRequest, facts: RequestFacts, context: Context): HelpRequest {
  const selection = selectionFor(request, facts, context);
  const { choice } = selection;
  const at = context.now.toISOString();
  const fresh = {
    ...request,
    remindedAt: null,
    escalations: [],
    answer: null,
    snoozed: null,
    wanted: null,
    next: selection.next,
    problems: problemsIn(selection, context),
  };
  const others = othersIn(selection);
  if (choice.kind !== "person") {
    return {
      ...fresh,
      state: "escalated",
      asked: null,
      askedAt: null,
      escalations: [at],
      nobody: choice.why,
      why: { open: 0, others, despite: [], named: false },
      assigned: [],
      unassignable: false,
    };
  }
  const { login, despite } = choice;
  const isAssigned = isAmong(login, facts.item.assignees);
  const unassignable = isUnassignable(login, facts, context);
  // Who was chosen in an attempt that died may have been assigned by it.
  const isOurs = isAmong(login, request.assigned) || isSame(login, facts.known.reserved);
  const own = isOurs || !(isAssigned || unassignable);
  return {
    ...fresh,
    state: "asked",
    asked: login,
    askedAt: at,
    nobody: null,
    why: { open: openOf(login, facts), others, despite: [...despite], named: request.wanted?.login != null },
    asks: withTurn(request.asks, { login, at, left: null, returned: false }),
    assigned: own ? [login] : [],
    unassignable,
  };
}

/** What the team should fix. */
export function problemsIn({ problems }: Selection, context: Context): HelpRequest["problems"] {
  return problems.filter((problem) => isToldHere(problem, context)).slice(0, MOST_TOLD);
}

/** A permission that is missing, one issue tells, for all requests. */
function isToldHere({ kind }: Selection["problems"][number], { granted }: Context): boolean {
  return kind !== "team-unreadable" || granted === null || granted.members !== undefined;
}

/** The same person once more, from now on. */
export function askAgain(request: HelpRequest, facts: RequestFacts, context: Context): HelpRequest {
  const next = nextAfter(request, facts, context);
  const askedAt = context.now.toISOString();
  return { ...request, state: "asked", askedAt, remindedAt: null, escalations: [], snoozed: null, next };
}

/** Who would be asked now if the person who is asked passed: since the ask others may have had their turn, or be away. */
export function nextAfter(request: HelpRequest, facts: RequestFacts, context: Context): string | null {
  const { choice } = selectionFor(request, facts, context);
  return choice.kind === "person" && !isSame(choice.login, request.asked) ? choice.login : null;
}

/** GitHub drops whoever may not be assigned without a word: its list of people says it before, its answer after. */
export function isUnassignable(
  login: string,
  { item, assignable }: Pick<RequestFacts, "item" | "assignable">,
  { refusals }: Pick<Context, "refusals">,
): boolean {
  if (isAmong(login, item.assignees)) return false;
  const isDropped = refusals.some(
    ({ action, part, number, value }) =>
      number === item.number &&
      ((part === "assignee" && isSame(login, value)) || (part === null && action === "add-assignees")),
  );
  return isDropped || (assignable !== null && !assignable.has(login.toLowerCase()));
}

function openOf(login: string, { known }: Pick<RequestFacts, "known">): number {
  return known.workloads.get(login.toLowerCase())?.open ?? 0;
}

function othersIn({ candidates }: Selection): HelpRequest["why"]["others"] {
  return candidates
    .flatMap(({ login, reasons: [reason] }) => (reason === undefined ? [] : [{ login, reason: { ...reason } }]))
    .slice(0, MOST_TOLD);
}
