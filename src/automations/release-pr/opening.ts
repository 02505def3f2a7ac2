import { ships } from "./changes/items.ts";
import type { Waiting } from "./changes/waiting.ts";
import type { LaneFacts } from "./facts.ts";

/** Merge times of the pull requests in the release. */
export function mergeTimes(waiting: Waiting): number[] {
  const pulls = [...waiting.items.filter(ships).map((item) => item.pull), ...waiting.setApart];
  return pulls.map((pull) => Date.parse(pull.mergedAt));
}

export type WhyClosed = "nothing waits" | "frozen" | "closed by a person" | "not scheduled" | "opened at this tick";

/**
 * What keeps a release pull request from being opened now; null: nothing. Something must wait, no freeze be on, and nobody
 * have closed it over just this.
 */
export function whyClosed(facts: LaneFacts, waiting: Waiting, frozen: boolean, tick: Date | null): WhyClosed | null {
  const merged = mergeTimes(waiting);
  if (merged.length === 0) return "nothing waits";
  if (frozen) return "frozen";
  const { closedUnmerged } = facts;
  const released = facts.releases[0];
  const isNewest = closedUnmerged !== null && (released === undefined || closedUnmerged.closedAt > released.mergedAt);
  if (isNewest && !closedUnmerged.byUs && !merged.some((time) => time > Date.parse(closedUnmerged.closedAt)))
    return "closed by a person";
  if (facts.lane.schedule === null) return null;
  if (tick === null || !merged.some((time) => time <= tick.getTime())) return "not scheduled";
  // One per tick: if this tick's pull request was released or closed since, no other one is opened.
  const opened = [closedUnmerged?.createdAt, released?.createdAt].filter((time) => time !== undefined);
  return opened.some((time) => Date.parse(time) >= tick.getTime()) ? "opened at this tick" : null;
}
