import type { Sha, SimCommit } from "../state.ts";

export type Commits = ReadonlyMap<Sha, SimCommit>;

/** Commits never change, so their depth is computed once. */
const depths = new WeakMap<SimCommit, number>();

/**
 * Git's generation number: 1 for a root, else one more than the greatest of its parents. A commit's ancestors always have
 * smaller ones, whatever the dates say. Parents outside the map (a shallow slice of history) count as absent.
 * Throws when history runs in a circle.
 */
export function generation(commits: Commits, commit: SimCommit): number {
  const known = depths.get(commit);
  if (known !== undefined) return known;
  const path: SimCommit[] = [commit];
  const onPath = new Set([commit]);
  while (path.length > 0) {
    const top = path[path.length - 1] as SimCommit; // the loop's condition
    const open = parentsOf(commits, top).find((parent) => !depths.has(parent));
    if (open === undefined) {
      depths.set(top, 1 + Math.max(0, ...parentsOf(commits, top).map((parent) => depths.get(parent) ?? 0)));
      onPath.delete(top);
      path.pop();
    } else if (onPath.has(open)) {
      throw new Error(`commit ${open.sha} is its own ancestor`);
    } else {
      onPath.add(open);
      path.push(open);
    }
  }
  return depths.get(commit) ?? 1;
}

/** The parents that are in the map. */
export function parentsOf(commits: Commits, commit: SimCommit): SimCommit[] {
  const parents: SimCommit[] = [];
  for (const sha of commit.parents) {
    const parent = commits.get(sha);
    if (parent !== undefined) parents.push(parent);
  }
  return parents;
}

/** Descendants before ancestors; among unrelated ones of one depth the newer first, then by sha, so that it is the same every time. */
export function deeperFirst(commits: Commits): (a: SimCommit, b: SimCommit) => boolean {
  return (a, b) => {
    const difference = generation(commits, a) - generation(commits, b);
    if (difference !== 0) return difference > 0;
    if (a.committed_at !== b.committed_at) return a.committed_at > b.committed_at;
    return a.sha < b.sha;
  };
}
