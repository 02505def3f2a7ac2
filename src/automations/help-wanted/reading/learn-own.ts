import type { GitHub } from "../../../github/client.ts";
import { findOwnIssue } from "../../../github/own-issues.ts";
import type { RecordBook } from "../../../records/book.ts";
import type { ReconcileContext } from "../../automation.ts";
import { READ } from "../recording.ts";
import { hasReport } from "../report/has-report.ts";
import { REPORT, reportReading } from "../report/plan.ts";
import { readingOf } from "../request/reading.ts";
import { readKnown } from "./read-known.ts";

/** Tells a desk that knows nothing beforehand, as in a preview, of this repository's requests, and of its report. */
export async function learnOwn(
  github: GitHub,
  context: ReconcileContext<"help-wanted">,
  { desk, cursor }: Pick<RecordBook, "desk" | "cursor">,
): Promise<void> {
  if (desk.learn === null) return;
  if ((await cursor(READ)) === null)
    desk.learn((await readKnown(github, context)).map((one) => readingOf(one, context)));
  if (!hasReport(context)) return;
  const { issue } = await findOwnIssue(github, { ...context, marker: REPORT, states: "all", mustBeSure: false });
  const report = reportReading({ issue }, context);
  if (report !== null) desk.learn([report]);
}
