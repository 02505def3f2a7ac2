import type { SetCheckRun } from "../../../github/actions.ts";
import type { ReconcileContext } from "../../automation.ts";
import { checkIfDue } from "../../check-if-due.ts";
import { RELEASE_CHECK } from "../../release-check.ts";
import type { SuiteFacts } from "./facts.ts";
import { messages } from "./text.ts";

/** Fills a suite that GitHub made by itself: no check's name, so that it never stands in a required one's place. */
const FILLER = "Detoil";

/**
 * What nothing else answers in a suite that GitHub waits for. `answered`: what is written there already. Neutral, because
 * nothing is checked: where the commit is checked again, that check is written anew.
 */
export function planSuite(
  suite: SuiteFacts,
  answered: readonly SetCheckRun[],
  context: ReconcileContext,
): SetCheckRun[] {
  const text = messages(context.config.language);
  const check = { head_sha: suite.headOid, conclusion: "neutral" as const };
  const isReleases = isAnsweredByRelease(suite, context);
  if (suite.runs.length === 0) {
    if (answered.length > 0 || isReleases) return [];
    const output = { title: text.emptyTitle, summary: text.empty };
    return checkIfDue(null, {
      ...check,
      name: FILLER,
      output,
      because: "GitHub waits for an answer in an empty suite",
    });
  }
  const isOn = suite.heads.length > 0 || suite.group !== null;
  return suite.runs
    .filter(({ name }) => !answered.some((action) => action.name === name) && !(isReleases && name === RELEASE_CHECK))
    .flatMap((run) => {
      const [title, summary] =
        run.name === FILLER
          ? [text.emptyTitle, text.empty]
          : isOn
            ? [text.offTitle, text.off]
            : [text.goneTitle, text.gone];
      const because = "somebody asked for the check again";
      return checkIfDue(run, { ...check, name: run.name, output: { title, summary }, because });
    });
}

/** Whether the release's own reconciliation writes its check on this commit. */
function isAnsweredByRelease({ heads, group }: SuiteFacts, context: ReconcileContext): boolean {
  const bases = new Set((context.config.release?.lanes ?? []).map((lane) => lane.to));
  return heads.some(({ base }) => bases.has(base)) || (group !== null && bases.has(group.base));
}
