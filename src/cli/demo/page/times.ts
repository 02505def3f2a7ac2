import type { Time } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { teamMoment } from "../team-time.ts";

/** "Fri 20 Nov 10:00", where the teams are; the exact moment on hover. */
export function when(time: Time): Html {
  return html`<time datetime="${time}" title="${time}">${teamMoment(time)}</time>`;
}

const day = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });

/** "Thu 17 Dec": the day that a milestone's `due_on` means, its UTC date part. */
export const dayOf = (dueOn: Time) => day.format(new Date(dueOn)).replace(",", "");
