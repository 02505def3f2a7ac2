import { commitGraphOf } from "../changes/commit-graph.ts";
import type { EarlierCommit, MergedLately, Since } from "./facts.ts";

/** What came between the last head whose checks passed and this one. */
interface SinceGreen {
  readonly oid: string;
  /** By number. */
  readonly merged: readonly MergedLately[];
}

/**
 * The last head on which everything passed is looked for along the first parents: the branch's own line. null: there is none
 * among the commits that were read.
 */
export function sinceGreen({ commits, merged }: Since): SinceGreen | null {
  const [head] = commits;
  if (head === undefined) return null;
  const green = firstParentsOf(head, commits).find(({ passed }) => passed === true);
  if (green === undefined) return null;
  const range = commitGraphOf(commits.map(asGraphCommit)).between(green.oid, head.oid);
  return {
    oid: green.oid,
    merged: merged.filter(({ mergeCommit }) => range.has(mergeCommit)).sort((a, b) => a.number - b.number),
  };
}

function* firstParentsOf(head: EarlierCommit, commits: readonly EarlierCommit[]): Generator<EarlierCommit> {
  const byOid = new Map(commits.map((commit) => [commit.oid, commit]));
  const first = ({ parents }: EarlierCommit) => byOid.get(parents[0] ?? "");
  for (let at = first(head); at !== undefined; at = first(at)) yield at;
}

function asGraphCommit({ oid, parents }: EarlierCommit) {
  return { oid, parents, message: "", authoredAt: "", committedAt: "", author: null };
}
