import type { Lane } from "../../../config/schema.ts";
import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { PageCursor } from "../../../github/page-cursor.ts";
import type { ReconcileContext } from "../../automation.ts";
import { commitGraphOf } from "../changes/commit-graph.ts";
import { isLaneMerge } from "../changes/lane-merge.ts";
import { pullCommitsOf } from "../changes/pull-commits.ts";
import { CHECK } from "../check/check.ts";
import type { GraphCommit, MergedPull } from "../facts.ts";
import { mergedPullOf } from "./read-pulls.ts";
import { releaseLanePage, type releaseLanePageResult } from "./release-lane-page.generated.ts";

/** A page of a lane; facts that are needed only once are on the first. */
export type FirstPage = NonNullable<releaseLanePageResult["repository"]>;

/** Merged pull requests, last updated first, as far as they were read. Lanes of one repository share them. */
export interface PullPages {
  readonly pulls: Map<number, MergedPull>;
  readonly cursor: PageCursor;
  /** When the last one read was updated; null: none was read. */
  oldest: string | null;
}

export interface LanePages {
  readonly ahead: number;
  readonly commits: readonly GraphCommit[];
  readonly cut: boolean;
}

/** More than anybody could read in a release; the body says so where it is reached. */
const MOST_PAGES = 200;
/** GitHub's clock and a committer's may differ. */
const MARGIN_MS = 3_600_000;

/**
 * The first page of a lane: what is needed only once, 100 commits, and 100 pull requests if no other lane has read any. Throws
 * `NotFound` where a branch is missing; null, or a page without a comparison, where GitHub only leaves it out.
 */
export async function readFirstPage(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  shared: PullPages,
): Promise<FirstPage | null> {
  const pulls = shared.cursor.more && shared.oldest === null;
  const { repository } = await github.graphql(releaseLanePage, {
    ...branchesOf(context, lane),
    first: true,
    people: lane.assign || lane["request-review"],
    commits: true,
    pulls,
  });
  if (repository !== null && pulls) addPulls(shared, repository);
  return repository;
}

/** Reads on, page by page: commits and pull requests in the same request until neither is needed any more. null: as above. */
export async function readLanePages(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  lanes: readonly Lane[],
  shared: PullPages,
  first: FirstPage,
): Promise<LanePages | null> {
  const commits = new Map<string, GraphCommit>();
  let ahead = 0;
  const commitCursor = new PageCursor();
  const addCommits = (page: FirstPage): boolean => {
    const compare = page.base?.compare ?? null;
    if (compare === null) return false;
    ahead = compare.aheadBy;
    for (const commit of commitsOf(compare)) commits.set(commit.oid, commit);
    commitCursor.moveBehind(compare.commits);
    return true;
  };
  if (!addCommits(first)) return null;
  const hasEnough = (): boolean =>
    commitCursor.more ? isEnoughSoFar(shared, first) : isEnough(shared, lane, lanes, [...commits.values()]);
  for (let page = 1; page < MOST_PAGES; page += 1) {
    const wantsPulls: boolean = shared.cursor.more && !hasEnough();
    if (!commitCursor.more && !wantsPulls) return { ahead, commits: [...commits.values()], cut: false };
    const { repository }: releaseLanePageResult = await github.graphql(releaseLanePage, {
      ...branchesOf(context, lane),
      first: false,
      people: false,
      commits: commitCursor.more,
      commitCursor: commitCursor.after,
      pulls: wantsPulls,
      pullCursor: shared.cursor.after,
    });
    if (repository === null) return null;
    if (wantsPulls) addPulls(shared, repository);
    if (commitCursor.more && !addCommits(repository)) return null;
  }
  return { ahead, commits: [...commits.values()], cut: true };
}

/** Reads on until nothing that these commits brought can be missing: squashed releases bring older work along. */
export async function readOlderPulls(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  lanes: readonly Lane[],
  shared: PullPages,
  commits: readonly GraphCommit[],
): Promise<void> {
  for (let page = 0; page < MOST_PAGES && shared.cursor.more && !isEnough(shared, lane, lanes, commits); page += 1) {
    const { repository } = await github.graphql(releaseLanePage, {
      ...branchesOf(context, lane),
      first: false,
      people: false,
      commits: false,
      pulls: true,
      pullCursor: shared.cursor.after,
    });
    if (repository === null) return;
    addPulls(shared, repository);
  }
}

function branchesOf(context: ReconcileContext, lane: Lane) {
  return {
    owner: context.repository.owner,
    name: context.repository.name,
    base: lane.to,
    head: lane.from,
    baseRef: `refs/heads/${lane.to}`,
    headRef: `refs/heads/${lane.from}`,
    check: CHECK,
    bot: context.self.login,
  };
}

function addPulls(shared: PullPages, page: FirstPage): void {
  for (const node of nodesOf(page.merged)) {
    const pull = mergedPullOf(node);
    // A replica that is behind shows one on a later page as it was; or it moved while pages were read.
    const known = shared.pulls.get(node.number)?.updatedAt ?? "";
    if (pull !== null && known <= pull.updatedAt) shared.pulls.set(pull.number, pull);
    shared.oldest = node.updatedAt;
  }
  shared.cursor.moveBehind(page.merged);
}

/** While commits are still being read, the last release is the bound. */
function isEnoughSoFar(shared: PullPages, first: FirstPage): boolean {
  const tip = first.base?.target;
  if (shared.oldest === null || tip == null || !("committedDate" in tip)) return false;
  return Date.parse(shared.oldest) < Date.parse(tip.committedDate) - MARGIN_MS;
}

/**
 * A pull request's last update is its merge or later; so one that was last updated before every commit that no known
 * pull request brought cannot be in the range.
 */
function isEnough(shared: PullPages, lane: Lane, lanes: readonly Lane[], commits: readonly GraphCommit[]): boolean {
  if (shared.oldest === null) return false;
  const oldest = Date.parse(shared.oldest);
  const own = [...shared.pulls.values()].filter((pull) => !isLaneMerge(pull, lane, lanes));
  const covered = new Set([...pullCommitsOf(own, commitGraphOf(commits)).values()].flatMap((oids) => [...oids]));
  const dates = commits.filter((commit) => !covered.has(commit.oid)).map((commit) => Date.parse(commit.committedAt));
  return dates.every((date) => oldest < date - MARGIN_MS);
}

type Compare = NonNullable<NonNullable<FirstPage["base"]>["compare"]>;

function commitsOf(compare: Compare): GraphCommit[] {
  return nodesOf(compare.commits).map((node) => ({
    oid: node.oid,
    message: node.message,
    authoredAt: node.authoredDate,
    committedAt: node.committedDate,
    author: node.author?.user?.login ?? null,
    parents: nodesOf(node.parents).map((parent) => parent.oid),
  }));
}
