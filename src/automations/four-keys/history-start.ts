import type { RecordBook } from "../../records/book.ts";
import { at } from "../payload.ts";

/** The cursor of the reading of history; its `since` says how far back it goes. */
export const HISTORY = "history";

/** null: history is not read yet. */
export async function historyStart(book: RecordBook): Promise<Date | null> {
  const since = at(await book.cursor(HISTORY), "since");
  const time = typeof since === "string" ? Date.parse(since) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}
