import type { RangeCommit, Release } from "./facts.ts";
import { rangeOf } from "./range.ts";

/** Was it merged by squash or rebase, so that Git does not know what it brought? */
export function isRewritten(release: Release): boolean {
  return release.mergeCommit !== null && release.mergeCommit !== release.headOid && release.mergeParents.length === 1;
}

/**
 * The range without what earlier releases shipped by squash or rebase: those commits stay "ahead" for ever, but the base
 * has their content.
 */
export function withoutShipped(commits: readonly RangeCommit[], releases: readonly Release[]): readonly RangeCommit[] {
  const rewritten = releases.filter(isRewritten);
  if (rewritten.length === 0) return commits;
  const range = rangeOf(commits);
  const shipped = new Set(rewritten.flatMap((release) => [...range.reach(release.headOid)]));
  return commits.filter((commit) => !shipped.has(commit.oid));
}
