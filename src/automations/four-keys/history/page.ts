import type { SectionOf } from "../../../config/section-of.ts";
import type { GitHub } from "../../../github/client.ts";
import type { Reading, RecordBook } from "../../../records/book.ts";
import type { Repository } from "../../automation.ts";
import type { HistoryCursor } from "./cursor.ts";

/** Where history is read, and for what. */
export interface HistoryPlace {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly section: SectionOf<"four-keys">;
  /** Runs of workflows may be read. */
  readonly mayReadRuns: boolean;
  /** What is recorded so far, with what was read before in the same reconciliation. */
  readonly book: Pick<RecordBook, "deployedSince" | "knownCommits">;
}

/** GitHub's limit on queries; null: there is none. */
export type Limit = { readonly limit: number; readonly remaining: number; readonly resetAt: string } | null;

/** One page of a list, and where reading goes on. */
export interface HistoryPage {
  readonly readings: readonly Reading[];
  readonly cursor: HistoryCursor;
  readonly limit: Limit;
}

/** Some pages, and where reading goes on. */
export interface HistoryBatch {
  readonly readings: readonly Reading[];
  readonly cursor: HistoryCursor;
  /** GitHub's limit is needed for other work until then; null: reading may go on. */
  readonly pausedUntil: Date | null;
}

/** Goes on with the list behind this page, or with the next list. */
export function movedOn(
  cursor: HistoryCursor,
  after: string | null,
  news: Partial<Pick<HistoryCursor, "read" | "total" | "reached" | "tips" | "open">> = {},
): HistoryCursor {
  if (after !== null) return { ...cursor, ...news, after };
  const todo = cursor.todo.slice(1);
  const complete = cursor.complete || todo.length === 0;
  return { ...cursor, ...news, after: null, tips: null, open: [], reached: null, todo, complete };
}

/** Where the page behind this one begins; null: there is none. */
export function nextOf(
  connection: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } | null,
): string | null {
  return connection?.pageInfo.hasNextPage === true ? connection.pageInfo.endCursor : null;
}
