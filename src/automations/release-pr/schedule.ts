import { lastTick } from "../../calendar/cron.ts";

/** A tick that was missed, because the server was down say, is caught up for this long. */
const CATCH_UP_MS = 12 * 3_600_000;

/** The schedule's last tick while it may still be acted on; null: nothing is due. `null` as schedule: always due, no tick. */
export function dueTick(schedule: string, timezone: string, now: Date): Date | null {
  const tick = lastTick(schedule, timezone, now);
  return tick !== null && now.getTime() - tick.getTime() <= CATCH_UP_MS ? tick : null;
}
