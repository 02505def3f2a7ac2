import { commitsReverted, pullsReverted, titleReverted } from "../../revert-claims.ts";
import type { MergedPull } from "../facts.ts";
import type { CommitGraph } from "./commit-graph.ts";
import { bringsOtherWork } from "./other-work.ts";

/** Something in the range that can revert or be reverted: a pull request, or a commit pushed directly. */
export interface Unit {
  readonly pull: MergedPull | null;
  /** The commits that it alone brought; those of a pull request nested in it belong to the nested one. */
  readonly own: ReadonlySet<string>;
  readonly at: number;
  readonly position: number;
  readonly claimedPulls: readonly number[];
  readonly claimedCommits: readonly string[];
  /** Claimed by its title, which says less than its text. */
  readonly claimedTitle: string | null;
  /** Some of its commits revert nothing. */
  readonly otherWork: boolean;
}

/** All units, in the order in which they came. */
export function unitsOf(
  pulls: readonly MergedPull[],
  pullCommits: ReadonlyMap<number, ReadonlySet<string>>,
  graph: CommitGraph,
  repository: string,
): Unit[] {
  const owner = new Map<string, number>();
  const widest = [...pullCommits].sort(([, a], [, b]) => b.size - a.size);
  for (const [number, commits] of widest) for (const oid of commits) owner.set(oid, number);
  const own = new Map<number, Set<string>>(pulls.map((pull) => [pull.number, new Set()]));
  for (const [oid, number] of owner) own.get(number)?.add(oid);

  const claimedBy = (oids: Iterable<string>) =>
    [...oids].flatMap((oid) => commitsReverted(graph.commit(oid)?.message ?? ""));
  const fromPulls = pulls.map((pull): Unit => {
    const commits = own.get(pull.number) ?? new Set();
    const claimedPulls = [...new Set(pullsReverted(pull.body, repository))];
    const claimedTitle = titleReverted(pull.title);
    const inText = commitsReverted(pull.body);
    const declared = claimedPulls.length + inText.length > 0 || claimedTitle !== null;
    return {
      pull,
      own: commits,
      at: Date.parse(pull.mergedAt),
      position: graph.position(pull.mergeCommit ?? ""),
      claimedPulls,
      claimedCommits: [...new Set([...inText, ...claimedBy(commits)])],
      claimedTitle,
      otherWork: bringsOtherWork(
        [...commits].flatMap((oid) => graph.commit(oid) ?? []),
        declared,
      ),
    };
  });
  const direct = graph.commits
    .filter((commit) => !owner.has(commit.oid))
    .map(
      (commit): Unit => ({
        pull: null,
        own: new Set([commit.oid]),
        at: Date.parse(commit.committedAt),
        position: graph.position(commit.oid),
        claimedPulls: [],
        claimedCommits: commitsReverted(commit.message),
        claimedTitle: null,
        otherWork: false,
      }),
    );
  return [...fromPulls, ...direct].sort((a, b) => a.at - b.at || a.position - b.position);
}
