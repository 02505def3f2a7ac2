import type { GraphCommit } from "../facts.ts";

/** The commits of a comparison as a graph. Parents outside it already belong to the base, and are not walked. */
export interface CommitGraph {
  has(oid: string): boolean;
  commit(oid: string): GraphCommit | undefined;
  /** A topological number, parents before children; -1 outside. */
  position(oid: string): number;
  /** Everything reachable from there, including itself. */
  reach(oid: string): ReadonlySet<string>;
  /** `git rev-list from..to`. */
  between(from: string | undefined, to: string): ReadonlySet<string>;
  readonly commits: readonly GraphCommit[];
}

/** Duplicate commits count once; their order does not matter. */
export function commitGraphOf(list: readonly GraphCommit[]): CommitGraph {
  const commits = new Map(list.map((commit) => [commit.oid, commit]));
  const positions = topological(commits);
  const parents = (oid: string) => (commits.get(oid)?.parents ?? []).filter((parent) => commits.has(parent));
  const position = (oid: string) => positions.get(oid) ?? -1;

  function reach(oid: string): Set<string> {
    const seen = new Set<string>();
    const stack = commits.has(oid) ? [oid] : [];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      stack.push(...parents(at));
    }
    return seen;
  }

  /** Paints both sides downwards, newest first, and stops when only the excluded side is left: a local walk. */
  function between(from: string | undefined, to: string): Set<string> {
    const range = new Set<string>();
    if (!commits.has(to)) return range;
    const excluded = new Set<string>(from !== undefined && commits.has(from) ? [from] : []);
    const queue = new Set<string>([...excluded, to]);
    let open = excluded.has(to) ? 0 : 1;
    while (open > 0) {
      const at = latest(queue, position);
      queue.delete(at);
      const out = excluded.has(at);
      if (!out) {
        open -= 1;
        range.add(at);
      }
      for (const parent of parents(at)) {
        const known = queue.has(parent);
        if (out && !excluded.has(parent)) {
          excluded.add(parent);
          if (known) open -= 1;
        }
        if (!known) {
          queue.add(parent);
          if (!excluded.has(parent)) open += 1;
        }
      }
    }
    return range;
  }

  return {
    has: (oid) => commits.has(oid),
    commit: (oid) => commits.get(oid),
    position,
    reach,
    between,
    commits: [...commits.values()],
  };
}

function latest(queue: ReadonlySet<string>, position: (oid: string) => number): string {
  let best = "";
  for (const oid of queue) if (best === "" || position(oid) > position(best)) best = oid;
  return best;
}

/** Depth first without recursion: histories are deeper than call stacks. */
function topological(commits: ReadonlyMap<string, GraphCommit>): Map<string, number> {
  const positions = new Map<string, number>();
  const entered = new Set<string>();
  for (const start of commits.keys()) {
    const stack = [start];
    while (stack.length > 0) {
      const at = stack[stack.length - 1] ?? "";
      const next = (commits.get(at)?.parents ?? []).find((parent) => commits.has(parent) && !entered.has(parent));
      if (!entered.has(at)) entered.add(at);
      if (next !== undefined) {
        stack.push(next);
        continue;
      }
      stack.pop();
      if (!positions.has(at)) positions.set(at, positions.size);
    }
  }
  return positions;
}
