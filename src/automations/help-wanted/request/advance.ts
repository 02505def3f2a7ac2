import type { ReconcileContext } from "../../automation.ts";
import type { RequestFacts } from "../facts.ts";
import { isSame } from "../picking/login.ts";
import { reliefFor } from "../picking/relief.ts";
import { askAgain, askNext, nextAfter, problemsIn, selectionFor } from "./ask.ts";
import { clockOf } from "./clock-of.ts";
import { pendingIn } from "./pending.ts";
import type { HelpRequest } from "./request.ts";
import { type Standing, standing } from "./standing.ts";
import { dueAt, halfTime, isBacklog, isTime, nextEscalation } from "./timing.ts";

type Context = ReconcileContext<"help-wanted">;

/** What people are notified of. */
export type News = "asked" | "again" | "reminder" | "escalation";

export interface Advanced extends Standing {
  /** null: nobody is to be notified. */
  readonly news: News | null;
}

/** So many requests of a backlog may wait for the people of `escalate-to` at the same time. */
const ENOUGH = 2;

type Step = Omit<Advanced, "replaced">;

/** How the request is to stand from now on; null: it is none. */
export function advance(facts: RequestFacts, context: Context): Advanced | null {
  const current = standing(facts, context);
  if (current === null) return null;
  // Nobody can be told anything there. And what people asked for comes first: it may be somebody else's by then, or later.
  if (facts.item.locked || pendingIn(facts, context.self, context.now).length > 0) return { ...current, news: null };
  return { ...current, ...atThisTime(current.request, facts, context) };
}

/** What the time asks for. */
function atThisTime(request: HelpRequest, facts: RequestFacts, context: Context): Step {
  const clock = clockOf(context);
  const asked = (next: HelpRequest): Step => ({
    request: next,
    news: next.state === "asked" ? "asked" : isAnybodyLeft(facts, context) ? "escalation" : null,
  });
  switch (request.state) {
    case "new": {
      if (!isTime(context.now, clock)) return { request, news: null };
      const next = askNext(request, facts, context);
      return isBacklog(request, clock) && isForLater(next, facts) ? { request, news: null } : asked(next);
    }
    case "asked":
      if (isTime(dueAt(request, clock), clock)) return escalated(request, facts, context);
      if (request.remindedAt === null && isTime(halfTime(request, clock), clock))
        return {
          request: { ...request, remindedAt: context.now.toISOString(), next: nextAfter(request, facts, context) },
          news: "reminder",
        };
      return { request, news: null };
    case "escalated": {
      if (!isTime(nextEscalation(request, clock), clock)) return { request, news: null };
      // Somebody may be back by now, or have room for another one.
      const isFound = request.asked === null && selectionFor(request, facts, context).choice.kind === "person";
      return isFound ? asked(askNext(request, facts, context)) : escalated(request, facts, context);
    }
    case "snoozed": {
      if (!isTime(new Date(request.snoozed?.until ?? context.now), clock)) return { request, news: null };
      if (request.asked !== null && isThere(request.asked, request, facts, context))
        return { request: askAgain(request, facts, context), news: "again" };
      return asked(askNext(request, facts, context));
    }
    case "answered":
    case "ended":
      return { request, news: null };
  }
}

function escalated(request: HelpRequest, facts: RequestFacts, context: Context): Step {
  const isLeft = isAnybodyLeft(facts, context);
  if (!isLeft && request.state === "escalated") return { request, news: null };
  const escalations = [...request.escalations, context.now.toISOString()];
  const problems = problemsIn(selectionFor(request, facts, context), context);
  return { request: { ...request, state: "escalated", escalations, problems }, news: isLeft ? "escalation" : null };
}

/** Of what has waited for long only a few are put to the people of `escalate-to`, and none that somebody has time for tomorrow. */
function isForLater({ state, asked, why }: HelpRequest, { known }: RequestFacts): boolean {
  if (state !== "escalated" || asked !== null) return false;
  return known.nobodys >= ENOUGH || why.others.some(({ reason }) => reason.kind === "enough-today");
}

function isAnybodyLeft({ item }: RequestFacts, context: Context): boolean {
  return reliefFor(item, context).length > 0;
}

/** Whoever snoozed a request gets it back, unless they are away by then. */
function isThere(login: string, request: HelpRequest, facts: RequestFacts, context: Context): boolean {
  const { candidates } = selectionFor(request, facts, context);
  const found = candidates.find((one) => isSame(one.login, login));
  return !(found?.reasons ?? []).some(({ kind }) => kind === "away" || kind === "busy");
}
