import { anyGlobMatches, globMatches } from "../../../config/glob.ts";
import type { OwnSection } from "../../../config/section-of.ts";
import type { GuardedPull } from "../facts.ts";

export type BranchRules = OwnSection<"branches">;
export type BranchRule = BranchRules[number];

type Ends = Pick<GuardedPull, "base" | "head" | "fork" | "own">;

/** Every rule for a base; all of them must hold. */
export function rulesInto(rules: BranchRules, base: string): BranchRules {
  return rules.filter(({ into }) => globMatches(into, base));
}

/** The branches that a pull request must not be based on. A base's own commits are never among those that it lacks. */
export function forbiddenFor(rules: BranchRules, { base, head, own }: Ends): string[] {
  if (own) return [];
  const named = rulesInto(rules, base)
    .filter(({ except }) => !anyGlobMatches(except, head))
    .flatMap((rule) => rule["not-based-on"]);
  return [...new Set(named)].filter((branch) => branch !== base);
}

/** Whether the names alone may be merged. */
export function isNamedIn({ from, forks }: BranchRule, { head, fork }: Pick<Ends, "head" | "fork">): boolean {
  return anyGlobMatches(from, head) && (fork === null || forks);
}
