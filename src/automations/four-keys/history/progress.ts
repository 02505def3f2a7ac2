import type { RecordBook } from "../../../records/book.ts";
import type { Instant } from "../../../records/record.ts";
import type { HistoryProgress } from "../report/facts.ts";
import { type HistoryCursor, readCursor } from "./cursor.ts";

/** How far the repository's history was read. */
export async function historyProgress(book: Pick<RecordBook, "cursor">): Promise<HistoryProgress> {
  return progressOf(await readCursor(book));
}

export function progressOf(cursor: HistoryCursor | null): HistoryProgress {
  if (cursor === null) return { reading: { read: 0, total: null }, completeFrom: null };
  if (cursor.complete) return { reading: null, completeFrom: Date.parse(cursor.since) };
  const { read, total } = cursor;
  return { reading: { read, total }, completeFrom: completeFrom(cursor) };
}

/** Changes and the commit graph are read last, the newest first: from the oldest one read on, nothing is missing. */
function completeFrom({ since, todo, reached }: HistoryCursor): Instant | null {
  const start = Date.parse(since);
  const pending = new Set(todo.filter(({ until }) => Date.parse(until) === start).map(({ list }) => list));
  if (pending.has("deployments") || pending.has("incidents")) return null;
  const isRead = todo[0]?.list === "changes" || todo[0]?.list === "commits";
  if (!pending.has("changes") && !pending.has("commits")) return start;
  return isRead && reached !== null ? Math.max(start, Date.parse(reached)) : null;
}
