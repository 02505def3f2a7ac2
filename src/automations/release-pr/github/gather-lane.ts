import type { GitHub } from "../../../github/client.ts";
import { isKept } from "../../../github/kept-branch.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { ownRunIn, type Suites } from "../../../github/own-check.ts";
import type { ReconcileContext } from "../../automation.ts";
import { CHECK } from "../check/check.ts";
import type { LaneFacts } from "../facts.ts";
import { readSignedBy } from "../sign-off/read-signed-by.ts";
import { refusedOpening } from "../status-issue/refused-opening.ts";
import type { Authority } from "./authority.ts";
import { readAssignable } from "./read-assignable.ts";
import { type ClosedPulls, closedOn } from "./read-closed.ts";
import type { WithHistory } from "./read-histories.ts";
import { baseOnlyOn } from "./read-history.ts";
import { readOpenPull } from "./read-open-pull.ts";
import { sinceOf } from "./read-since.ts";
import { openStatusIssues, readStatusIssues } from "./read-status-issues.ts";
import { sameHeadOf } from "./same-head.ts";

/** What was read of a lane, before checking whose close counts: that depends on what other lanes find, too. */
export interface GatheredLane {
  readonly kind: "gathered";
  /** Without what all lanes share. */
  readonly facts: Omit<LaneFacts, "pulls">;
  readonly closed: ClosedPulls;
}

/** Everything about one lane: its history, and what may have changed without it. */
export async function gatherLane(
  github: GitHub,
  context: ReconcileContext,
  { open: { lane, first, head, releases }, history }: WithHistory,
  authority: Authority,
): Promise<GatheredLane> {
  const found = await readOpenPull(github, context, lane, nodesOf(first.openPull), authority);
  // A branch always points at a commit; the schema allows any object.
  const suites = (head as { readonly checkSuites?: Suites | null }).checkSuites;
  const place = { repository: context.repository, oid: head.oid, check: CHECK };
  const checkRun = await ownRunIn(github, place, suites);
  const silent = first.hasIssuesEnabled === false;
  const facts: GatheredLane["facts"] = {
    kind: "read",
    lane,
    ...history,
    baseOnly: baseOnlyOn(first),
    headOid: head.oid,
    ...found,
    releases,
    closedUnmerged: null,
    sameHead: await sameHeadOf(github, context, lane, first, head),
    since: await sinceOf(github, context, first),
    checkRun,
    signedBy:
      lane["sign-off"] && found.openPull !== null
        ? await readSignedBy(github, context, found.openPull, checkRun)
        : new Map(),
    assignable: await readAssignable(github, context, first.assignableUsers ?? null),
    mergeCommits: first.mergeCommitAllowed !== false,
    deletesHead:
      first.deleteBranchOnMerge === true && lane.from !== context.loaded.defaultBranch && !isKept(first.head ?? {}),
    silent,
    statusIssues:
      (found.outsider !== null || refusedOpening(lane, context) !== null) && !silent
        ? await readStatusIssues(github, context, "all")
        : await openStatusIssues(github, context, first),
  };
  return { kind: "gathered", facts, closed: closedOn(first) };
}
