import { commentIn } from "../../../commands/comment-node.ts";
import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Kept, Observations, ReconcileContext } from "../../automation.ts";
import { countingOf } from "../counting.ts";
import { type Delivered, deliveredAmong } from "./delivered.ts";
import type { DeployedFacts } from "./facts.ts";
import { fourKeysComment } from "./four-keys-comment.generated.ts";

type Context = ReconcileContext<"four-keys">;
type Seen = Pick<Observations, "cache" | "shipped">;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Deployments of this long are commented on: what webhooks missed is seen in the night after. So nobody who switches
 * comments on hears of all that was ever deployed.
 */
const RECENT_MS = 2 * DAY_MS;
/** Of a change in several services an earlier deployment is named, too. */
const EARLIER_MS = 30 * DAY_MS;
/** GitHub's clock may be ahead of this one. */
const AHEAD_MS = HOUR_MS;

/** Pull requests that were deployed in the last days, and of which it is not known that they say so. */
export async function gatherDeployed(context: Context, seen: Seen): Promise<readonly number[]> {
  const delivered = await recentlyDelivered(context, seen);
  return delivered.filter(({ pull, key }) => seen.cache.get(saidOn(pull), key) === null).map(({ pull }) => pull);
}

/** null: it was not deployed in the last days. One request. */
export async function gatherComment(
  github: GitHub,
  context: Context,
  seen: Seen,
  number: number,
): Promise<DeployedFacts | null> {
  const delivered = (await recentlyDelivered(context, seen)).find(({ pull }) => pull === number);
  if (delivered === undefined) return null;
  const { owner, name } = context.repository;
  const pull = (await github.graphql(fourKeysComment, { owner, name, number })).repository?.pullRequest ?? null;
  if (pull === null) return null;
  // Whatever becomes of this reconciliation: it is tried until it is through.
  seen.cache.set(saidOn(number), delivered.key, true, 100);
  const comments = nodesOf(pull.comments).map(commentIn);
  return { delivered, comments, hasEarlier: pull.comments.pageInfo.hasPreviousPage };
}

async function recentlyDelivered(context: Context, { shipped }: Seen): Promise<Delivered[]> {
  const now = context.now.getTime();
  const shippings = await shipped(countingOf(context), { from: now - EARLIER_MS, to: now + AHEAD_MS });
  return deliveredAmong(shippings).filter(({ latestAt }) => latestAt >= now - RECENT_MS);
}

function saidOn(pull: number): Kept<true> {
  return { name: `four-keys/deployed/${pull}` };
}
