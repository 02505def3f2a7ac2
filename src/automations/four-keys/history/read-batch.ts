import { meaningOf } from "../../../github/error-meaning.ts";
import type { Reading, RecordBook } from "../../../records/book.ts";
import type { HistoryCursor } from "./cursor.ts";
import type { HistoryBatch, HistoryPlace } from "./page.ts";
import { pausedUntil } from "./pause.ts";
import { readPage } from "./read-page.ts";

/** A page may take GitHub ten seconds, and others wait for the worker. */
const PAGES = 10;

/** Some pages, of one kind of list. What fails after the first of them is left to the next time, so that those are recorded. */
export async function readBatch(place: HistoryPlace, from: HistoryCursor): Promise<HistoryBatch> {
  let batch: HistoryBatch = { readings: [], cursor: from, pausedUntil: null };
  const [begun] = from.todo;
  for (let count = 0; count < PAGES; count += 1) {
    const { cursor, readings } = batch;
    if (cursor.todo[0]?.list !== begun?.list) break;
    try {
      const page = await readPage({ ...place, book: withReadings(place.book, readings) }, cursor);
      if (page === null) break;
      const paused = pausedUntil(page.limit);
      batch = { readings: [...readings, ...page.readings], cursor: page.cursor, pausedUntil: paused };
      if (paused !== null) break;
    } catch (error) {
      if (count === 0 || meaningOf(error).is === "unknown") throw error;
      break;
    }
  }
  return batch;
}

/** Commits that are recorded, or will be at the end of the batch. A batch ends before something else is asked. */
function withReadings(book: HistoryPlace["book"], readings: readonly Reading[]): HistoryPlace["book"] {
  const read = new Set(readings.flatMap((reading) => (reading.type === "commit" ? [reading.record.sha] : [])));
  const knownCommits: RecordBook["knownCommits"] = async (shas) => {
    const known = await book.knownCommits(shas.filter((sha) => !read.has(sha)));
    return new Set([...known, ...shas.filter((sha) => read.has(sha))]);
  };
  return { deployedSince: (from, branch) => book.deployedSince(from, branch), knownCommits };
}
