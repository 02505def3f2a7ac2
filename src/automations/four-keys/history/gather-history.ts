import type { GitHub } from "../../../github/client.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import type { HistoryFacts } from "../facts.ts";
import { continued } from "./continued.ts";
import { askedSince, readCursor } from "./cursor.ts";
import { readBatch } from "./read-batch.ts";

/** Some pages of history, from where it was read to the last time. */
export async function gatherHistory(
  github: GitHub,
  { repository, section, now }: Pick<ReconcileContext<"four-keys">, "repository" | "section" | "now">,
  { book }: Pick<Observations, "book">,
): Promise<HistoryFacts> {
  const stored = await readCursor(book);
  const from = continued(stored, { section, now, since: await askedSince(book) });
  const batch = await readBatch({ github, repository, section, book }, from);
  return { kind: "history", batch, isFurther: batch.cursor !== stored };
}
