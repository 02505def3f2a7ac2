import type { CommitRecord } from "../../records/record.ts";
import { CommitGraph } from "./commit-graph.ts";
import type { Shipping } from "./shipping.ts";

/** What attribution looks up in one repository. */
export interface RepositoryHistory {
  readonly graph: CommitGraph;
  readonly bySha: ReadonlyMap<string, readonly Shipping[]>;
  /** By the number of their merge commit in the graph. */
  readonly byCommit: readonly (readonly Shipping[] | undefined)[];
  /** Those with a time of merge, in its order. */
  readonly byMerge: readonly Shipping[];
  readonly shippings: readonly Shipping[];
}

/** `named`: commits of which no record may be known. */
export function historyOf(
  commits: readonly CommitRecord[],
  shippings: readonly Shipping[],
  named: Iterable<string> = [],
): RepositoryHistory {
  const graph = new CommitGraph(commits, named);
  const bySha = new Map<string, Shipping[]>();
  const byCommit: (Shipping[] | undefined)[] = new Array(graph.size);
  for (const shipping of shippings) {
    const { sha } = shipping.change;
    if (sha === null) continue;
    const same = bySha.get(sha);
    if (same !== undefined) {
      same.push(shipping);
      continue;
    }
    const group = [shipping];
    bySha.set(sha, group);
    const commit = graph.numberOf(sha);
    if (commit !== null) byCommit[commit] = group;
  }
  const byMerge = shippings.filter(({ change }) => change.mergedAt !== null).sort((a, b) => mergedAt(a) - mergedAt(b));
  return { graph, bySha, byCommit, byMerge, shippings };
}

/** The first in the order of merges that was merged after `time`. */
export function firstMergedAfter(byMerge: readonly Shipping[], time: number): number {
  let [low, high] = [0, byMerge.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const shipping = byMerge[middle];
    if (shipping !== undefined && mergedAt(shipping) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function mergedAt({ change }: Shipping): number {
  return change.mergedAt ?? Number.POSITIVE_INFINITY;
}
