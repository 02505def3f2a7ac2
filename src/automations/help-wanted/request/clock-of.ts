import { calendarOf } from "../../../calendar/calendar.ts";
import { durationOf } from "../../../calendar/duration.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Clock } from "./timing.ts";

export function clockOf({ now, config, section }: ReconcileContext<"help-wanted">): Clock {
  return { now, calendar: calendarOf(config), within: durationOf(section["respond-within"]) };
}
