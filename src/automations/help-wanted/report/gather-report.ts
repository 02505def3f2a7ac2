import type { GitHub } from "../../../github/client.ts";
import { findOwnIssue } from "../../../github/own-issues.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import { homeOf } from "../picking/home.ts";
import { learnOwn } from "../reading/learn-own.ts";
import type { ReportFacts } from "./facts.ts";
import { hasReport } from "./has-report.ts";
import { REPORT } from "./plan.ts";

/** null: there is none, or it is in another repository, whose file says who may be asked. */
export async function gatherReport(
  github: GitHub,
  context: ReconcileContext<"help-wanted">,
  { book }: Pick<Observations, "book">,
): Promise<ReportFacts | null> {
  if (!hasReport(context)) return null;
  await learnOwn(github, context, book);
  const found = await findOwnIssue(github, { ...context, marker: REPORT, states: "all", mustBeSure: true });
  return {
    records: await book.desk.read(homeOf(context.loaded, context.repository)),
    isShared: book.desk.learn === null,
    ...found,
  };
}
