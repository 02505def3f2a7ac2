import type { SectionOf } from "../../../config/section-of.ts";
import type { GitHub } from "../../../github/client.ts";
import type { WritableBook } from "../../../records/book.ts";
import type { Instant } from "../../../records/record.ts";
import type { Repository } from "../../automation.ts";
import { HISTORY } from "../history-start.ts";
import { continued } from "./continued.ts";
import { type HistoryCursor, readCursor } from "./cursor.ts";
import type { HistoryPage } from "./page.ts";
import { readPage } from "./read-page.ts";

export interface WholeHistory {
  readonly repository: Repository;
  readonly section: SectionOf<"four-keys">;
  readonly now: Date;
  /** How far back at least; absent: as far as it was read before, at first a year. */
  readonly since?: Instant | null;
  /** After each page that is recorded; what it returns is waited for. */
  readonly onPage?: (page: HistoryPage) => Promise<void>;
}

/** Reads history into a book, page by page, from where the book's cursor is to the end. */
export async function readWholeHistory(
  github: GitHub,
  { repository, section, now, since = null, onPage }: WholeHistory,
  book: WritableBook,
): Promise<HistoryCursor> {
  let cursor = continued(await readCursor(book), { section, now, since });
  for (;;) {
    const page = await readPage({ github, repository, section, book, mayReadRuns: true }, cursor);
    if (page === null) return cursor;
    cursor = page.cursor;
    await book.record({ readings: page.readings, cursors: [{ name: HISTORY, value: cursor }] });
    await onPage?.(page);
  }
}
