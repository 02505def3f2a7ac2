import { commitsReverted, pullsReverted, titleReverted } from "../../revert-claims.ts";
import type { LaneFacts, MergedPull } from "../facts.ts";
import { numberNamed } from "./rewritten-commits.ts";
import { isRewritten } from "./shipped.ts";

type Known = Pick<LaneFacts, "baseOnly" | "pulls" | "releases">;
type Facts = Known & Pick<LaneFacts, "released">;

/** A rebase writes all its commits within moments. */
const REBASE_MS = 60_000;

/**
 * Pull requests that were released and then reverted on the base itself (enormora/pr-log#516). The head has their
 * commits, so no later release would bring them again, and nobody would notice. A reverted release counts as its pull
 * requests.
 */
export function revertedInBase(facts: Facts, repository: string): number[] {
  const baseOnly = new Set(facts.baseOnly.map((commit) => commit.oid));
  const mergeCommits = new Map(facts.pulls.map((pull) => [pull.number, pull.mergeCommit ?? ""]));
  const released = revertedTargets(facts, repository).flatMap((number) => {
    const mergeCommit = mergeCommits.get(number);
    if (mergeCommit === undefined) return [];
    // Commits that only the base has are a release, or a hotfix that the head never had.
    return baseOnly.has(mergeCommit) ? (facts.released.get(number) ?? []) : [number];
  });
  return [...new Set(released)].sort((a, b) => a - b);
}

/** Numbers that reverts on the base claim and that no later revert restored, pull requests or not. */
export function revertedTargets(facts: Known, repository: string): number[] {
  const reverts = revertsIn({ pulls: facts.pulls, baseOnly: ownCommits(facts) }, repository);
  const byMergeCommit = new Map(facts.pulls.map((pull) => [pull.mergeCommit ?? "", pull.number]));
  /** The effect of each revert on each number: true, it was reverted; false, it is back. */
  const effects = new Map<string, ReadonlyMap<number, boolean>>();
  const state = new Map<number, boolean>();
  for (const revert of reverts) {
    const effect = new Map<number, boolean>();
    const oids = [...effects.keys(), ...byMergeCommit.keys()];
    const commits = revert.commits.flatMap((claimed) => oids.find((oid) => oid.startsWith(claimed)) ?? []);
    for (const claim of [...commits, ...revert.pulls.map((number) => `#${number}`)]) {
      const undone = effects.get(claim);
      for (const [number, was] of undone ?? []) effect.set(number, !was);
      const number = claim.startsWith("#") ? Number(claim.slice(1)) : byMergeCommit.get(claim);
      // The head has reverted it too: its releases lack nothing.
      if (undone === undefined && number !== undefined) effect.set(number, revert.inBase);
    }
    for (const [number, reverted] of effect) state.set(number, reverted);
    if (effect.size > 0) for (const key of revert.keys) effects.set(key, effect);
  }
  return [...state].flatMap(([number, reverted]) => (reverted ? [number] : []));
}

/** Excludes the copies that squashed and rebased releases made of the head's own commits, including its reverts. */
function ownCommits({ baseOnly, releases }: Known): LaneFacts["baseOnly"] {
  const rewritten = releases.filter(isRewritten);
  const first = rewritten.length === 0 ? 0 : Math.min(...releases.map((release) => Date.parse(release.mergedAt)));
  return baseOnly.filter(({ oid, committedAt }) => {
    const at = Date.parse(committedAt);
    const isCopy = rewritten.some(
      ({ mergeCommit, mergedAt }) => oid === mergeCommit || Math.abs(at - Date.parse(mergedAt)) <= REBASE_MS,
    );
    return !isCopy && at >= first;
  });
}

interface Revert {
  readonly at: number;
  /** Only what happened on the base can revert something there; a revert of that revert may come with the head. */
  readonly inBase: boolean;
  /** The names that others use for it: its commit's id, `#12`. */
  readonly keys: readonly string[];
  readonly commits: readonly string[];
  readonly pulls: readonly number[];
}

/** Everything that claims to revert something, in chronological order. */
function revertsIn({ baseOnly, pulls }: Pick<Known, "baseOnly" | "pulls">, repository: string): Revert[] {
  const oids = new Set(baseOnly.map((commit) => commit.oid));
  const byCommits = baseOnly.map((commit): Revert => {
    const number = numberNamed(commit.message);
    return {
      at: Date.parse(commit.committedAt),
      inBase: true,
      keys: [commit.oid, ...(number === null ? [] : [`#${number}`])],
      commits: commitsReverted(commit.message),
      pulls: pullsReverted(commit.message, repository),
    };
  });
  const byPulls = pulls.map((pull): Revert => {
    const [commits, claimed] = [commitsReverted(pull.body), pullsReverted(pull.body, repository)];
    const titled = commits.length + claimed.length > 0 ? null : named(pull, pulls);
    return {
      at: Date.parse(pull.mergedAt),
      inBase: oids.has(pull.mergeCommit ?? ""),
      keys: [`#${pull.number}`, ...(pull.mergeCommit === null ? [] : [pull.mergeCommit])],
      commits,
      pulls: titled === null ? claimed : [titled],
    };
  });
  return [...byCommits, ...byPulls]
    .filter((revert) => revert.commits.length + revert.pulls.length > 0)
    .sort((a, b) => a.at - b.at);
}

/** The latest earlier pull request with the title that it claims to revert. */
function named(pull: MergedPull, pulls: readonly MergedPull[]): number | null {
  const title = titleReverted(pull.title);
  if (title === null) return null;
  const earlier = pulls.filter((other) => other.title === title && other.mergedAt < pull.mergedAt);
  return earlier.toSorted((a, b) => (a.mergedAt < b.mergedAt ? 1 : -1))[0]?.number ?? null;
}
