import type { Lane } from "../../../config/schema.ts";
import type { GraphCommit, LaneFacts, MergedPull } from "../facts.ts";
import { type CommitGraph, commitGraphOf } from "./commit-graph.ts";
import { inBaseOf } from "./in-base.ts";
import { itemsOf, type ListedItems, ships } from "./items.ts";
import { isLaneMerge } from "./lane-merge.ts";
import { parentsOf, shippedInside } from "./nesting.ts";
import { pullCommitsOf } from "./pull-commits.ts";
import { revertedInBase } from "./reverted-in-base.ts";
import { revertsOf } from "./reverts.ts";
import { rewrittenCommits } from "./rewritten-commits.ts";
import { withoutShipped } from "./shipped.ts";

/** What waits on a lane. */
export interface Waiting extends ListedItems {
  /** Commits that no pull request brought. */
  readonly direct: number;
  /** Released, and reverted on the base since: the head has them, so no release brings them again. */
  readonly revertedInBase: readonly number[];
}

/** The number of pull requests in the release. */
export function countOf(waiting: Waiting): number {
  return waiting.items.filter(ships).length + waiting.setApart.length;
}

/** Commits → pull requests → reverts → nesting → what is listed. */
export function waitingOf(facts: LaneFacts, lanes: readonly Lane[], repository: string): Waiting {
  const whole = commitGraphOf([...facts.commits, ...[...facts.brought.values()].flat()]);
  const isInBase = inBaseOf(facts);
  const copies = rewrittenCommits(facts.pulls, whole, isInBase);
  const pulls = facts.pulls.map((pull) => ({ ...pull, mergeCommit: copies.get(pull) ?? pull.mergeCommit }));
  const carriers = pulls.filter((pull) => isLaneMerge(pull, facts.lane, lanes));
  const left = withoutShipped(facts.commits, facts.releases, pulls, isInBase);
  const graph = commitGraphOf(withBrought(left, facts, carriers));
  const pullCommits = pullCommitsOf(pulls, graph);
  const carrierNumbers = new Set(carriers.map((pull) => pull.number));
  const isCarrier = (pull: MergedPull) => carrierNumbers.has(pull.number) || isBackMerge(pull, pullCommits, graph);
  const arrived = new Set(pulls.filter((pull) => isInBase(pull) && !isCarrier(pull)).map((pull) => pull.headOid));
  const inRange = pulls.filter(
    (pull) => graph.has(pull.mergeCommit ?? "") && !isCarrier(pull) && !isThere(pull, whole, arrived),
  );
  const parents = parentsOf(pulls, isCarrier);
  const shipping = [...inRange, ...shippedInside(inRange, pulls, parents, graph)];
  const numbers = new Set(shipping.map((pull) => pull.number));
  const broughtBy = new Map([...pullCommits].filter(([number]) => numbers.has(number)));
  const renamed = new Map([...copies].map(([pull, copy]) => [pull.mergeCommit ?? "", copy]));
  const reverts = revertsOf({
    pulls: shipping,
    known: pulls,
    parents,
    pullCommits: broughtBy,
    graph,
    renamed,
    repository,
  });
  return {
    ...itemsOf(shipping, parents, reverts, graph, facts.lane),
    direct: directCommits(graph, pulls, pullCommits, isCarrier),
    revertedInBase: revertedInBase(facts, repository).filter((number) => !numbers.has(number)),
  };
}

/** It came back through a branch of its own, because of conflicts: it brought nothing but merges to this range. */
function isBackMerge(
  pull: MergedPull,
  pullCommits: ReadonlyMap<number, ReadonlySet<string>>,
  graph: CommitGraph,
): boolean {
  const brought = [...(pullCommits.get(pull.number) ?? [])].map((oid) => graph.commit(oid)?.parents.length ?? 0);
  return pull.mergeCommit !== pull.headOid && brought.length > 0 && brought.every((parents) => parents > 1);
}

/** Adds what squashed carriers brought, and what was squashed within that. */
function withBrought(
  commits: readonly GraphCommit[],
  facts: LaneFacts,
  carriers: readonly MergedPull[],
): readonly GraphCommit[] {
  const all = new Map(commits.map((commit) => [commit.oid, commit]));
  const left = new Set(carriers);
  for (let found = true; found; ) {
    found = false;
    for (const pull of left) {
      if (!all.has(pull.mergeCommit ?? "")) continue;
      for (const commit of facts.brought.get(pull.number) ?? []) all.set(commit.oid, commit);
      left.delete(pull);
      found = true;
    }
  }
  return [...all.values()];
}

/** A hotfix that the base already has: merged to both branches, or carried back under another name. */
function isThere(pull: MergedPull, whole: CommitGraph, arrived: ReadonlySet<string>): boolean {
  if (arrived.has(pull.headOid)) return true;
  const second = whole.commit(pull.mergeCommit ?? "")?.parents[1];
  return second !== undefined && pull.mergeCommit !== pull.headOid && !whole.has(second);
}

function directCommits(
  graph: CommitGraph,
  pulls: readonly MergedPull[],
  pullCommits: ReadonlyMap<number, ReadonlySet<string>>,
  isCarrier: (pull: MergedPull) => boolean,
): number {
  const brought = new Set<string>();
  for (const pull of pulls) {
    const merge = graph.commit(pull.mergeCommit ?? "");
    // Commits that a release or back-merge brought by a merge commit do not come from a pull request for that reason.
    if (isCarrier(pull) && merge !== undefined && merge.parents.length > 1) continue;
    for (const oid of pullCommits.get(pull.number) ?? []) brought.add(oid);
  }
  return graph.commits.filter((commit) => commit.parents.length < 2 && !brought.has(commit.oid)).length;
}
