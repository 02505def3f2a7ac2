import { z } from "zod";
import type { SimBranchRule } from "../state.ts";

export const branchRuleShape = z.strictObject({
  branches: z.array(z.string().min(1)).min(1),
  by: z.enum(["ruleset", "protection"]).optional(),
  checks: z.array(z.string().min(1)).optional(),
  deletions: z.boolean().optional(),
});

/** The classic protection keeps a branch from being deleted unless it is told otherwise; a ruleset only where it says so. */
export function readBranchRule(input: z.output<typeof branchRuleShape>): SimBranchRule {
  const { branches, by = "ruleset", checks = [], deletions = by === "ruleset" } = input;
  return { branches, by, checks, deletions };
}
