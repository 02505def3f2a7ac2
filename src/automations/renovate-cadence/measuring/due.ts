import { addDuration } from "../../../calendar/add.ts";
import type { Calendar } from "../../../calendar/calendar.ts";
import type { Duration } from "../../../calendar/duration.ts";
import type { Instant } from "../../../records/record.ts";
import type { Cadence } from "./cadence.ts";
import type { Offer } from "./offer.ts";

/** What a team promises, and when it works. */
export interface Terms {
  readonly cadence: Cadence;
  readonly grace: Duration;
  /** How long a security update may wait. */
  readonly security: Duration;
  readonly calendar: Calendar;
}

/** Until then an update keeps the promise: one period after it was offered, and the grace. */
export function dueBy({ openedAt }: Pick<Offer, "openedAt">, { cadence, grace, calendar }: Terms): Instant {
  const promised = addDuration(new Date(openedAt), cadence.duration, calendar);
  return addDuration(promised, grace, calendar).getTime();
}

/** Until then a security update keeps its own promise. */
export function securityDueBy({ openedAt }: Pick<Offer, "openedAt">, { security, calendar }: Terms): Instant {
  return addDuration(new Date(openedAt), security, calendar).getTime();
}
