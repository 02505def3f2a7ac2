import type { Plan, SetCheckRun } from "../../github/actions.ts";
import { planCheckRun } from "../../managed/check-run.ts";
import type { ReconcileContext } from "../automation.ts";
import { conclusionOf, untouchedConclusion } from "./conclusion.ts";
import { CHECK, type ConfigFacts, type PullFacts } from "./facts.ts";
import { planIssue } from "./issue.ts";
import { planMergeGroup } from "./merge-group.ts";
import { planSuite } from "./suite/plan.ts";

/** The missing writes: a check run per pull request, and the issue about the default branch. */
export function plan(facts: ConfigFacts, context: ReconcileContext): Plan {
  const heads = new Map(facts.pulls.map((pull) => [pull.headOid, pull]));
  const group = facts.group === null ? [] : planMergeGroup(facts.group, context);
  const written = [...group, ...[...heads.values()].flatMap((pull) => checkOn(pull, context))];
  const checks = facts.suite === null ? written : [...written, ...planSuite(facts.suite, written, context)];
  return facts.onDefault === null ? checks : [...checks, ...planIssue(facts.onDefault, context)];
}

function checkOn(pull: PullFacts, context: ReconcileContext): SetCheckRun[] {
  const { evaluation, current } = pull;
  // a green run may stay where the file is no longer touched
  const isUntouched = evaluation === null && pull.misnamed === null;
  if (isUntouched && current?.conclusion === "success" && !current.rerequested) return [];
  const concluded = isUntouched ? untouchedConclusion(context) : conclusionOf(pull, context);
  return planCheckRun(current, { ...concluded, name: CHECK, headOid: pull.headOid }, "new run");
}
