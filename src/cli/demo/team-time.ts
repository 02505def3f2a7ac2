import { formatMoment, type Language } from "../../calendar/format.ts";

/** Where the teams of the story are: the terminal and the pages show the same times. */
export const TEAM_ZONE = "Asia/Tokyo";

/** In which the story begins. */
const FIRST_YEAR = new Date("2026-11-02T00:00:00Z");

/** "Mon 2 Nov 10:00 JST", and with its year in the next one. */
export const teamTime = (at: string, language: Language) => formatMoment(new Date(at), TEAM_ZONE, language, FIRST_YEAR);
