import type { GuardedCommit } from "../facts.ts";

/** How the work of a branch gets to its base without what it must not bring. Commits by their ids. */
export type Fix =
  /** Everything after this commit is the branch's own work. */
  | { readonly way: "transplant"; readonly after: string }
  /** Only merge commits are in the way, and a rebase drops those. */
  | { readonly way: "rebase" }
  /** One merge brought it. */
  | { readonly way: "drop-merge"; readonly merge: string; readonly onto: string }
  | { readonly way: "pick"; readonly commits: readonly string[] }
  /** More than anybody copies. */
  | { readonly way: "by-hand"; readonly count: number }
  /** There is no other work in it. */
  | { readonly way: "nothing-left" };

const MOST_PICKED = 30;

type ByOid = ReadonlyMap<string, GuardedCommit>;

/** `newest`: of each branch that it must not be based on, the newest commit that it has. */
export function fixOf(commits: readonly GuardedCommit[], newest: readonly string[]): Fix {
  const known: ByOid = new Map(commits.map((commit) => [commit.oid, commit]));
  const foreign = reachable(newest, known);
  const own = commits.filter(({ oid }) => !foreign.has(oid));
  const work = own.filter(({ parents }) => parents.length < 2);
  if (work.length === 0) return { way: "nothing-left" };

  const top = newest.find((oid) => reachable([oid], known).size === foreign.size);
  if (top !== undefined && own.every((commit) => isWithin(commit, known))) return { way: "transplant", after: top };
  if ([...foreign].every((oid) => (known.get(oid)?.parents.length ?? 0) > 1)) return { way: "rebase" };
  const dropped = onlyMergeOf(own, foreign, known);
  if (dropped !== null) return dropped;
  if (work.length > MOST_PICKED) return { way: "by-hand", count: work.length };
  return { way: "pick", commits: work.map(({ oid }) => oid) };
}

/** Nothing that the base has lies between it and the rest: `git rebase --onto` would take that along. */
function isWithin({ parents }: GuardedCommit, known: ByOid): boolean {
  return parents.length > 0 && parents.every((parent) => known.has(parent));
}

/** The one merge through which it came, if what follows can be moved onto its other parent. */
function onlyMergeOf(own: readonly GuardedCommit[], foreign: ReadonlySet<string>, known: ByOid): Fix | null {
  const merges = own.filter(({ parents }) => parents.some((parent) => foreign.has(parent)));
  const [merge, ...others] = merges;
  if (merge === undefined || others.length > 0 || merge.parents.length !== 2) return null;
  const onto = merge.parents.find((parent) => !foreign.has(parent));
  if (onto === undefined) return null;
  const before = reachable([merge.oid], known);
  const after = own.filter(({ oid }) => !before.has(oid));
  return after.every((commit) => isWithin(commit, known)) ? { way: "drop-merge", merge: merge.oid, onto } : null;
}

function reachable(from: readonly string[], known: ByOid): Set<string> {
  const found = new Set<string>();
  const left = [...from];
  for (let oid = left.pop(); oid !== undefined; oid = left.pop()) {
    const commit = known.get(oid);
    if (commit === undefined || found.has(oid)) continue;
    found.add(oid);
    left.push(...commit.parents);
  }
  return found;
}
