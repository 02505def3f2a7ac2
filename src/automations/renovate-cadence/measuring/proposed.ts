import { statisticOf } from "../../../metrics/statistic.ts";
import { type CadenceName, NAMED_CADENCES } from "./cadence.ts";

const DAY_SECONDS = 86_400;

/**
 * The shortest promise that three of four gaps between batches would have kept; null: there are none, or not even the longest
 * would have been kept. `gaps`: in milliseconds.
 */
export function proposedCadence(gaps: readonly number[]): CadenceName | null {
  const seconds = statisticOf(gaps, "p75");
  if (seconds === null) return null;
  return NAMED_CADENCES.find(({ days }) => seconds <= days * DAY_SECONDS)?.name ?? null;
}
