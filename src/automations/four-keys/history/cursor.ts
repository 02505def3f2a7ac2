import { z } from "zod";
import type { RecordBook } from "../../../records/book.ts";
import { HISTORY_SINCE } from "../../../records/history-since.ts";
import type { Instant } from "../../../records/record.ts";
import { HISTORY } from "../history-start.ts";

const time = z.iso.datetime();

/**
 * One list to be read, the newest first. `until`: what was updated earlier is not read any more. `commits` reads the graph
 * behind the newest deployment and the default branch, `branches` what was deployed from elsewhere.
 */
const task = z.discriminatedUnion("list", [
  z.object({ list: z.enum(["deployments", "changes", "branches"]), until: time }),
  z.object({ list: z.literal("incidents"), label: z.string(), until: time }),
  /** `whole`: also behind commits that are recorded, because their history was cut later than it is now. */
  z.object({ list: z.literal("commits"), until: time, whole: z.boolean() }),
]);

const shape = z.object({
  /** How far back history goes. */
  since: time,
  /** When this reading began: what was updated since then may have been read before. */
  begun: time,
  /** What of sre.yml it was read for. */
  deployments: z.string(),
  labels: z.array(z.string()),
  /** Absent: for none. */
  services: z.string().default(""),
  /** All of it was read once. */
  complete: z.boolean(),
  /** What is to be read; the first one is being read. */
  todo: z.array(task),
  /** The page of the first one that was read last; null: none. */
  after: z.string().nullable(),
  /** Commits whose history is to be read, the first one at the moment; null: not asked yet. */
  tips: z.array(z.string()).nullable(),
  /** Parents of what was read of it that are not read themselves. */
  open: z.array(z.string()),
  /** Pull requests read, and about how many there are. */
  read: z.number(),
  total: z.number().nullable(),
  /** Of the first list all was read that happened from then on. */
  reached: time.nullable(),
});

/** How far history was read; plain JSON. */
export type HistoryCursor = z.output<typeof shape>;
export type HistoryTask = z.output<typeof task>;

/** null: it was not begun. What another version wrote is read anew. */
export async function readCursor(book: Pick<RecordBook, "cursor">): Promise<HistoryCursor | null> {
  return shape.safeParse(await book.cursor(HISTORY)).data ?? null;
}

/** How far back somebody asked for; null: nobody did. */
export async function askedSince(book: Pick<RecordBook, "cursor">): Promise<Instant | null> {
  const { data } = time.safeParse(await book.cursor(HISTORY_SINCE));
  return data === undefined ? null : Date.parse(data);
}
