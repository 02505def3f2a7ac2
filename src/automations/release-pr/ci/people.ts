import { isOpen } from "../../../calendar/business.ts";
import { calendarOf } from "../../../calendar/calendar.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Person } from "../person.ts";
import type { CiFacts } from "./facts.ts";
import type { Ended } from "./outcome.ts";
import { sinceGreen } from "./since-green.ts";

/** A mention of everybody would help nobody. */
const MOST = 10;
/** Older news comes late: Detoil was down, or has just been installed. */
const AWAITED_MS = 3_600_000;

/** Whom a notice is for. */
export interface Addressed {
  readonly logins: readonly string[];
  /** They are mentioned; else only named. */
  readonly pings: boolean;
}

/**
 * Green: the assignees. Red: the authors of what was merged since the last green head, else the assignees. Bots are left out.
 *
 * Checks end minutes after somebody pushed, merged or pressed "Re-run", so whoever did it is at work, whatever the calendar
 * says: they wait for this. Out of hours nobody is mentioned because of what a bot merged on its own, or of old news.
 */
export function addressed(facts: CiFacts, { kind, at }: Ended, { now, config }: ReconcileContext): Addressed {
  const authors = kind === "red" && facts.lane.mention !== "none" ? authorsOf(facts) : [];
  const logins = authors.length > 0 ? authors : loginsOf(facts.assignees);
  const isAwaited = now.getTime() - at.getTime() < AWAITED_MS && !isBotsWork(facts);
  return { logins: logins.slice(0, MOST), pings: isOpen(now, calendarOf(config)) || isAwaited };
}

function authorsOf({ since }: CiFacts): string[] {
  const green = since === null ? null : sinceGreen(since);
  return loginsOf((green?.merged ?? []).flatMap(({ author }) => author ?? []));
}

function loginsOf(people: readonly Person[]): string[] {
  return [...new Set(people.filter(({ bot }) => !bot).map(({ login }) => login))];
}

function isBotsWork({ since, headOid }: CiFacts): boolean {
  return since?.merged.find(({ mergeCommit }) => mergeCommit === headOid)?.mergedBy?.bot === true;
}
