import { addDuration } from "../../../calendar/add.ts";
import { businessTimeBetween } from "../../../calendar/business-between.ts";
import type { Calendar } from "../../../calendar/calendar.ts";
import { addDays, type IsoDay } from "../../../calendar/day.ts";
import type { Duration } from "../../../calendar/duration.ts";
import { instantOf, isoDay, wallClock } from "../../../calendar/zone.ts";
import { statisticOf } from "../../../metrics/statistic.ts";
import type { HelpState, PlacedRecord } from "../../../records/help-wanted/help-request.ts";
import { holderOf } from "../../../records/help-wanted/home-state.ts";
import { isSame } from "../picking/login.ts";

/** The numbers are about this many days before the report. */
export const DAYS = 28;

export interface Clock {
  readonly now: Date;
  readonly calendar: Calendar;
  /** `respond-within` */
  readonly within: Duration;
}

export interface OpenRequest {
  readonly repo: string;
  readonly number: number;
  readonly isPrivate: boolean;
  /** The day on which it got the label. */
  readonly since: IsoDay;
  readonly state: Exclude<HelpState, "ended">;
  /** The answer was due before now. */
  readonly isLate: boolean;
}

interface Load {
  readonly login: string;
  /** The oldest first. */
  readonly open: readonly OpenRequest[];
  /** How often they were asked in these days. */
  readonly asked: number;
}

export interface Numbers {
  /** Whoever has open requests or was asked, the most open ones first. */
  readonly people: readonly Load[];
  /** Nobody has these yet. */
  readonly nobodys: readonly OpenRequest[];
  /** Of the first answers in these days, the time from the first ask in milliseconds of business hours; null: there is none. */
  readonly toAnswer: { readonly count: number; readonly median: number | null; readonly p90: number | null };
  /** Of the answers that came or were due in these days. */
  readonly answers: { readonly inTime: number; readonly due: number };
  /** How often a request went from one person to another in these days. */
  readonly passed: number;
}

type Told = PlacedRecord & { readonly request: NonNullable<PlacedRecord["request"]> };

/** What the report says of all requests of the home; text.ts defines each number for people. */
export function numbersOf(records: readonly PlacedRecord[], clock: Clock): Numbers {
  const { now, calendar } = clock;
  const requests = records.filter((record): record is Told => record.request !== null);
  const { day, time } = wallClock(now, calendar.timezone);
  const from = instantOf(addDays(day, -DAYS), time, calendar.timezone).getTime();
  const isWithin = (at: number) => at >= from && at < now.getTime();
  const open = requests.filter(({ request }) => request.state !== "ended").toSorted((a, b) => a.since - b.since);
  const asks = requests.flatMap((one) => one.asks.filter(({ at }) => isWithin(at)));
  const firsts = requests.flatMap(({ request: { firstAskedAt, firstAnswerAt } }) =>
    firstAskedAt === null || firstAnswerAt === null || !isWithin(firstAnswerAt)
      ? []
      : [businessTimeBetween(new Date(firstAskedAt), new Date(firstAnswerAt), calendar)],
  );
  const seconds = (statistic: "p50" | "p90") => statisticOf(firsts, statistic);
  const due = requests.flatMap((one) => dueOf(one, clock)).filter(({ at }) => isWithin(at));
  const logins = [...open.flatMap(holderOf), ...asks.map(({ login }) => login)];
  return {
    people: [...new Map(logins.map((login) => [login.toLowerCase(), login])).values()]
      .map((login) => ({
        login,
        open: open
          .filter((one) => holderOf(one).some((holder) => isSame(holder, login)))
          .map((one) => shown(one, clock)),
        asked: asks.filter((ask) => isSame(ask.login, login)).length,
      }))
      .toSorted((a, b) => b.open.length - a.open.length || b.asked - a.asked || (a.login < b.login ? -1 : 1)),
    nobodys: open.filter((one) => holderOf(one).length === 0).map((one) => shown(one, clock)),
    toAnswer: { count: firsts.length, median: inMilliseconds(seconds("p50")), p90: inMilliseconds(seconds("p90")) },
    answers: { inTime: due.filter(({ inTime }) => inTime).length, due: due.length },
    passed: requests.flatMap(({ request }) => request.passedAt).filter(isWithin).length,
  };
}

function inMilliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}

function shown({ repo, number, since, request }: Told, clock: Clock): OpenRequest {
  const { state, askedAt, isPrivate } = request;
  const isDue = askedAt !== null && end(askedAt, clock) <= clock.now.getTime();
  return {
    ...{ repo, number, isPrivate },
    since: isoDay(new Date(since), clock.calendar.timezone),
    state: state === "ended" ? "new" : state,
    isLate: state === "escalated" || (state === "asked" && isDue),
  };
}

/** When a first answer came, or was due and is missing, and whether it was in time. */
function dueOf({ request, asks }: Told, clock: Clock): { readonly at: number; readonly inTime: boolean }[] {
  const { state, askedAt, firstAnswerAt } = request;
  if (firstAnswerAt !== null) {
    // Whoever takes a request has that turn from the answer on: it is measured against the ask before.
    const asked = [...asks.map(({ at }) => at), ...(askedAt === null ? [] : [askedAt])].filter(
      (at) => at < firstAnswerAt,
    );
    return [{ at: firstAnswerAt, inTime: asked.length === 0 || firstAnswerAt <= end(Math.max(...asked), clock) }];
  }
  const isWaiting = state === "asked" || state === "escalated";
  return isWaiting && askedAt !== null ? [{ at: end(askedAt, clock), inTime: false }] : [];
}

function end(askedAt: number, { within, calendar }: Clock): number {
  return addDuration(new Date(askedAt), within, calendar).getTime();
}
