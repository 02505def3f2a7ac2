import type { MergedPull } from "../facts.ts";
import type { CommitGraph } from "./commit-graph.ts";
import { type Unit, unitsOf } from "./revert-units.ts";

/** What reverted a pull request: another pull request, or a commit that was pushed directly. */
export type RevertedBy = { readonly pull: number } | { readonly commit: string };

export interface Reverts {
  readonly reverted: ReadonlyMap<number, RevertedBy>;
  /** Pull requests that do nothing but revert others of the range: their number → the reverted ones. */
  readonly reverts: ReadonlyMap<number, readonly number[]>;
}

export interface History {
  /** Those that ship. */
  readonly pulls: readonly MergedPull[];
  /** All that were read, including released ones. */
  readonly known: readonly MergedPull[];
  readonly parents: ReadonlyMap<number, MergedPull>;
  readonly pullCommits: ReadonlyMap<number, ReadonlySet<string>>;
  readonly graph: CommitGraph;
  /** Old ids of commits that were rewritten since → their present ids: reverts name the old ones. */
  readonly renamed: ReadonlyMap<string, string>;
  /** `owner/name` */
  readonly repository: string;
}

interface Targets {
  readonly pulls: readonly number[];
  /** It reverts something that was released earlier, so it has to be released itself. */
  readonly released: boolean;
}

/**
 * The pull requests of the range that cancel each other out. Read from last to first, so that a reverted revert counts
 * for nothing and what it had reverted is back.
 */
export function revertsOf(history: History): Reverts {
  const { pulls, parents, pullCommits, graph, repository } = history;
  const units = unitsOf(pulls, pullCommits, graph, repository);
  const resolve = resolver(units, history);
  const reverted = new Map<number, RevertedBy>();
  const reverts = new Map<number, readonly number[]>();
  const cancelled = new Set<Unit>();
  for (const [index, unit] of [...units.entries()].reverse()) {
    const inherited = unit.pull === null ? undefined : fromAbove(unit.pull, parents, reverted);
    if (unit.pull !== null && inherited !== undefined && !cancelled.has(unit))
      reverted.set(unit.pull.number, inherited);
    if (cancelled.has(unit) || inherited !== undefined || !claimsAnything(unit)) continue;
    const targets = resolve(unit, index);
    for (const earlier of units.slice(0, index)) {
      const isTarget =
        earlier.pull === null ? revertsCommit(unit, [...earlier.own][0]) : targets.pulls.includes(earlier.pull.number);
      if (!isTarget) continue;
      cancelled.add(earlier);
      if (earlier.pull !== null && !reverted.has(earlier.pull.number)) {
        reverted.set(
          earlier.pull.number,
          unit.pull === null ? { commit: [...unit.own][0] ?? "" } : { pull: unit.pull.number },
        );
      }
    }
    if (unit.pull !== null && targets.pulls.length > 0 && !targets.released && !unit.otherWork)
      reverts.set(unit.pull.number, targets.pulls);
  }
  return { reverted, reverts };
}

function claimsAnything(unit: Unit): boolean {
  return unit.claimedPulls.length + unit.claimedCommits.length > 0 || unit.claimedTitle !== null;
}

/** Reverting a pull request also reverts what was merged into it. */
function fromAbove(
  pull: MergedPull,
  parents: ReadonlyMap<number, MergedPull>,
  reverted: ReadonlyMap<number, RevertedBy>,
): RevertedBy | undefined {
  for (let at = parents.get(pull.number); at !== undefined; at = parents.get(at.number)) {
    const by = reverted.get(at.number);
    if (by !== undefined) return by;
  }
  return undefined;
}

function revertsCommit(unit: Unit, oid: string | undefined): boolean {
  return oid !== undefined && unit.claimedCommits.some((claimed) => oid.startsWith(claimed));
}

function resolver(
  units: readonly Unit[],
  { known, pullCommits, graph, renamed }: History,
): (unit: Unit, index: number) => Targets {
  const claimable = new Map<string, Set<string>>();
  const note = (oid: string) => claimable.set(oid.slice(0, 7), (claimable.get(oid.slice(0, 7)) ?? new Set()).add(oid));
  for (const commit of graph.commits) note(commit.oid);
  for (const unit of units) if (unit.pull?.mergeCommit != null) note(unit.pull.mergeCommit);
  for (const oid of renamed.keys()) note(oid);
  const found = (claimed: string) => {
    const oid = [...(claimable.get(claimed.slice(0, 7)) ?? [])].find((one) => one.startsWith(claimed));
    return oid === undefined ? undefined : (renamed.get(oid) ?? oid);
  };

  return (unit, index) => {
    const earlier = units.slice(0, index).flatMap((other) => (other.pull === null ? [] : [other.pull]));
    const commits = new Set(unit.claimedCommits.map(found).filter((oid) => oid !== undefined));
    const lost = unit.claimedCommits.filter((claimed) => found(claimed) === undefined).length;
    const byCommit = earlier.filter((pull) => isWhole(pull, commits, pullCommits, graph)).map((pull) => pull.number);
    const byNumber = earlier.filter((pull) => unit.claimedPulls.includes(pull.number)).map((pull) => pull.number);
    const elsewhere = unit.claimedPulls.filter((number) => !byNumber.includes(number)).length;
    if (
      byCommit.length + byNumber.length + elsewhere + commits.size === 0 &&
      unit.claimedTitle !== null &&
      unit.pull !== null
    ) {
      return byTitle(unit.claimedTitle, unit.pull, earlier, known);
    }
    // An unknown commit id may be a commit of a squashed pull request that is named beside it.
    const unexplained = lost > byNumber.filter((number) => !byCommit.includes(number)).length;
    return { pulls: [...new Set([...byNumber, ...byCommit])], released: elsewhere > 0 || unexplained };
  };
}

/** Whether these commits revert the whole pull request: its merge or squash commit, or all of its own. */
function isWhole(
  pull: MergedPull,
  reverted: ReadonlySet<string>,
  pullCommits: ReadonlyMap<number, ReadonlySet<string>>,
  graph: CommitGraph,
): boolean {
  if (reverted.size === 0) return false;
  const own = [...(pullCommits.get(pull.number) ?? [])].filter((oid) => (graph.commit(oid)?.parents.length ?? 0) < 2);
  if (own.length > 0 && own.every((oid) => reverted.has(oid))) return true;
  const merge = pull.mergeCommit;
  if (merge === null || !reverted.has(merge)) return false;
  return own.length <= 1 || (graph.commit(merge)?.parents.length ?? 0) > 1;
}

function byTitle(
  title: string,
  self: MergedPull,
  earlier: readonly MergedPull[],
  known: readonly MergedPull[],
): Targets {
  const number = Number(/ \(#(\d{1,10})\)$/.exec(title)?.[1]);
  const named = earlier.find((pull) => pull.number === number);
  if (named !== undefined) return { pulls: [named.number], released: false };
  const inRange = earlier.filter((pull) => pull.title === title).at(-1);
  const latest = known
    .filter((pull) => pull.title === title && pull.number !== self.number && pull.mergedAt <= self.mergedAt)
    .reduce<MergedPull | null>((best, pull) => (best === null || pull.mergedAt > best.mergedAt ? pull : best), null);
  if (inRange === undefined || (latest !== null && latest.mergedAt > inRange.mergedAt))
    return { pulls: [], released: true };
  return { pulls: [inRange.number], released: false };
}
