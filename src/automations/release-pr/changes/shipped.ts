import type { GraphCommit, MergedPull, Release } from "../facts.ts";
import { commitGraphOf } from "./commit-graph.ts";

/** Was it merged by squash or rebase, so that Git does not know what it brought? */
export function isRewritten(release: Release): boolean {
  return release.mergeCommit !== null && release.mergeCommit !== release.headOid && release.mergeParents.length === 1;
}

/**
 * The range without what earlier releases shipped by squash or rebase: those commits stay "ahead" for ever, but the base
 * has their content. Which release shipped what is told by commits, never by today's names of branches
 * (release-drafter#817, muchdogesec/obstracts#586).
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

/** Its head waits and its merge commit does not: was it merged into the base, then it shipped that head's history. */
export function mayHaveShipped(pull: MergedPull, isAhead: (oid: string) => boolean): boolean {
  return pull.mergeCommit !== null && isAhead(pull.headOid) && !isAhead(pull.mergeCommit);
}
