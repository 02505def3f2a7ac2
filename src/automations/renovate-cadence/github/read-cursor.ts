import type { RecordBook } from "../../../records/book.ts";
import type { Instant } from "../../../records/record.ts";

const NAME = "renovate-cadence";

/** How far closed pull requests were read, and what is better known than searched for. */
export interface ReadCursor {
  /** Those updated up to then are recorded; 0: none. */
  readonly until: Instant;
  /** Back to those updated then; 0: to the first. */
  readonly from: Instant;
  /** The promise for which that was far enough: what was pruned since (DETOIL_RETENTION) is not read again for it. */
  readonly promise: string;
  /** Of the latest, those that are no updates: `12@1700000000000`, the number and when it was updated. */
  readonly others: readonly string[];
  /** The Dependency Dashboard's number; null: none was found. */
  readonly dashboard: number | null;
  /** Who else writes updates like Renovate's here; null: nobody was seen. */
  readonly author: string | null;
}

/** null: nothing was read. */
export async function readCursor(book: Pick<RecordBook, "cursor">): Promise<ReadCursor | null> {
  // It is what `cursorOf` made, in this version or a later one: cursors of another shape get another name.
  return (await book.cursor(NAME)) as ReadCursor | null;
}

export function cursorOf(value: ReadCursor) {
  return { name: NAME, value };
}
