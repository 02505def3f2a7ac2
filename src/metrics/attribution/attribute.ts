import { firstMergedAfter, mergedAt, type RepositoryHistory } from "./repository.ts";
import type { Deployment, Series } from "./series.ts";
import { type Attribution, canShip, claim, type Shipping } from "./shipping.ts";

/** A deployment of a commit that an earlier one of its series contained, instead of another commit. */
export interface Return {
  readonly deployment: Deployment;
  readonly replaced: Deployment;
}

/**
 * Gives each change of a repository to the deployment that brought it (contract §7, facts/four-keys.md §3 3–4). Each
 * series looks at each commit once. Returns the deployments that may be roll-backs.
 */
export function attribute(history: RepositoryHistory, all: readonly Series[]): Return[] {
  // Which series has reached a commit last: no set has to be emptied between two series.
  const reachedBy = new Uint32Array(history.graph.size);
  return all.flatMap((series, at) => {
    const reach = new Reach(history, { reachedBy, mark: at + 1 });
    const returns = attributeSeries(series, history, reach, null);
    markWaiting(series, history, reach);
    return returns;
  });
}

interface Marks {
  readonly reachedBy: Uint32Array;
  /** Of this series. */
  readonly mark: number;
}

/** The commits that one series has deployed so far. */
export class Reach {
  private readonly history: RepositoryHistory;
  private readonly reachedBy: Uint32Array;
  private readonly mark: number;

  constructor(history: RepositoryHistory, { reachedBy, mark }: Marks) {
    this.history = history;
    this.reachedBy = reachedBy;
    this.mark = mark;
  }

  has(commit: number): boolean {
    return this.reachedBy[commit] === this.mark;
  }

  add(commit: number): void {
    this.reachedBy[commit] = this.mark;
  }

  /** Adds the commits that are reachable from this one and were not reached before, and answers them. */
  extend(tip: number | null): number[] {
    const found: number[] = [];
    if (tip === null || this.has(tip)) return found;
    const { graph } = this.history;
    this.add(tip);
    const stack = [tip];
    for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
      found.push(commit);
      for (const parent of graph.parentsOf(commit)) {
        if (this.has(parent)) continue;
        this.add(parent);
        stack.push(parent);
      }
    }
    return found;
  }
}

/** `before`: what the series had deployed before the first of these; `onReached` hears of the commits that each adds. */
export function attributeSeries(
  { deployments }: Pick<Series, "deployments">,
  history: RepositoryHistory,
  reach: Reach,
  before: Deployment | null,
  onReached: (deployment: Deployment, commits: readonly number[]) => void = () => {},
): Return[] {
  const { graph, bySha, byCommit } = history;
  const returns: Return[] = [];
  let previous = before;
  for (const deployment of deployments) {
    const { sha, changes } = deployment.record;
    const commit = graph.numberOf(sha);
    if (previous !== null && commit !== null && reach.has(commit)) returns.push({ deployment, replaced: previous });
    const reached = reach.extend(commit);
    onReached(deployment, reached);
    if (changes !== null) {
      for (const each of changes) claimAll(bySha.get(each) ?? [], deployment, "listed");
    } else if (previous === null) {
      claimAll((sha === null ? undefined : bySha.get(sha)) ?? [], deployment, "first");
    } else if (graph.isKnown(commit)) {
      for (const each of reached) claimAll(byCommit[each] ?? [], deployment, "commits");
    } else {
      claimAll(mergedBetween(history, previous, deployment), deployment, "merge-time");
    }
    previous = deployment;
  }
  return returns;
}

function claimAll(shippings: readonly Shipping[], deployment: Deployment, by: Attribution): void {
  for (const shipping of shippings) claim(shipping, deployment, by);
}

/** previous `finished_at` < `merged_at` ≤ `finished_at` */
function mergedBetween({ byMerge }: RepositoryHistory, previous: Deployment, next: Deployment): readonly Shipping[] {
  return byMerge.slice(firstMergedAfter(byMerge, previous.finishedAt), firstMergedAfter(byMerge, next.finishedAt));
}

/** What a series has not passed by: by commits what it does not contain, by time what was merged after its last one. */
function markWaiting({ service, deployments }: Series, history: RepositoryHistory, reach: Reach): void {
  const last = deployments.at(-1);
  if (last === undefined) return;
  const { graph } = history;
  const byCommits = graph.isKnown(graph.numberOf(last.record.sha));
  for (const shipping of history.shippings) {
    if (shipping.deployment !== null || shipping.waits || !canShip(shipping, service)) continue;
    const commit = byCommits ? graph.numberOf(shipping.change.sha) : null;
    shipping.waits =
      shipping.change.mergedAt !== null &&
      (graph.isKnown(commit) ? !reach.has(commit) : mergedAt(shipping) > last.finishedAt);
  }
}
