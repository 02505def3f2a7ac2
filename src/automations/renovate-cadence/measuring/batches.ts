import type { Instant } from "../../../records/record.ts";

/** Merges less than this after the first one are one batch. */
const BATCH_MS = 48 * 3_600_000;
const LATEST = 6;

/** When each batch of merges began, in order of time. */
export function batchStarts(merges: readonly Instant[]): Instant[] {
  const starts: Instant[] = [];
  for (const merge of merges.toSorted((a, b) => a - b)) {
    const first = starts.at(-1);
    if (first === undefined || merge - first >= BATCH_MS) starts.push(merge);
  }
  return starts;
}

/** The time between batches, in milliseconds: at most the latest six. */
export function latestGaps(starts: readonly Instant[]): number[] {
  return starts
    .slice(1)
    .map((start, at) => start - (starts[at] ?? start))
    .slice(-LATEST);
}
