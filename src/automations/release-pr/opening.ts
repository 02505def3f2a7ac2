import { ships } from "./changes/items.ts";
import type { Waiting } from "./changes/waiting.ts";
import type { LaneFacts } from "./facts.ts";

/** Merge times of what the release would bring. */
export function mergeTimes(waiting: Waiting): number[] {
  const pulls = [...waiting.items.filter(ships).map((item) => item.pull), ...waiting.setApart];
  return pulls.map((pull) => Date.parse(pull.mergedAt));
}

/** May a release pull request be opened now? Something waits, no freeze is on, and nobody said no to just this. */
export function mayOpen(facts: LaneFacts, waiting: Waiting, frozen: boolean, tick: Date | null): boolean {
  const merged = mergeTimes(waiting);
  if (merged.length === 0 || frozen) return false;
  const { closedUnmerged: turnedDown } = facts;
  const released = facts.releases[0];
  const isNewest = turnedDown !== null && (released === undefined || turnedDown.closedAt > released.mergedAt);
  if (isNewest && !turnedDown.byUs && !merged.some((time) => time > Date.parse(turnedDown.closedAt))) return false;
  if (facts.lane.schedule === null) return true;
  if (tick === null || !merged.some((time) => time <= tick.getTime())) return false;
  // One a tick: what was opened at this one and released or closed since is not opened again.
  const opened = [turnedDown?.createdAt, released?.createdAt].filter((time) => time !== undefined);
  return !opened.some((time) => Date.parse(time) >= tick.getTime());
}
