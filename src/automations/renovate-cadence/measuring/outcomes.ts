import { statisticOf } from "../../../metrics/statistic.ts";
import type { Instant } from "../../../records/record.ts";
import type { Offer } from "./offer.ts";

/** What became of the updates that were closed since a moment. */
export interface Outcomes {
  readonly merged: number;
  readonly superseded: number;
  readonly refused: number;
  /** Of all that say so, closed or open: those that are merged on their own. null: none says so. */
  readonly automerge: { readonly on: number; readonly of: number } | null;
  /** From the offer to the merge; null: none was merged. */
  readonly secondsToMerge: { readonly p50: number; readonly p90: number } | null;
}

export function outcomesSince(offers: readonly Offer[], since: Instant): Outcomes {
  const recent = offers.filter(({ closedAt }) => closedAt === null || closedAt >= since);
  const count = (state: Offer["state"]) => recent.filter((offer) => offer.state === state).length;
  const known = recent.filter(({ automerge }) => automerge !== null);
  const waited = recent.flatMap(({ state, openedAt, closedAt }) =>
    state === "merged" && closedAt !== null ? [closedAt - openedAt] : [],
  );
  const [p50, p90] = [statisticOf(waited, "p50"), statisticOf(waited, "p90")];
  return {
    merged: count("merged"),
    superseded: count("superseded"),
    refused: count("closed"),
    automerge: known.length === 0 ? null : { on: known.filter(({ automerge }) => automerge).length, of: known.length },
    secondsToMerge: p50 === null || p90 === null ? null : { p50, p90 },
  };
}
