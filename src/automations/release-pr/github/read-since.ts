import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { LaneFacts } from "../facts.ts";
import type { FirstPage } from "./read-lane.ts";
import { tagOn } from "./read-tags.ts";

/** A tag on the base's tip names the version in production; without one the day of the last release does. */
export async function sinceOf(
  github: GitHub,
  context: ReconcileContext,
  first: FirstPage,
): Promise<LaneFacts["since"]> {
  const tip = first.base?.target;
  if (tip == null) return null;
  const released = nodesOf(first.released).find((pull) => !pull.isCrossRepository);
  if ("committedDate" in tip && first.tags != null) {
    const tag = await tagOn(github, context, tip, first.tags);
    if (tag !== null) return { tag, at: tip.committedDate };
  }
  return released?.mergedAt == null ? null : { tag: null, at: released.mergedAt };
}
