import type { GitHub } from "../../../github/client.ts";
import type { RecordBook } from "../../../records/book.ts";
import type { ReconcileContext } from "../../automation.ts";
import { READ } from "../recording.ts";
import { readingOf } from "../request/reading.ts";
import { readKnown } from "./read-known.ts";

/** Tells a desk that knows nothing beforehand, as in a preview, of this repository's requests. */
export async function learnOwn(
  github: GitHub,
  context: ReconcileContext<"help-wanted">,
  { desk, cursor }: Pick<RecordBook, "desk" | "cursor">,
): Promise<void> {
  if (desk.learn === null || (await cursor(READ)) !== null) return;
  desk.learn((await readKnown(github, context)).map((one) => readingOf(one, context)));
}
