import type { GitHub } from "../../github/client.ts";
import type { HomeState } from "../../records/help-wanted/desk.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import type { RequestFacts } from "./facts.ts";
import { atDesk } from "./picking/at-desk.ts";
import { homeOf } from "./picking/home.ts";
import { plan } from "./plan.ts";
import { learnOwn } from "./reading/learn-own.ts";
import { identityOf } from "./record-writes.ts";
import { advance } from "./request/advance.ts";
import { clockOf } from "./request/clock-of.ts";
import { standing } from "./request/standing.ts";
import { newTurn } from "./request/turns.ts";

type Context = ReconcileContext<"help-wanted">;

const NOTHING: HomeState = { workloads: new Map(), away: [], covers: [], reserved: null, nobodys: 0 };

/** The facts with what is known of the other requests; whom the plan asks is reserved. */
export async function withKnown(
  github: GitHub,
  context: Context,
  { book }: Pick<Observations, "book">,
  read: Omit<RequestFacts, "known">,
): Promise<RequestFacts> {
  const alone = { ...read, known: NOTHING };
  const current = standing(alone, context)?.request ?? null;
  if (current === null) {
    await book.desk.release(read.item.number);
    return alone;
  }
  await learnOwn(github, context, book);
  const place = {
    home: homeOf(context.loaded, context.repository),
    number: read.item.number,
    since: Date.parse(current.since),
  };
  return atDesk(book.desk, place, clockOf(context), (known) => {
    const facts = { ...read, known };
    return { facts, asks: askedIn(facts, context) };
  });
}

/** Whom the plan asks; null: nobody, also where GitHub refused to have it said. */
function askedIn(facts: RequestFacts, context: Context): string | null {
  const request = advance(facts, context)?.request ?? null;
  const turn = request === null ? null : newTurn(request, facts.recorded?.request ?? null);
  if (request === null || turn === null || plan(facts, context).length === 0) return null;
  const comments = identityOf(facts.item.number, request);
  const isRefused = context.refusals.some(
    ({ part, identity }) => part === null && identity?.startsWith(comments) === true,
  );
  return isRefused ? null : turn.login;
}
