import { addDuration } from "../../../calendar/add.ts";
import type { Calendar } from "../../../calendar/calendar.ts";
import type { Instant } from "../../../records/record.ts";
import type { Cadence } from "./cadence.ts";
import { earliestOf, latestOf } from "./extremes.ts";
import type { Offer } from "./offer.ts";

/** Moments of these and later are so many promised periods after. */
export function periodsAfter(time: Instant, count: number, { duration }: Cadence, calendar: Calendar): Instant {
  const { amount, unit } = duration;
  return addDuration(new Date(time), { amount: amount * count, unit }, calendar).getTime();
}

/**
 * The dashboard has not been touched for two promised periods while update pull requests were opened or closed, or for three in
 * any case.
 */
export function isDashboardStale(
  touched: Instant,
  offers: readonly Offer[],
  { cadence, calendar }: { readonly cadence: Cadence; readonly calendar: Calendar },
  now: Instant,
): boolean {
  if (periodsAfter(touched, 3, cadence, calendar) <= now) return true;
  if (periodsAfter(touched, 2, cadence, calendar) > now) return false;
  return offers.some(({ openedAt, closedAt }) => openedAt > touched || (closedAt ?? 0) > touched);
}

interface Silence {
  readonly bot: string;
  /** Its last sign of life. */
  readonly since: Instant;
  /** When it counts as silent. */
  readonly at: Instant;
}

/** Bots, and when they count as silent: two promised periods after they offered something or Renovate touched its dashboard. */
export function silences(
  offers: readonly Offer[],
  touched: Instant | null,
  { cadence, calendar }: { readonly cadence: Cadence; readonly calendar: Calendar },
): Silence[] {
  const last = new Map<string, Instant>();
  for (const { bot, openedAt } of offers) last.set(bot, Math.max(openedAt, last.get(bot) ?? openedAt));
  if (touched !== null && last.has("renovate"))
    last.set("renovate", Math.max(touched, last.get("renovate") ?? touched));
  return [...last]
    .map(([bot, since]) => ({ bot, since, at: periodsAfter(since, 2, cadence, calendar) }))
    .sort((a, b) => a.since - b.since);
}

const PAUSES_AFTER_MS = 90 * 86_400_000;

/**
 * Since when nothing of Dependabot's was merged, and when it pauses itself, without a word: 90 days later
 * (dependabot/dependabot-core#8646). null: it does not; what it offered after those days tells so.
 */
export function dependabotPause(offers: readonly Offer[]): { readonly since: Instant; readonly at: Instant } | null {
  const own = offers.filter(({ bot }) => bot === "dependabot");
  if (!own.some(({ state }) => state === "open")) return null;
  const merges = own.flatMap(({ state, closedAt }) => (state === "merged" && closedAt !== null ? [closedAt] : []));
  const since = latestOf(merges) ?? earliestOf(own.map(({ openedAt }) => openedAt)) ?? 0;
  const at = since + PAUSES_AFTER_MS;
  return own.every(({ openedAt }) => openedAt < at) ? { since, at } : null;
}
