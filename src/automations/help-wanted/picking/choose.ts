import { instantOf, isoDay } from "../../../calendar/zone.ts";
import type { HelpDesk } from "../../../records/help-wanted/desk.ts";
import type { HelpPlace } from "../../../records/help-wanted/help-request.ts";
import { pick } from "./pick.ts";
import type { Question } from "./question.ts";
import type { Selection } from "./selection.ts";

/** A question without what the desk knows. */
export interface Unasked extends Omit<Question, "request" | "workloads"> {
  readonly request: Omit<Question["request"], "reserved">;
}

/**
 * Picks a person with what is known of all repositories of the home. `isAsking`: the person is to be asked now, so nobody
 * else chooses meanwhile, and for the others it is as if they had been asked; otherwise nothing is kept.
 */
export function choose(desk: HelpDesk, place: HelpPlace, question: Unasked, isAsking: boolean): Promise<Selection> {
  const { now, calendar, away, covers, request } = question;
  const today = instantOf(isoDay(now, calendar.timezone), 0, calendar.timezone);
  return desk
    .reserve({ ...place, now: now.getTime(), today: today.getTime() }, (state) => {
      const selection = pick({
        ...question,
        request: { ...request, reserved: state.reserved },
        away: [...state.away, ...away],
        covers: [...state.covers, ...covers],
        workloads: state.workloads,
      });
      const { choice } = selection;
      return { selection, reserves: isAsking && choice.kind === "person" ? choice.login : null };
    })
    .then(({ selection }) => selection);
}
