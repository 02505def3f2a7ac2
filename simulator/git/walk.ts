import type { Sha, SimCommit } from "../state.ts";
import { type Commits, deeperFirst, parentsOf } from "./generation.ts";
import { Heap } from "./heap.ts";

/** All ancestors of these commits, themselves included, descendants before ancestors. Lazy: stop when you have enough. */
export function* ancestors(commits: Commits, from: readonly Sha[]): Generator<SimCommit> {
  const queue = new Heap<SimCommit>(deeperFirst(commits));
  const seen = new Set<SimCommit>();
  const add = (commit: SimCommit) => {
    if (seen.has(commit)) return;
    seen.add(commit);
    queue.push(commit);
  };
  for (const sha of from) {
    const commit = commits.get(sha);
    if (commit !== undefined) add(commit);
  }
  for (let commit = queue.pop(); commit !== undefined; commit = queue.pop()) {
    yield commit;
    for (const parent of parentsOf(commits, commit)) add(parent);
  }
}

const BASE = 1;
const HEAD = 2;
const STALE = 4;

/** How two commits are related. */
export interface Divergence {
  /** Reachable from head and not from base. */
  readonly ahead: SimCommit[];
  /** Reachable from base and not from head. */
  readonly behind: SimCommit[];
  /** The best common ancestors; usually one, none for unrelated histories. */
  readonly mergeBases: SimCommit[];
}

/**
 * Git's paint_down_to_common over generation numbers (git's commit-reach.c): it visits only what the two do not share and
 * the edge of what they do, so a compare of two near commits in a huge history is cheap.
 */
export function diverge(commits: Commits, base: Sha, head: Sha): Divergence {
  const queue = new Heap<SimCommit>(deeperFirst(commits));
  const flags = new Map<SimCommit, number>();
  let interesting = 0; // queued ones that are not stale; the walk is over when none is left
  const paint = (commit: SimCommit, color: number) => {
    const before = flags.get(commit);
    const after = (before ?? 0) | color;
    if (after === before) return;
    flags.set(commit, after);
    if (before === undefined) queue.push(commit);
    const wasInteresting = before !== undefined && (before & STALE) === 0;
    const isInteresting = (after & STALE) === 0;
    interesting += Number(isInteresting) - Number(wasInteresting);
  };
  const first = commits.get(base);
  const second = commits.get(head);
  if (first !== undefined) paint(first, BASE);
  if (second !== undefined) paint(second, HEAD);
  const result: Divergence = { ahead: [], behind: [], mergeBases: [] };
  while (interesting > 0) {
    const commit = queue.pop();
    if (commit === undefined) break;
    let color = flags.get(commit) ?? 0;
    if ((color & STALE) === 0) interesting -= 1;
    if (color === HEAD) result.ahead.push(commit);
    else if (color === BASE) result.behind.push(commit);
    else {
      if ((color & STALE) === 0) result.mergeBases.push(commit);
      color |= STALE;
    }
    for (const parent of parentsOf(commits, commit)) paint(parent, color);
  }
  return result;
}

/** Whether `ancestor` is reachable from `descendant` (a commit is its own ancestor). */
export function isAncestor(commits: Commits, ancestor: Sha, descendant: Sha): boolean {
  return commits.has(ancestor) && diverge(commits, descendant, ancestor).ahead.length === 0;
}
