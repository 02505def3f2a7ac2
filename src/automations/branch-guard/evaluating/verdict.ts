import { anyGlobMatches } from "../../../config/glob.ts";
import type { GuardedPull } from "../facts.ts";
import { type Fix, fixOf } from "./fix.ts";
import { betraying } from "./own-line.ts";
import { type BranchRule, type BranchRules, isNamedIn, rulesInto } from "./rules.ts";

/** Why a pull request may not be merged into its base. */
export type Reason =
  /** No glob of the rule's `from` matches the head. */
  | { readonly is: "name"; readonly rule: BranchRule }
  /** The name would do, but the head is in a fork. */
  | { readonly is: "fork"; readonly rule: BranchRule }
  | {
      readonly is: "based-on";
      readonly branch: string;
      /** Those that it has of the branch's own line, newest first. */
      readonly commits: readonly string[];
      /** The head is that branch. */
      readonly isItself: boolean;
      /** The rule that refuses it. */
      readonly rule: BranchRule;
    }
  | { readonly is: "too-far"; readonly branch: string };

export interface Verdict {
  readonly allowed: boolean;
  /** Empty where it is allowed. */
  readonly reasons: readonly Reason[];
  /** Why it is allowed. */
  readonly because: "own" | "no rule" | "the rules" | null;
  /** What gets its work to the base; null: nothing is to be moved. */
  readonly fix: Fix | null;
}

/** Whether a pull request may be merged into its base, and why (not). */
export function verdictOf(pull: GuardedPull, rules: BranchRules): Verdict {
  if (pull.own) return { allowed: true, reasons: [], because: "own", fix: null };
  const applying = rulesInto(rules, pull.base);
  if (applying.length === 0) return { allowed: true, reasons: [], because: "no rule", fix: null };
  const reasons = [...named(pull, applying), ...basedOn(pull, applying)];
  if (reasons.length === 0) return { allowed: true, reasons, because: "the rules", fix: null };
  const newest = pull.forbidden.flatMap((each) => each.newest ?? []);
  return { allowed: false, reasons, because: null, fix: newest.length === 0 ? null : fixOf(pull.commits, newest) };
}

function named(pull: GuardedPull, rules: BranchRules): Reason[] {
  return rules
    .filter((rule) => !isNamedIn(rule, pull))
    .map((rule) => ({ is: anyGlobMatches(rule.from, pull.head) ? "fork" : "name", rule }));
}

function basedOn({ commits, head, fork, forbidden }: GuardedPull, rules: BranchRules): Reason[] {
  const known = new Map(commits.map((commit) => [commit.oid, commit]));
  return forbidden.flatMap(({ branch, is, newest }): Reason[] => {
    if (is === "too far") return [{ is: "too-far", branch }];
    const rule = rules.find((each) => each["not-based-on"].includes(branch) && !anyGlobMatches(each.except, head));
    if (newest === null || rule === undefined) return [];
    const isItself = fork === null && head === branch;
    return [{ is: "based-on", branch, commits: betraying(newest, known), isItself, rule }];
  });
}
