import type { Lane } from "../../config/schema.ts";
import type { GitHub, Unknown } from "../../github/client.ts";
import { NotFound } from "../../github/errors.ts";
import { isSelf } from "../../github/is-self.ts";
import { nodesOf, readableNodes } from "../../github/nodes.ts";
import { ownRunOf, type Suites } from "../../github/own-check.ts";
import { findOwnIssue } from "../../github/own-issues.ts";
import { isGheCloud } from "../../github/web-url.ts";
import { findMarkers } from "../../markdown/marker.ts";
import type { Look } from "../automation.ts";
import type { BaseCommit, LaneFacts, MissingLane, Notice, Release, TurnedDownPull } from "./facts.ts";
import { isNotice } from "./notice.ts";
import { readAssignable } from "./read-assignable.ts";
import { readBase } from "./read-base.ts";
import { readBrought } from "./read-brought.ts";
import { type LanePages, type PullPages, readLanePages, readOlderPulls } from "./read-lane.ts";
import { readNumbered, unseenNumbers } from "./read-pulls.ts";
import { readStanding } from "./read-standing.ts";
import { releaseBranches } from "./release-branches.generated.ts";
import { REWRITTEN } from "./rewritten.ts";

type First = LanePages["first"];

/** Everything about one lane. A missing branch is a fact, not a failure. */
export async function gatherLane(
  github: GitHub,
  look: Look,
  lane: Lane,
  lanes: readonly Lane[],
  shared: PullPages,
): Promise<LaneFacts | MissingLane> {
  let pages: LanePages | null = null;
  try {
    pages = await readLanePages(github, look, lane, lanes, shared);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const missing = await missingLane(github, look, lane);
    if (missing === null) throw error;
    return missing;
  }
  const head = pages?.first.head?.target ?? null;
  if (pages === null || head === null) {
    const missing = await missingLane(github, look, lane);
    if (missing === null)
      throw new NotFound("releaseLanePage", 404, `GitHub does not compare ${lane.to} with ${lane.from}`);
    return missing;
  }
  const { first, commits } = pages;
  const brought = await readBrought(github, look, lane, lanes, commits, [...shared.pulls.values()]);
  const all = [...commits, ...[...brought.values()].flat()];
  if (brought.size > 0) await readOlderPulls(github, look, lane, lanes, shared, all);
  const place = { owner: look.repository.owner, name: look.repository.name };
  for (const pull of await readNumbered(github, place, unseenNumbers(all, shared.pulls))) {
    shared.pulls.set(pull.number, pull);
  }
  const releases = releasesOf(first, look);
  const baseOnly = nodesOf(first.head?.compare?.commits).map(
    ({ oid, message, committedDate }): BaseCommit => ({ oid, message, committedAt: committedDate }),
  );
  const base = await readBase(github, look, { lane, lanes, commits: all, baseOnly, releases, pulls: shared.pulls });
  const pulls = [...shared.pulls.values()];
  return {
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
    standing: await readStanding(github, look, lane, nodesOf(first.standing)),
    releases,
    turnedDown: turnedDownOf(first, look),
    sameHead: sameHeadOf(first, head, lane),
    since: sinceOf(first),
    // A branch points at a commit, always; the schema allows any object.
    checkRun: ownRunOf((head as { readonly checkSuites?: Suites | null }).checkSuites, look.self),
    assignable: await readAssignable(github, look, first.assignableUsers ?? null),
    notices: await openNotices(github, look, first),
  };
}

async function missingLane(github: GitHub, look: Look, lane: Lane): Promise<MissingLane | null> {
  const { owner, name } = look.repository;
  const { repository } = await github.graphql(releaseBranches, {
    owner,
    name,
    baseRef: `refs/heads/${lane.to}`,
    headRef: `refs/heads/${lane.from}`,
  });
  if (repository === null) return null;
  const branches = [...(repository.head === null ? [lane.from] : []), ...(repository.base === null ? [lane.to] : [])];
  if (branches.length === 0) return null;
  const silent = look.loaded.inheritedLanes || !repository.hasIssuesEnabled;
  return { kind: "missing", lane, branches, silent, notices: silent ? [] : await readNotices(github, look, "all") };
}

