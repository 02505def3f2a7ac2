import { isoDay } from "../../../calendar/zone.ts";
import { reasonsAgainst, withoutFloods, withoutRepeats, workloadOf } from "./candidates.ts";
import { expand, unreadableTeams } from "./expand.ts";
import { distinct, isAmong, isSame } from "./login.ts";
import { onDuty } from "./on-duty.ts";
import type { Question } from "./question.ts";
import { routeOf } from "./route.ts";
import type { Candidate, Reason, Selection, WhyNobody } from "./selection.ts";

/**
 * Chooses the person whom a request is put to, and says why not the others. Pure: the same for the same question, in
 * whatever order GitHub lists things. The order of `people` in sre.yml decides among people who were never asked.
 */
export function pick(question: Question): Selection {
  const { section, teams, calendar, now, request } = question;
  const route = routeOf(question);
  const asked = route.people ?? section.people;
  const listed = [...asked, ...section.people, ...section["escalate-to"]];
  const problems = [
    ...route.problems,
    ...unreadableTeams(listed, teams).map((team) => ({ kind: "team-unreadable", team }) as const),
  ];
  const duty = section.strategy === "on-call" ? onDuty(question, isoDay(now, calendar.timezone)) : null;
  // Without `people` the roster says who may be asked.
  const pool = asked.length === 0 && duty !== null ? duty : expand(asked, teams);
  const everybody = distinct([...pool, ...expand(section.people, teams), ...(duty ?? [])]);
  const members = everybody.map((login) => candidateOf(login, question, pool, duty));
  const candidates = withoutFloods(withoutRepeats(members, question), question);
  const common = { candidates, problems };
  if (request.assignTo !== null) return { ...common, choice: named(request.assignTo, question), next: null };
  const chosen = reservedOf(candidates, question) ?? bestOf(candidates, question);
  if (chosen === null) return { ...common, choice: escalation(whyNobody(pool, duty), question), next: null };
  const passed = [...request.askedBefore, chosen];
  const others = members.filter(({ login }) => login !== chosen);
  const rest = { ...question, request: { ...request, askedBefore: passed, isBacklog: false } };
  return {
    ...common,
    choice: { kind: "person", login: chosen, despite: [] },
    next: bestOf(
      withoutFloods(
        others.filter(({ login }) => !isAmong(login, passed)),
        rest,
      ),
      rest,
    ),
  };
}

function candidateOf(
  login: string,
  question: Question,
  pool: readonly string[],
  duty: readonly string[] | null,
): Candidate {
  const { calendar, now } = question;
  const { open, lastAskedAt } = workloadOf(login, question);
  const reasons: Reason[] = reasonsAgainst(login, question, isoDay(now, calendar.timezone));
  if (!isAmong(login, pool)) reasons.unshift({ kind: "not-in-route" });
  if (duty !== null && !isAmong(login, duty)) reasons.unshift({ kind: "not-on-call" });
  return { login, eligible: reasons.length === 0, reasons, open, lastAskedAt };
}

/** Whoever was chosen already, before Detoil could write it. */
function reservedOf(candidates: readonly Candidate[], { request }: Question): string | null {
  return candidates.find(({ eligible, login }) => eligible && isSame(login, request.reserved))?.login ?? null;
}

/** Whoever was asked longest ago; with `least-loaded` among those with the fewest open requests. */
function bestOf(candidates: readonly Candidate[], question: Question): string | null {
  const ranked = candidates
    .filter(({ eligible }) => eligible)
    .map(({ login }) => ({ login, rank: rankOf(login, question) }));
  // The sort is stable: among equals the order of sre.yml decides.
  return ranked.sort((one, other) => compare(one.rank, other.rank))[0]?.login ?? null;
}

function rankOf(login: string, question: Question): readonly number[] {
  const { open, lastAskedAt, lastAskOrder } = workloadOf(login, question);
  const load = question.section.strategy === "least-loaded" ? open : 0;
  return lastAskedAt === null ? [load, 0] : [load, 1, lastAskedAt.getTime(), lastAskOrder];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** Whoever is named is asked although they are away, busy or have enough to do, and the reply says so. */
function named(login: string, question: Question): Selection["choice"] {
  const { request, calendar, now } = question;
  if (isSame(login, request.author)) return { kind: "nobody", why: "is-author" };
  const despite = reasonsAgainst(login, question, isoDay(now, calendar.timezone));
  return { kind: "person", login, despite };
}

function whyNobody(pool: readonly string[], duty: readonly string[] | null): WhyNobody {
  if (duty !== null && !duty.some((login) => isAmong(login, pool))) return "nobody-on-call";
  return pool.length === 0 ? "nobody-listed" : "nobody-eligible";
}

function escalation(why: WhyNobody, { section, teams, request }: Question): Selection["choice"] {
  const people = expand(section["escalate-to"], teams).filter((login) => !isSame(login, request.author));
  return people.length === 0 ? { kind: "nobody", why } : { kind: "escalation", people, why };
}
