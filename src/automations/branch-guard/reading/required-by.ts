import { UNKNOWN } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { BRANCH_CHECK } from "../../required-checks.ts";
import type { guardBaseResult } from "./guard-base.generated.ts";

type Requirement = NonNullable<NonNullable<guardBaseResult["repository"]>["ref"]>;

/** Whether a branch requires the check: by a ruleset, or its classic protection. null: GitHub does not show all of that. */
export function requiresCheck(branch: Requirement | null): boolean | null {
  if (branch === null) return null;
  const { refUpdateRule, rules } = branch;
  const classic = refUpdateRule === UNKNOWN ? [] : (refUpdateRule?.requiredStatusCheckContexts ?? []);
  const byRulesets = nodesOf(rules === UNKNOWN ? null : rules).flatMap(({ parameters }) =>
    parameters?.__typename === "RequiredStatusChecksParameters" ? parameters.requiredStatusChecks : [],
  );
  if (classic.includes(BRANCH_CHECK) || byRulesets.some(({ context }) => context === BRANCH_CHECK)) return true;
  return refUpdateRule === UNKNOWN || rules === UNKNOWN || rules === null ? null : false;
}