/** The first ones came along; what may stand behind them, or where `createdBy` is blind, is asked for. */
async function openNotices(github: GitHub, look: Look, { notices }: First): Promise<readonly Notice[]> {
  const found = nodesOf(notices).filter((issue) => isSelf(issue.author, look.self) && isNotice(issue.body));
  const isMore = notices?.pageInfo.hasNextPage === true || (nodesOf(notices).length === 0 && isGheCloud(look.webUrl));
  if (found.length > 0 || !isMore) return found.map(({ number, title, body }) => ({ number, title, body, open: true }));
  return readNotices(github, look, "open");
}

async function readNotices(github: GitHub, look: Look, states: "open" | "all"): Promise<readonly Notice[]> {
  const { issue } = await findOwnIssue(github, { ...look, isIt: isNotice, states, mustBeSure: states === "all" });
  return issue === null ? [] : [issue];
}

function releasesOf(first: First, look: Look): Release[] {
  const last = nodesOf(first.lastReleased)[0];
  const said = nodesOf(last?.comments).some(
    (comment) =>
      isSelf(comment.author, look.self) && findMarkers(comment.body).some((found) => found.key === REWRITTEN),
  );
  return nodesOf(first.released)
    .filter((pull) => !pull.isCrossRepository && pull.mergedAt !== null)
    .map((pull) => ({
      number: pull.number,
      createdAt: pull.createdAt,
      mergedAt: pull.mergedAt ?? "",
      headOid: pull.headRefOid,
      mergeCommit: pull.mergeCommit?.oid ?? null,
      mergeParents: nodesOf(pull.mergeCommit?.parents).map((parent) => parent.oid),
      // Rather silent than said twice, where somebody else's pull request hides what was said.
      warned: said || pull.number !== last?.number,
    }))
    .sort((a, b) => (a.mergedAt < b.mergedAt ? 1 : -1));
}

function turnedDownOf(first: First, look: Look): TurnedDownPull | null {
  const node = nodesOf(first.turnedDown).find((pull) => !pull.isCrossRepository);
  if (node === undefined || node.closedAt === null) return null;
  const closed = nodesOf(node.timelineItems)[0];
  const actor = closed !== undefined && "actor" in closed ? closed.actor : null;
  return { number: node.number, createdAt: node.createdAt, closedAt: node.closedAt, byUs: isSelf(actor, look.self) };
}

type HeadNode = NonNullable<NonNullable<First["head"]>["target"]>;

/** By branch name, and by commit: GitHub's index of commits may lag behind, but knows other branches, too. */
function sameHeadOf(first: First, head: HeadNode, lane: Lane): LaneFacts["sameHead"] {
  const byCommit = "associatedPullRequests" in head ? (head as { associatedPullRequests: AssociatedNodes }) : null;
  // One that cannot be read is another repository's.
  const { nodes: ofCommit } = readableNodes(byCommit?.associatedPullRequests);
  const named = nodesOf(first.sameHead).filter((pull) => !pull.isCrossRepository && pull.baseRefName !== lane.to);
  const found = ofCommit.filter((pull) => pull.state === "OPEN");
  return [...named, ...found]
    .filter((pull) => pull.headRefOid === head.oid)
    .map((pull) => ({ number: pull.number, headOid: pull.headRefOid, base: pull.baseRefName }));
}

type AssociatedNodes = {
  readonly nodes:
    | readonly (
        | {
            readonly number: number;
            readonly state: string;
            readonly baseRefName: string;
            readonly headRefOid: string;
          }
        | Unknown
        | null
      )[]
    | null;
};

/** A tag on the base's tip says where production stands; else the day of the last release does. */
function sinceOf(first: First): LaneFacts["since"] {
  const tip = first.base?.target;
  if (tip == null) return null;
  const released = nodesOf(first.released).find((pull) => !pull.isCrossRepository);
  const tag = nodesOf(first.tags).find(
    ({ target }) => target?.oid === tip.oid || (target !== null && "target" in target && target.target.oid === tip.oid),
  );
  if (tag !== undefined && "committedDate" in tip) return { tag: tag.name, at: tip.committedDate };
  return released?.mergedAt == null ? null : { tag: null, at: released.mergedAt };
}
