import type { SimCommit } from "../state.ts";
import { type Commits, generation, parentsOf } from "./generation.ts";
import { Heap } from "./heap.ts";

/**
 * `git log --date-order --reverse` of a set of commits: oldest first, no commit before one of its parents. This is how
 * GitHub lists the commits of a compare and of a pull request.
 */
export function oldestFirst(commits: Commits, set: readonly SimCommit[]): SimCommit[] {
  const children = new Map<SimCommit, number>(set.map((commit) => [commit, 0]));
  for (const commit of set) {
    for (const parent of parentsOf(commits, commit)) {
      const count = children.get(parent);
      if (count !== undefined) children.set(parent, count + 1);
    }
  }
  const newer = (a: SimCommit, b: SimCommit) => {
    if (a.committed_at !== b.committed_at) return a.committed_at > b.committed_at;
    const difference = generation(commits, a) - generation(commits, b);
    return difference === 0 ? a.sha < b.sha : difference > 0;
  };
  const ready = new Heap<SimCommit>(newer);
  for (const [commit, count] of children) if (count === 0) ready.push(commit);
  const ordered: SimCommit[] = [];
  for (let commit = ready.pop(); commit !== undefined; commit = ready.pop()) {
    ordered.push(commit);
    for (const parent of parentsOf(commits, commit)) {
      const count = children.get(parent);
      if (count === undefined) continue;
      children.set(parent, count - 1);
      if (count === 1) ready.push(parent);
    }
  }
  return ordered.reverse();
}
