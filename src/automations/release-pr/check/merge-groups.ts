import type { Language } from "../../../config/schema.ts";
import type { SetCheckRun } from "../../../github/actions.ts";
import type { LanesFacts, MergeGroupsFacts } from "../facts.ts";
import { CHECK, checkFor, ordinaryCheck } from "./check.ts";

/**
 * The check on each group: the worst conclusion of its releases, or else green. `planned` are the writes on the pull
 * requests themselves: a planned conclusion counts before the present one.
 */
export function planMergeGroups(
  facts: MergeGroupsFacts,
  planned: readonly SetCheckRun[],
  language: Language,
): SetCheckRun[] {
  return facts.groups.flatMap((group) => {
    const lanes = group.pulls.filter((pull) => pull.isLanes);
    if (lanes.length === 0) return ordinaryCheck(group.headOid, group.checkRun, language);
    const releases = lanes.flatMap((pull) => {
      const conclusion = conclusionOn(pull.headOid, facts.lanes, planned);
      return conclusion === null ? [] : [{ ...conclusion, number: `#${pull.number}` }];
    });
    return checkFor({ headOid: group.headOid, current: group.checkRun, releases, others: [] }, language);
  });
}

/** The planned check on a pull request, or else the present one; null: none yet. */
function conclusionOn(headOid: string, lanes: LanesFacts | null, planned: readonly SetCheckRun[]) {
  const next = planned.find((action) => action.name === CHECK && action.head_sha === headOid);
  if (next !== undefined) {
    const { title, summary } = next.output;
    return { conclusion: next.conclusion === "success" ? ("success" as const) : ("failure" as const), title, summary };
  }
  const runs = (lanes?.lanes ?? []).flatMap((lane) => (lane.kind === "read" ? [lane] : []));
  const now = runs.find((lane) => lane.headOid === headOid)?.checkRun ?? null;
  if (now === null || now.conclusion === null) return null;
  const conclusion = now.conclusion === "success" ? ("success" as const) : ("failure" as const);
  return { conclusion, title: now.title ?? "", summary: now.summary ?? "" };
}
