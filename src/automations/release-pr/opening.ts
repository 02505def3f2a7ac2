import { ships } from "./changes/items.ts";
import type { Waiting } from "./changes/waiting.ts";
import type { LaneFacts } from "./facts.ts";

/** Merge times of the pull requests in the release. */
export function mergeTimes(waiting: Waiting): number[] {
  const pulls = [...waiting.items.filter(ships).map((item) => item.pull), ...waiting.setApart];
  return pulls.map((pull) => Date.parse(pull.mergedAt));
}

/**
 * Whether a release pull request may be opened now: something waits, no freeze is on, and nobody closed it over just
 * this.
 */
export function mayOpen(facts: LaneFacts, waiting: Waiting, frozen: boolean, tick: Date | null): boolean {
  const merged = mergeTimes(waiting);
  if (merged.length === 0 || frozen) return false;
  const { closedUnmerged } = facts;
  const released = facts.releases[0];
  const isNewest = closedUnmerged !== null && (released === undefined || closedUnmerged.closedAt > released.mergedAt);
  if (isNewest && !closedUnmerged.byUs && !merged.some((time) => time > Date.parse(closedUnmerged.closedAt)))
    return false;
  if (facts.lane.schedule === null) return true;
  if (tick === null || !merged.some((time) => time <= tick.getTime())) return false;
  // One per tick: if this tick's pull request was released or closed since, no other one is opened.
  const opened = [closedUnmerged?.createdAt, released?.createdAt].filter((time) => time !== undefined);
  return !opened.some((time) => Date.parse(time) >= tick.getTime());
}
