import type { CommitRecord } from "./record.ts";

/** Commits that are their own ancestors, or lie between two that are: Git makes none, so their records are wrong. */
export function commitsInCycles(commits: readonly CommitRecord[]): CommitRecord[] {
  const keyOf = (repo: string, sha: string) => `${repo}\n${sha}`;
  const known = new Set(commits.map(({ repo, sha }) => keyOf(repo, sha)));
  const edges = commits.map((commit) => ({
    commit,
    key: keyOf(commit.repo, commit.sha),
    parents: commit.parents.map((parent) => keyOf(commit.repo, parent)).filter((parent) => known.has(parent)),
  }));
  const parentsOf = new Map(edges.map(({ key, parents }) => [key, parents]));
  const childrenOf = new Map<string, string[]>(edges.map(({ key }) => [key, []]));
  for (const { key, parents } of edges) for (const parent of parents) childrenOf.get(parent)?.push(key);
  const left = peeled(peeled(known, parentsOf, childrenOf), childrenOf, parentsOf);
  return edges.filter(({ key }) => left.has(key)).map(({ commit }) => commit);
}

type Edges = ReadonlyMap<string, readonly string[]>;

/** Without what can be reached in the end by taking away, again and again, whatever has nothing `before` it. */
function peeled(commits: ReadonlySet<string>, before: Edges, after: Edges): Set<string> {
  const left = new Set(commits);
  const waitsFor = new Map<string, number>();
  for (const each of left) waitsFor.set(each, (before.get(each) ?? []).filter((other) => left.has(other)).length);
  const ready = [...left].filter((each) => waitsFor.get(each) === 0);
  for (let each = ready.pop(); each !== undefined; each = ready.pop()) {
    left.delete(each);
    for (const next of after.get(each) ?? []) {
      if (!left.has(next)) continue;
      const waits = (waitsFor.get(next) ?? 0) - 1;
      waitsFor.set(next, waits);
      if (waits === 0) ready.push(next);
    }
  }
  return left;
}
