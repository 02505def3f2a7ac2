import type { Lane } from "../../../config/schema.ts";
import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { BaseCommit, LaneFacts } from "../facts.ts";
import type { OpenLane } from "./open-lane.ts";
import { readBase } from "./read-base.ts";
import { readBrought } from "./read-brought.ts";
import { type FirstPage, type PullPages, readLanePages, readOlderPulls } from "./read-lane.ts";
import { readNumbered, unseenNumbers } from "./read-pulls.ts";

/** What stays as it is while a lane's branches do, and no merged pull request is updated. */
export type LaneHistory = Pick<LaneFacts, "ahead" | "commits" | "cut" | "brought" | "inBase" | "released">;

export interface ReadHistory {
  readonly history: LaneHistory;
  /** There were more requests than for pages of commits and pull requests. */
  readonly isDeep: boolean;
}

/** Reads all pages after the first one, and what they lead to; null where GitHub leaves a comparison out. */
export async function readHistory(
  github: GitHub,
  context: ReconcileContext,
  { lane, first, releases }: OpenLane,
  lanes: readonly Lane[],
  shared: PullPages,
): Promise<ReadHistory | null> {
  const pages = await readLanePages(github, context, lane, lanes, shared, first);
  if (pages === null) return null;
  const { ahead, commits, cut } = pages;
  const before = requestsOf(github);
  const brought = await readBrought(github, context, lane, lanes, commits, [...shared.pulls.values()]);
  const all = [...commits, ...[...brought.values()].flat()];
  if (brought.size > 0) await readOlderPulls(github, context, lane, lanes, shared, all);
  const repository = { owner: context.repository.owner, name: context.repository.name };
  for (const pull of await readNumbered(github, repository, unseenNumbers(all, shared.pulls))) {
    shared.pulls.set(pull.number, pull);
  }
  const reading = { lane, lanes, commits: all, baseOnly: baseOnlyOn(first), releases, pulls: shared.pulls };
  const base = await readBase(github, context, reading);
  return { history: { ahead, commits, cut, brought, ...base }, isDeep: requestsOf(github) > before };
}

function requestsOf({ requests }: GitHub): number {
  return requests.rest + requests.graphql;
}

export function baseOnlyOn(first: FirstPage): BaseCommit[] {
  return nodesOf(first.head?.compare?.commits).map(({ oid, message, committedDate }) => ({
    oid,
    message,
    committedAt: committedDate,
  }));
}
