import type { SetCheckRun } from "../../github/actions.ts";
import type { Look } from "../automation.ts";
import { checkIfDue } from "../check-if-due.ts";
import { CHECK, type MergeGroupFacts } from "./facts.ts";
import { textOf } from "./text.ts";
import { verdictOn } from "./verdict.ts";

/** The worst of what is said of its pull requests; green where none touches the file, because the check may be required. */
export function planMergeGroup({ headOid, pulls, current }: MergeGroupFacts, look: Look): SetCheckRun[] {
  const verdicts = pulls.map((pull) => ({ number: pull.number, ...verdictOn(pull, look) }));
  const text = textOf(look.config.language);
  const worst = verdicts.find(({ conclusion }) => conclusion !== "success") ?? verdicts[0];
  const conclusion = worst?.conclusion ?? "success";
  const title = worst === undefined ? text.untouchedGroup : `#${worst.number}: ${worst.title}`;
  const summaries = verdicts.map(({ number, title, summary }) => `**#${number}** ${title}\n\n${summary}`);
  const summary = summaries.join("\n\n") || text.untouchedGroup;
  return checkIfDue(current, {
    name: CHECK,
    head_sha: headOid,
    // No annotations here, so an update leaves none behind.
    ...(current === null ? {} : { check_run_id: current.id }),
    conclusion,
    output: { title, summary },
    because: "a merge queue may wait for it",
  });
}
