import { sectionOf } from "../../../config/section-of.ts";
import type { SetCheckRun } from "../../../github/actions.ts";
import { planCheckRun } from "../../../managed/check-run.ts";
import type { ReconcileContext } from "../../automation.ts";
import { BRANCH_CHECK, CADENCE_CHECK, RELEASE_CHECK } from "../../required-checks.ts";
import type { SuiteFacts } from "./facts.ts";
import { messages } from "./text.ts";

/** Fills a suite that GitHub created on its own. It is not the name of any check, so it never satisfies a required one. */
const FILLER = "Detoil";

/**
 * Answers for the checks of a queued suite that nothing else writes. `answered`: what is already planned for the
 * commit. Neutral, because nothing is checked: a commit that is checked again gets a new run of that check.
 */
export function planSuite(
  suite: SuiteFacts,
  answered: readonly SetCheckRun[],
  context: ReconcileContext,
): SetCheckRun[] {
  const text = messages(context.config.language);
  const { headOid } = suite;
  const conclusion = "neutral";
  const elsewhere = answeredElsewhere(suite, context);
  if (suite.runs.length === 0) {
    if (answered.length > 0 || elsewhere.length > 0) return [];
    const filler = { name: FILLER, headOid, conclusion, title: text.emptyTitle, summary: text.empty } as const;
    return planCheckRun(null, { ...filler, because: "GitHub waits for an answer in an empty suite" }, "new run");
  }
  const isOn = suite.heads.length > 0 || suite.group !== null;
  return suite.runs
    .filter(({ name }) => !answered.some((action) => action.name === name) && !elsewhere.includes(name))
    .flatMap((run) => {
      const [title, summary] =
        run.name === FILLER
          ? [text.emptyTitle, text.empty]
          : isOn
            ? [text.offTitle, text.off]
            : [text.goneTitle, text.gone];
      const because = "somebody asked for the check again";
      return planCheckRun(run, { name: run.name, headOid, conclusion, title, summary, because }, "new run");
    });
}

/** The checks that other automations write on this commit: on every pull request, and on those into a lane's base. */
function answeredElsewhere({ heads, group }: SuiteFacts, { config }: ReconcileContext): readonly string[] {
  if (heads.length === 0 && group === null) return [];
  const branch = sectionOf(config, "branches") === null ? [] : [BRANCH_CHECK];
  const bases = new Set((sectionOf(config, "release")?.lanes ?? []).map((lane) => lane.to));
  if (!heads.some(({ base }) => bases.has(base)) && (group === null || !bases.has(group.base))) return branch;
  const cadence = sectionOf(config, "renovate")?.gate === true ? [CADENCE_CHECK] : [];
  return [...branch, RELEASE_CHECK, ...cadence];
}
