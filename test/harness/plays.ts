import { LONG } from "./long.ts";
import { milestoneWork } from "./milestone-work.ts";
import type { Play } from "./play.ts";
import { teamwork } from "./teamwork.ts";

/** The first parts of a play: what is drawn for a part happens in them as well; `npm run test:chaos` plays all of it. */
const opening = (play: Play, parts: number): Play => ({
  ...play,
  parts: play.parts.slice(0, LONG ? undefined : parts),
});

/** The plays that are played in disorder and under kills. */
export const plays: Readonly<Record<string, Play>> = {
  teamwork: opening(teamwork, 4),
  milestoneWork: opening(milestoneWork, 5),
};
