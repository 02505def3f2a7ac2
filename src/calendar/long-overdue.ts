import { addDays, type IsoDay } from "./day.ts";

const DAYS = 30;

/**
 * Whether a milestone's day is so long past that nobody is to be surprised by tasks for it: by more than 30 days. A team that
 * switches Detoil on has milestones that were left open for years (ThingPulse/esp8266-oled-ssd1306#249).
 */
export function isLongOverdue(due: IsoDay | null, today: IsoDay): boolean {
  return due !== null && addDays(due, DAYS) < today;
}
