import type { Automation } from "../automation.ts";
import { oneTarget } from "../one-target.ts";
import { emptyReasonText } from "./empty-reason-text.ts";
import type { PermissionFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { planIssue } from "./issue.ts";
import { targetsFor } from "./targets-for.ts";

/** The issue about automations that are off because a permission is missing; see README.md. `automations`: the others. */
export function permissionsOf(automations: readonly Automation[]): Automation<null, PermissionFacts> {
  return {
    name: "permissions",
    part: { en: "The issue about missing permissions", ja: "権限についての Issue" },
    section: null,
    permissions: { metadata: "read", contents: "read", issues: "write" },
    events: ["push"],
    ...oneTarget("installation"),
    targetsFor,
    gather: (github, context) => gather(github, context, automations),
    plan: planIssue,
    emptyReason: ({ lacking }) => (lacking === null ? emptyReasonText.unknown : null),
    describe: ({ lacking, issue }) => ({
      lacks: lacking?.map(({ automation, missing }) => ({ automation, missing })) ?? null,
      issue: issue?.number ?? null,
    }),
  };
}
