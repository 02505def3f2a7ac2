import { lastTick } from "../../calendar/cron.ts";

/** A missed tick, for example because the server was down, is made up for within this time. */
const CATCH_UP_MS = 12 * 3_600_000;

/** The schedule's last tick while it still counts; null: nothing is due. `null` as schedule: always due, no tick. */
export function dueTick(schedule: string, timezone: string, now: Date): Date | null {
  const tick = lastTick(schedule, timezone, now);
  return tick !== null && now.getTime() - tick.getTime() <= CATCH_UP_MS ? tick : null;
}
