import type { SetCheckRun } from "../../github/actions.ts";
import { planCheckRun, worstOf } from "../../managed/check-run.ts";
import type { ReconcileContext } from "../automation.ts";
import { conclusionOf } from "./conclusion.ts";
import { CHECK, type MergeGroupFacts } from "./facts.ts";
import { messages } from "./text.ts";

/** The worst conclusion among its pull requests; green where none touches the file, because the check may be required. */
export function planMergeGroup({ headOid, pulls, current }: MergeGroupFacts, context: ReconcileContext): SetCheckRun[] {
  const conclusions = pulls.map((pull) => ({ number: pull.number, ...conclusionOf(pull, context) }));
  const text = messages(context.config.language);
  const worst = worstOf(conclusions);
  const conclusion = worst?.conclusion ?? "success";
  const title = worst === undefined ? text.untouchedGroup : `#${worst.number}: ${worst.title}`;
  const summaries = conclusions.map(({ number, title, summary }) => `**#${number}** ${title}\n\n${summary}`);
  const summary = summaries.join("\n\n") || text.untouchedGroup;
  // Annotations are left out, because an update cannot remove them.
  const because = "a merge queue may wait for it";
  return planCheckRun(current, { name: CHECK, headOid, conclusion, title, summary, because }, "update");
}
