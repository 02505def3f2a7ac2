import { addDays, type IsoDay } from "./day.ts";

const DAYS = 30;

/**
 * Whether a milestone is overdue by more than 30 days, too long for new tasks: a team that starts to use Detoil may have
 * milestones that were left open for years (ThingPulse/esp8266-oled-ssd1306#249).
 */
export function isLongOverdue(due: IsoDay | null, today: IsoDay): boolean {
  return due !== null && addDays(due, DAYS) < today;
}
