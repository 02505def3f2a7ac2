import type { Lane } from "../../../config/schema.ts";
import type { GitHub } from "../../../github/client.ts";
import { isGone, meaningOf } from "../../../github/error-meaning.ts";
import { NotFound } from "../../../github/errors.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { ownRunIn, type Suites } from "../../../github/own-check.ts";
import { findOwnIssue, type OwnIssue } from "../../../github/own-issues.ts";
import { isGheCloud } from "../../../github/web-url.ts";
import { findMarkers, hasMarker } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import { CHECK } from "../check/check.ts";
import type { BaseCommit, LaneFacts, MissingLane, Release } from "../facts.ts";
import { REWRITTEN } from "../pull-request/rewritten.ts";
import { refusedOpening } from "../status-issue/refused-opening.ts";
import { STATUS_ISSUE } from "../status-issue/status-issue.ts";
import type { Authority } from "./authority.ts";
import { ownPulls } from "./own-pulls.ts";
import { readAssignable } from "./read-assignable.ts";
import { parentsAt, readBase } from "./read-base.ts";
import { readBrought } from "./read-brought.ts";
import { type ClosedPulls, closedOn } from "./read-closed.ts";
import { type LanePages, type PullPages, readLanePages, readOlderPulls } from "./read-lane.ts";
import { readOpenPull } from "./read-open-pull.ts";
import { readNumbered, unseenNumbers } from "./read-pulls.ts";
import { tagOn } from "./read-tags.ts";
import { releaseBranches } from "./release-branches.generated.ts";
import { sameHeadOf } from "./same-head.ts";

type First = LanePages["first"];

/** What was read of a lane, before checking whose close counts: that depends on what other lanes find, too. */
export interface GatheredLane {
  readonly kind: "gathered";
  readonly facts: LaneFacts;
  readonly closed: ClosedPulls;
}

/** Everything about one lane. A missing branch is a fact, not a failure. */
export async function gatherLane(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  lanes: readonly Lane[],
  shared: PullPages,
  authority: Authority,
): Promise<MissingLane | GatheredLane> {
  let pages: LanePages | null = null;
  let failed: unknown = new NotFound("releaseLanePage", 404, `GitHub does not compare ${lane.to} with ${lane.from}`);
  try {
    pages = await readLanePages(github, context, lane, lanes, shared);
  } catch (error) {
    if (meaningOf(error).is !== "gone") throw error;
    failed = error;
  }
  const head = pages?.first.head?.target ?? null;
  if (pages === null || head === null) {
    const missing = await missingLane(github, context, lane);
    if (missing === null) throw failed;
    return missing;
  }
  const { first, commits } = pages;
  const brought = await readBrought(github, context, lane, lanes, commits, [...shared.pulls.values()]);
  const all = [...commits, ...[...brought.values()].flat()];
  if (brought.size > 0) await readOlderPulls(github, context, lane, lanes, shared, all);
  const repository = { owner: context.repository.owner, name: context.repository.name };
  for (const pull of await readNumbered(github, repository, unseenNumbers(all, shared.pulls))) {
    shared.pulls.set(pull.number, pull);
  }
  const releases = await readReleases(github, context, lane, first);
  const baseOnly = nodesOf(first.head?.compare?.commits).map(
    ({ oid, message, committedDate }): BaseCommit => ({ oid, message, committedAt: committedDate }),
  );
  const base = await readBase(github, context, { lane, lanes, commits: all, baseOnly, releases, pulls: shared.pulls });
  const pulls = [...shared.pulls.values()];
  const open = await readOpenPull(github, context, lane, nodesOf(first.openPull), authority);
  const silent = first.hasIssuesEnabled === false;
  const facts: LaneFacts = {
    kind: "read",
    lane,
    ahead: pages.ahead,
    commits,
    cut: pages.cut,
    pulls,
    brought,
    baseOnly,
    ...base,
    headOid: head.oid,
    ...open,
    releases,
    closedUnmerged: null,
    sameHead: await sameHeadOf(github, context, lane, first, head),
    since: await sinceOf(github, context, first),
    // A branch always points at a commit; the schema allows any object.
    checkRun: await ownRunIn(
      github,
      { repository: context.repository, oid: head.oid, check: CHECK },
      (head as { readonly checkSuites?: Suites | null }).checkSuites,
    ),
    assignable: await readAssignable(github, context, first.assignableUsers ?? null),
    silent,
    statusIssues:
      (open.outsider !== null || refusedOpening(lane, context) !== null) && !silent
        ? await readStatusIssues(github, context, "all")
        : await openStatusIssues(github, context, first),
  };
  return { kind: "gathered", facts, closed: closedOn(first) };
}

