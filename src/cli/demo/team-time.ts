import { formatMoment, type Language } from "../../calendar/format.ts";

/** Where the teams of the story are: the terminal and the pages show the same times. */
export const TEAM_ZONE = "Asia/Tokyo";

/** "Mon 2 Nov 10:00 JST" */
export const teamTime = (at: string, language: Language) => formatMoment(new Date(at), TEAM_ZONE, language);
