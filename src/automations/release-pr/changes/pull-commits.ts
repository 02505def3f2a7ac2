import type { MergedPull } from "../facts.ts";
import type { CommitGraph } from "./commit-graph.ts";

/** A rebase rewrites all its commits within moments. */
const REBASE_MS = 60_000;

/** For each pull request, the commits of the range that it brought, including its merge commit. */
export function pullCommitsOf(
  pulls: readonly MergedPull[],
  graph: CommitGraph,
): ReadonlyMap<number, ReadonlySet<string>> {
  const tips = new Set(pulls.map((pull) => pull.mergeCommit));
  return new Map(pulls.map((pull) => [pull.number, commitsOfPull(pull, graph, tips)]));
}

function commitsOfPull(pull: MergedPull, graph: CommitGraph, tips: ReadonlySet<string | null>): ReadonlySet<string> {
  const tip = pull.mergeCommit === null ? undefined : graph.commit(pull.mergeCommit);
  if (tip === undefined) return new Set();
  if (tip.parents.length > 1 && tip.oid !== pull.headOid) {
    const brought = tip.parents.slice(1).flatMap((parent) => [...graph.between(tip.parents[0], parent)]);
    return new Set([tip.oid, ...brought]);
  }
  const pullCommits = new Set([tip.oid]);
  if (tip.message.split("\n", 1)[0]?.endsWith(`(#${pull.number})`) === true) return pullCommits;
  for (let at = tip.parents[0]; at !== undefined && !tips.has(at); ) {
    const commit = graph.commit(at);
    if (commit === undefined || commit.parents.length !== 1) break;
    // GitHub does not say which commits a rebase wrote. They were committed at the same moment as its last one, and
    // either are older work committed again or come from the same person; a push in between is neither.
    const together = Math.abs(Date.parse(tip.committedAt) - Date.parse(commit.committedAt)) <= REBASE_MS;
    const people = [tip.author, pull.author?.login ?? null].filter((login) => login !== null);
    const rewritten = commit.authoredAt !== commit.committedAt;
    if (!together || !(rewritten || (commit.author !== null && people.includes(commit.author)))) break;
    pullCommits.add(at);
    at = commit.parents[0];
  }
  return pullCommits;
}
