import type { Weekday } from "./day.ts";
import { type Hours, parseHours } from "./hours.ts";
import type { Range } from "./ranges.ts";

/** When a team works. */
export interface Calendar {
  readonly timezone: string;
  /** `JP`, `DE-BY`; null: none are kept. */
  readonly holidays: string | null;
  readonly closed: readonly Range[];
  readonly week: readonly Weekday[];
  readonly hours: Hours;
}

/** The part of sre.yml that a calendar is made of; what is left out is as in sre.example.yml. */
export interface CalendarSettings {
  readonly timezone: string;
  readonly calendar?:
    | {
        readonly holidays?: string | null | undefined;
        readonly closed?: readonly Range[] | undefined;
        readonly week?: readonly Weekday[] | undefined;
        readonly hours?: string | undefined;
      }
    | null
    | undefined;
}

const WEEK: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];
const HOURS = "09:00-18:00";

// What is counted in a calendar is kept with it, so one configuration has one calendar.
const known = new WeakMap<CalendarSettings, Calendar>();

/** The calendar of a validated sre.yml, the same one at each call. Throws if the hours are not valid. */
export function calendarOf(settings: CalendarSettings): Calendar {
  const calendar = known.get(settings) ?? read(settings);
  known.set(settings, calendar);
  return calendar;
}

function read({ timezone, calendar }: CalendarSettings): Calendar {
  const text = calendar?.hours ?? HOURS;
  const hours = parseHours(text);
  if (hours === null) throw new Error(`not opening hours: ${text}`);
  return {
    timezone,
    holidays: calendar?.holidays ?? null,
    closed: calendar?.closed ?? [],
    week: calendar?.week ?? WEEK,
    hours,
  };
}
