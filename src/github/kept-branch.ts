import { UNKNOWN, type Unknown } from "./client.ts";
import { nodesOf } from "./nodes.ts";

/** A branch as the fragment `KeptBranch` asks for it. */
interface BranchRules {
  readonly refUpdateRule?: { readonly allowsDeletions: boolean } | Unknown | null;
  readonly rules?: { readonly nodes: readonly ({ readonly type: string } | null)[] | null } | Unknown | null;
}

/** Whether a ruleset or the classic protection is known to keep a branch from being deleted. */
export function isKept({ refUpdateRule, rules }: BranchRules): boolean {
  const classic = refUpdateRule === UNKNOWN ? null : (refUpdateRule ?? null);
  if (classic?.allowsDeletions === false) return true;
  return nodesOf(rules === UNKNOWN ? null : rules).some(({ type }) => type === "DELETION");
}
