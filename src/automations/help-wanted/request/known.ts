import type { Calendar } from "../../../calendar/calendar.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Workload } from "../../../records/help-wanted/help-request.ts";
import type { Known } from "../facts.ts";
import type { HelpRequest } from "./request.ts";

/** A request and the number of its issue or pull request. */
export interface KnownRequest {
  readonly number: number;
  readonly request: HelpRequest;
}

/** Each request once, as it stood last. */
export function latestOf(requests: readonly KnownRequest[]): readonly KnownRequest[] {
  const latest = new Map<string, KnownRequest>();
  for (const one of requests) {
    const key = `${one.number} ${one.request.since}`;
    const former = latest.get(key);
    if (former === undefined || former.request.revision < one.request.revision) latest.set(key, one);
  }
  return [...latest.values()];
}

const OPEN: readonly HelpRequest["state"][] = ["asked", "answered", "snoozed", "escalated"];

/** What people have to do and were asked for last, without the request in question. */
export function knownFrom(
  requests: readonly KnownRequest[],
  question: { readonly number: number; readonly now: Date; readonly calendar: Calendar },
): Known {
  const { number, now, calendar } = question;
  const today = isoDay(now, calendar.timezone);
  const workloads = new Map<string, Workload>();
  const change = (login: string, to: (was: Workload) => Workload) => {
    const none = { open: 0, lastAskedAt: null, lastAskOrder: 0, askedToday: 0 };
    workloads.set(login.toLowerCase(), to(workloads.get(login.toLowerCase()) ?? none));
  };
  const turns = requests
    .flatMap(({ number: of, request }) => request.asks.map((ask, at) => ({ ...ask, of, place: at })))
    .filter(({ returned }) => !returned)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.of - b.of || a.place - b.place);
  for (const [order, { login, at }] of turns.entries()) {
    const lastAskedAt = new Date(at);
    const isToday = isoDay(lastAskedAt, calendar.timezone) === today;
    change(login, (was) => ({
      ...was,
      lastAskedAt,
      lastAskOrder: order,
      askedToday: was.askedToday + (isToday ? 1 : 0),
    }));
  }
  for (const { number: of, request } of requests) {
    const { asked } = request;
    if (of === number || asked === null || !OPEN.includes(request.state)) continue;
    change(asked, (was) => ({ ...was, open: was.open + 1 }));
  }
  return {
    workloads,
    away: requests.flatMap(({ request }) => request.away),
    covers: requests.flatMap(({ request }) => request.covers),
  };
}
