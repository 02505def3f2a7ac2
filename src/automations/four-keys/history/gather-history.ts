import type { GitHub } from "../../../github/client.ts";
import { windowEnding } from "../../../metrics/configured.ts";
import type { Instant } from "../../../records/record.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import type { HistoryFacts } from "../facts.ts";
import { mayReadRuns } from "../wants.ts";
import { continued } from "./continued.ts";
import { askedSince, type HistoryCursor, readCursor } from "./cursor.ts";
import { reachOf } from "./reach.ts";
import { readBatch } from "./read-batch.ts";

type Context = Pick<ReconcileContext<"four-keys">, "repository" | "section" | "config" | "now" | "granted">;

/** Reading all of it once more for less than that would be out of proportion. */
const LITTLE_MS = 7 * 86_400_000;

/** Some pages of history, from where it was read to the last time. */
export async function gatherHistory(
  github: GitHub,
  context: Context,
  { book }: Pick<Observations, "book">,
): Promise<HistoryFacts> {
  const { repository, section, now, granted } = context;
  const stored = await readCursor(book);
  const readable = mayReadRuns(granted);
  const since = sinceOf(stored, await askedSince(book), context);
  const from = continued(stored, { section, now, since, mayReadRuns: readable });
  const batch = await readBatch({ github, repository, section, book, mayReadRuns: readable }, from);
  return { kind: "history", batch, isFurther: batch.cursor !== stored };
}

/** As far back as somebody asked for, or as the window of sre.yml needs; null: as far as it was read before. */
function sinceOf(
  stored: HistoryCursor | null,
  asked: Instant | null,
  { section, config, now }: Context,
): Instant | null {
  const window = windowEnding(now.getTime(), section, config);
  const needed = reachOf(now.getTime(), windowEnding(window.from, section, config).from);
  const isLittle = stored !== null && needed > Date.parse(stored.since) - LITTLE_MS;
  return isLittle ? asked : Math.min(needed, asked ?? needed);
}
