import { ownSection } from "../../config/section-of.ts";
import type { GitHub } from "../../github/client.ts";
import { findOwnIssue } from "../../github/own-issues.ts";
import type { Automation, ReconcileContext } from "../automation.ts";
import { missingOptional, missingPermissions } from "../missing-permissions.ts";
import type { MissingOf, PermissionFacts } from "./facts.ts";
import { BLOCK } from "./issue.ts";

export async function gather(
  github: GitHub,
  context: ReconcileContext,
  automations: readonly Automation[],
): Promise<PermissionFacts> {
  const lacking = missingByAutomation(context, automations);
  if (lacking === null) return { lacking, issue: null, hasIssues: false };
  const mustBeSure = lacking.length > 0;
  const found = await findOwnIssue(github, { ...context, marker: BLOCK, states: "all", mustBeSure });
  return { lacking, ...found };
}

/** A repository without a sre.yml has asked for nothing, so nothing is missing there. */
function missingByAutomation(
  { granted, loaded: { state, config } }: ReconcileContext,
  automations: readonly Automation[],
): MissingOf[] | null {
  if (granted === null) return null;
  return automations.flatMap((automation) => {
    const own = state === "absent" ? null : ownSection(config, automation.section);
    if (own === null) return [];
    const { name, part } = automation;
    const missing = missingPermissions(automation, granted);
    if (missing.length > 0) return [{ automation: name, part, missing }];
    const wanted = Object.entries(automation.wants?.(own.section) ?? {});
    const without = missingOptional(automation, granted);
    return wanted.flatMap(([resource, leftOut]) => {
      const lacked = without.filter((one) => one.resource === resource);
      return lacked.length === 0 ? [] : [{ automation: name, part, missing: lacked, leftOut }];
    });
  });
}
