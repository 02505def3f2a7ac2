import type { Calendar } from "../../../calendar/calendar.ts";
import { instantOf, isoDay } from "../../../calendar/zone.ts";
import type { HelpDesk, HomeState } from "../../../records/help-wanted/desk.ts";
import type { HelpPlace } from "../../../records/help-wanted/help-request.ts";

/** What was read, with what is known of the home, and whom it leads to asking now; null: nobody. */
interface Decided<Facts> {
  readonly facts: Facts;
  readonly asks: string | null;
}

/**
 * Completes facts with what is known of all repositories of the home. Nobody else chooses meanwhile, so `decide` is pure; whom
 * it says that the plan will ask counts as asked for all others from then on, though nothing is written yet.
 */
export async function atDesk<Facts>(
  desk: HelpDesk,
  place: HelpPlace,
  { now, calendar }: { readonly now: Date; readonly calendar: Calendar },
  decide: (known: HomeState) => Decided<Facts>,
): Promise<Facts> {
  const today = instantOf(isoDay(now, calendar.timezone), 0, calendar.timezone);
  const asking = { ...place, now: now.getTime(), today: today.getTime() };
  const { facts } = await desk.reserve(asking, (known) => {
    const decided = decide(known);
    return { ...decided, reserves: decided.asks };
  });
  return facts;
}
