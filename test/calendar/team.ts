import { type Calendar, type CalendarSettings, calendarOf } from "../../src/calendar/calendar.ts";

/** A team's calendar: Monday to Friday, 09:00-18:00 in Tokyo, without holidays, unless given otherwise. */
export function team(calendar: CalendarSettings["calendar"] = {}, timezone = "Asia/Tokyo"): Calendar {
  return calendarOf({ timezone, calendar });
}
