import type { MergedPull } from "../facts.ts";
import type { CommitGraph } from "./commit-graph.ts";

/**
 * The pull request that each one was merged into: the first one merged, at or after it, whose head branch was its base.
 * Later ones do not count, because a branch name may have been used twice.
 */
export function parentsOf(
  pulls: readonly MergedPull[],
  isLaneMerge: (pull: MergedPull) => boolean,
): ReadonlyMap<number, MergedPull> {
  const byHead = new Map<string, MergedPull[]>();
  const order = (a: MergedPull, b: MergedPull) =>
    Date.parse(a.mergedAt) - Date.parse(b.mergedAt) || a.number - b.number;
  for (const pull of [...pulls].sort(order)) {
    if (pull.crossRepository || isLaneMerge(pull)) continue;
    byHead.set(pull.head, [...(byHead.get(pull.head) ?? []), pull]);
  }
  const parents = new Map<number, MergedPull>();
  for (const pull of pulls) {
    const parent = byHead
      .get(pull.base)
      ?.find((other) => other.number !== pull.number && Date.parse(other.mergedAt) >= Date.parse(pull.mergedAt));
    if (parent !== undefined && !leadsBack(parent, pull, parents)) parents.set(pull.number, parent);
  }
  return parents;
}

/** Two pull requests merged at one moment into each other's branch would be each other's parent. */
function leadsBack(from: MergedPull, to: MergedPull, parents: ReadonlyMap<number, MergedPull>): boolean {
  for (let at: MergedPull | undefined = from; at !== undefined; at = parents.get(at.number)) {
    if (at.number === to.number) return true;
  }
  return false;
}

/**
 * Pull requests that ship inside a squashed or rebased one: their own merge commit does not exist any more, because
 * their parent was rewritten.
 */
export function shippedInside(
  shipping: readonly MergedPull[],
  pulls: readonly MergedPull[],
  parents: ReadonlyMap<number, MergedPull>,
  graph: CommitGraph,
): MergedPull[] {
  const listed = new Set(shipping.map((pull) => pull.number));
  const isRewritten = (pull: MergedPull) =>
    pull.mergeCommit === null ||
    !graph.has(pull.mergeCommit) ||
    (graph.commit(pull.mergeCommit)?.parents.length ?? 0) < 2;
  const inside: MergedPull[] = [];
  for (let found = true; found; ) {
    const more = pulls.filter((pull) => {
      const parent = parents.get(pull.number);
      return parent !== undefined && !listed.has(pull.number) && listed.has(parent.number) && isRewritten(parent);
    });
    for (const pull of more) listed.add(pull.number);
    inside.push(...more);
    found = more.length > 0;
  }
  return inside;
}
