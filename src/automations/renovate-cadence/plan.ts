import type { Plan } from "../../github/actions.ts";
import type { ReconcileContext } from "../automation.ts";
import { assess } from "./assessment.ts";
import type { RenovateFacts } from "./facts.ts";
import { planChecks } from "./gate/plan-checks.ts";
import { planIssue } from "./issue/plan-issue.ts";
import { nudge } from "./nudging/nudge.ts";

/** The missing writes: the issue, then a nudge on it, then the checks. */
export function plan(facts: RenovateFacts, context: ReconcileContext<"renovate">): Plan {
  if (facts.kind === "none") return [];
  if (facts.kind === "gate")
    return planChecks(facts.gated, facts.cadence === null ? null : assess(facts.cadence, context), context);
  const assessment = assess(facts, context);
  const issue = planIssue(assessment, context);
  return [...issue, ...nudge(assessment, issue, context), ...planChecks(facts.releases, assessment, context)];
}
