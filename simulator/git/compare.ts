import type { Sha, SimCommit, SimRepo } from "../state.ts";
import { oldestFirst } from "./order.ts";
import { diverge } from "./walk.ts";

export interface Comparison {
  /** Reachable from head and not from base, oldest first. */
  readonly commits: SimCommit[];
  readonly ahead_by: number;
  readonly behind_by: number;
  readonly merge_base: SimCommit | null;
  readonly status: "diverged" | "ahead" | "behind" | "identical";
}

/** GitHub's three-dot compare of two commits. */
export function compare(repo: SimRepo, base: Sha, head: Sha): Comparison {
  const { ahead, behind, mergeBases } = diverge(repo.commits, base, head);
  return {
    commits: oldestFirst(repo.commits, ahead),
    ahead_by: ahead.length,
    behind_by: behind.length,
    merge_base: mergeBases[0] ?? null,
    status: statusOf(ahead.length, behind.length),
  };
}

function statusOf(ahead: number, behind: number): Comparison["status"] {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}
