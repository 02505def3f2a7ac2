import type { GraphCommit, MergedPull, Release } from "../facts.ts";
import { commitGraphOf } from "./commit-graph.ts";

/** Whether it was squashed or rebased, so that Git does not know what it brought. */
export function isRewritten(release: Release): boolean {
  return release.mergeCommit !== null && release.mergeCommit !== release.headOid && release.mergeParents.length === 1;
}

/**
 * The range without what earlier releases shipped by squash or rebase: those commits stay "ahead" for ever, but the
 * base has their content. Commits tell which release shipped what, never today's branch names (release-drafter#817,
 * muchdogesec/obstracts#586).
 */
export function withoutShipped(
  commits: readonly GraphCommit[],
  releases: readonly Release[],
  pulls: readonly MergedPull[],
  isInBase: (pull: MergedPull) => boolean,
): readonly GraphCommit[] {
  const graph = commitGraphOf(commits);
  const heads = [
    ...releases.filter(isRewritten),
    ...pulls.filter((pull) => mayHaveShipped(pull, graph.has) && isInBase(pull)),
  ];
  if (heads.length === 0) return commits;
  const shipped = new Set<string>();
  for (const { headOid } of heads) {
    if (!shipped.has(headOid)) for (const oid of graph.reach(headOid)) shipped.add(oid);
  }
  return commits.filter((commit) => !shipped.has(commit.oid));
}

/** Its head is in the range and its merge commit is not: if it was merged into the base, it shipped its head's history. */
export function mayHaveShipped(pull: MergedPull, isAhead: (oid: string) => boolean): boolean {
  return pull.mergeCommit !== null && isAhead(pull.headOid) && !isAhead(pull.mergeCommit);
}
