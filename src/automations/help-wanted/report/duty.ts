import { addDays, type IsoDay, WEEKDAYS, weekdayOf } from "../../../calendar/day.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Span } from "../../../records/help-wanted/help-request.ts";
import { isSame } from "../picking/login.ts";
import { onDuty } from "../picking/on-duty.ts";
import type { Question } from "../picking/question.ts";

interface Week {
  /** Who is on call from when to when, in this week; empty where the strategy knows no duty. */
  readonly duty: readonly Span[];
  /** Days of this week for which nobody is on call. */
  readonly nobody: readonly IsoDay[];
  /** Who is away in this week, and until when. */
  readonly away: readonly Span[];
}

/** The week of a day, Monday to Sunday. */
export function weekOf({
  section,
  covers,
  away,
  now,
  calendar,
}: Pick<Question, "section" | "covers" | "away" | "now" | "calendar">): Week {
  const today = isoDay(now, calendar.timezone);
  const monday = addDays(today, -((WEEKDAYS.indexOf(weekdayOf(today)) + 6) % 7));
  const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at));
  const isOnCall = section.strategy === "on-call";
  const on = isOnCall ? days.map((day) => ({ day, people: onDuty({ section, covers }, day) })) : [];
  const duty: Span[] = [];
  for (const { day, people } of on)
    for (const who of people) {
      const before = duty.findIndex((span) => isSame(span.who, who) && addDays(span.to, 1) === day);
      if (before < 0) duty.push({ who, from: day, to: day });
      else duty[before] = { who, from: duty[before]?.from ?? day, to: day };
    }
  const sunday = addDays(monday, 6);
  const absent = [...section.away, ...away].filter(({ from, to }) => from <= sunday && to >= today);
  const last = new Map<string, Span>();
  for (const span of absent) {
    const known = last.get(span.who.toLowerCase());
    if (known === undefined || known.to < span.to) last.set(span.who.toLowerCase(), span);
  }
  return {
    duty,
    nobody: on
      .filter(({ day, people }) => people.length === 0 && calendar.week.includes(weekdayOf(day)))
      .map(({ day }) => day),
    away: [...last.values()].toSorted((a, b) => (a.who < b.who ? -1 : 1)),
  };
}