async function missingLane(github: GitHub, context: ReconcileContext, lane: Lane): Promise<MissingLane | null> {
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(releaseBranches, {
    owner,
    name,
    baseRef: `refs/heads/${lane.to}`,
    headRef: `refs/heads/${lane.from}`,
  });
  if (repository === null) return null;
  const branches = [...(repository.head === null ? [lane.from] : []), ...(repository.base === null ? [lane.to] : [])];
  // One missing answer is not proof yet, and this would be reported in an issue.
  if (branches.length === 0 && !(await areUnrelated(github, context, lane))) return null;
  const silent = (branches.length > 0 && context.loaded.inheritedLanes) || !repository.hasIssuesEnabled;
  return {
    kind: "missing",
    lane,
    branches,
    silent,
    statusIssues: silent ? [] : await readStatusIssues(github, context, "all"),
  };
}

/** The first ones are on the page; more are read where the page is full or `createdBy` is blind. */
async function openStatusIssues(
  github: GitHub,
  context: ReconcileContext,
  { statusIssues }: First,
): Promise<readonly OwnIssue[]> {
  const found = nodesOf(statusIssues).filter(
    (issue) => isSelf(issue.author, context.self) && hasMarker(issue.body, STATUS_ISSUE),
  );
  const isMore =
    statusIssues?.pageInfo.hasNextPage === true || (nodesOf(statusIssues).length === 0 && isGheCloud(context.webUrl));
  if (found.length > 0 || !isMore) return found.map(({ number, title, body }) => ({ number, title, body, open: true }));
  return readStatusIssues(github, context, "open");
}

async function readStatusIssues(
  github: GitHub,
  context: ReconcileContext,
  states: "open" | "all",
): Promise<readonly OwnIssue[]> {
  const { issue } = await findOwnIssue(github, {
    ...context,
    marker: STATUS_ISSUE,
    states,
    mustBeSure: states === "all",
  });
  return issue === null ? [] : [issue];
}

/** GitHub compares only branches with a common commit: 404, or 422 (docs.github.com, "Compare two commits"). */
async function areUnrelated(github: GitHub, context: ReconcileContext, lane: Lane): Promise<boolean> {
  const { owner, name: repo } = context.repository;
  try {
    await github.rest("GET /repos/{owner}/{repo}/compare/{basehead}", {
      owner,
      repo,
      basehead: `${lane.to}...${lane.from}`,
      per_page: 1,
    });
    return false;
  } catch (error) {
    if (isGone(error) || meaningOf(error).is === "refused") return true;
    throw error;
  }
}

/** The size of this list on a lane's page. */
const RELEASES_ON_A_PAGE = 5;

async function readReleases(github: GitHub, context: ReconcileContext, lane: Lane, first: First): Promise<Release[]> {
  const releases = releasesOf(first, context);
  if (releases.length > 0 || nodesOf(first.released).length < RELEASES_ON_A_PAGE) return releases;
  for await (const pull of ownPulls(github, context, lane, "closed")) {
    if (pull.merged_at === null) continue;
    const { number, created_at: createdAt, merged_at: mergedAt, merge_commit_sha: mergeCommit } = pull;
    const mergeParents = mergeCommit === null ? [] : await parentsAt(github, context, mergeCommit);
    return [{ number, createdAt, mergedAt, headOid: pull.head.sha, mergeCommit, mergeParents, warned: true }];
  }
  return [];
}

function releasesOf(first: First, context: ReconcileContext): Release[] {
  return nodesOf(first.released)
    .filter((pull) => !pull.isCrossRepository && pull.mergedAt !== null)
    .map((pull) => ({
      number: pull.number,
      createdAt: pull.createdAt,
      mergedAt: pull.mergedAt ?? "",
      headOid: pull.headRefOid,
      mergeCommit: pull.mergeCommit?.oid ?? null,
      mergeParents: nodesOf(pull.mergeCommit?.parents).map((parent) => parent.oid),
      warned: nodesOf(pull.comments).some(
        (comment) =>
          isSelf(comment.author, context.self) && findMarkers(comment.body).some((found) => found.key === REWRITTEN),
      ),
    }))
    .sort((a, b) => (a.mergedAt < b.mergedAt ? 1 : -1));
}

/** A tag on the base's tip names the version in production; without one the day of the last release does. */
async function sinceOf(github: GitHub, context: ReconcileContext, first: First): Promise<LaneFacts["since"]> {
  const tip = first.base?.target;
  if (tip == null) return null;
  const released = nodesOf(first.released).find((pull) => !pull.isCrossRepository);
  if ("committedDate" in tip && first.tags != null) {
    const tag = await tagOn(github, context, tip, first.tags);
    if (tag !== null) return { tag, at: tip.committedDate };
  }
  return released?.mergedAt == null ? null : { tag: null, at: released.mergedAt };
}
