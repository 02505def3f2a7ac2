import type { MergedPull } from "../facts.ts";
import type { CommitGraph } from "./commit-graph.ts";
import { pullCommitsOf } from "./pull-commits.ts";

/** `Merge pull request #12 from …`, or a squash commit's `Title (#12)`. */
const NAMED = /^Merge pull request #(\d{1,9}) from |\(#(\d{1,9})\)$/;

/** The pull request that a commit's subject names; null: none. */
export function numberNamed(message: string): number | null {
  const match = NAMED.exec(message.split("\n", 1)[0]?.trim() ?? "");
  const number = Number(match?.[1] ?? match?.[2] ?? 0);
  return number > 0 ? number : null;
}

/**
 * After a rebase and a force push, or a cherry-pick, a branch has copies of commits that GitHub knows under other ids
 * (ruby/rubygems#9531, kubeflow/kubeflow#2905). Where no pull request brought such a copy, it counts for the one that
 * its subject names: pull request → the copy's id.
 */
export function rewrittenCommits(
  pulls: readonly MergedPull[],
  graph: CommitGraph,
  isInBase: (pull: MergedPull) => boolean,
): ReadonlyMap<MergedPull, string> {
  const byNumber = new Map(pulls.map((pull) => [pull.number, pull]));
  const brought = new Set([...pullCommitsOf(pulls, graph).values()].flatMap((oids) => [...oids]));
  const copies = new Map<MergedPull, string>();
  const byPosition = graph.commits.toSorted((a, b) => graph.position(a.oid) - graph.position(b.oid));
  for (const commit of byPosition) {
    const pull = brought.has(commit.oid) ? undefined : byNumber.get(numberNamed(commit.message) ?? 0);
    if (pull === undefined || graph.has(pull.mergeCommit ?? "") || isInBase(pull)) continue;
    copies.set(pull, commit.oid);
  }
  return copies;
}
