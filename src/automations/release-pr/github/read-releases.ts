import type { Lane } from "../../../config/schema.ts";
import type { GitHub } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { mayBeFurtherBack } from "../../../managed/marked-comment.ts";
import { findMarkers } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Release } from "../facts.ts";
import { REWRITTEN } from "../pull-request/rewritten.ts";
import { ownPulls } from "./own-pulls.ts";
import { parentsAt } from "./read-base.ts";
import type { FirstPage } from "./read-lane.ts";

/** The size of this list on a lane's page. */
const RELEASES_ON_A_PAGE = 5;

type Comments = NonNullable<NonNullable<NonNullable<FirstPage["released"]>["nodes"]>[number]>["comments"];

/** The lane's releases on its first page; behind forks' pull requests, the last one alone. */
export async function readReleases(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  first: FirstPage,
): Promise<Release[]> {
  const releases = releasesOf(first, context);
  if (releases.length > 0 || nodesOf(first.released).length < RELEASES_ON_A_PAGE) return releases;
  for await (const pull of ownPulls(github, context, lane, "closed")) {
    if (pull.merged_at === null) continue;
    const { number, body, created_at: createdAt, merged_at: mergedAt, merge_commit_sha: mergeCommit } = pull;
    const mergeParents = mergeCommit === null ? [] : await parentsAt(github, context, mergeCommit);
    const headOid = pull.head.sha;
    const text = { body: body ?? "", overwritten: null };
    return [{ number, createdAt, mergedAt, headOid, mergeCommit, mergeParents, warned: true, ...text }];
  }
  return [];
}

function releasesOf(first: FirstPage, context: ReconcileContext): Release[] {
  return nodesOf(first.released)
    .filter((pull) => !pull.isCrossRepository && pull.mergedAt !== null)
    .map((pull) => ({
      number: pull.number,
      createdAt: pull.createdAt,
      mergedAt: pull.mergedAt ?? "",
      headOid: pull.headRefOid,
      mergeCommit: pull.mergeCommit?.oid ?? null,
      mergeParents: nodesOf(pull.mergeCommit?.parents).map((parent) => parent.oid),
      warned: isWarned(pull.comments, pull.mergedAt ?? "", context),
      body: pull.body,
      overwritten: null,
    }))
    .sort((a, b) => (a.mergedAt < b.mergedAt ? 1 : -1));
}

/** Whether its comments have our warning, or may have it further back. */
function isWarned(comments: Comments, mergedAt: string, { self }: ReconcileContext): boolean {
  const read = nodesOf(comments).map(({ createdAt, ...rest }) => ({ ...rest, createdAt: new Date(createdAt) }));
  if (mayBeFurtherBack(read, comments.pageInfo.hasPreviousPage, new Date(mergedAt))) return true;
  return read.some(
    ({ author, body }) => isSelf(author, self) && findMarkers(body).some((found) => found.key === REWRITTEN),
  );
}
