import { isBetweenLanes, type LaneBranches } from "../config/sections/release/between-lanes.ts";
import type { Instant } from "./record.ts";
import type { RecordedChange } from "./recorded.ts";

/**
 * The pull requests that are changes. What carries changes from one lane branch to another is none, and one that was merged
 * into the head of another pull request is part of that one: unless its base is one of `ownBranches`, which outlive every
 * pull request and are the head of some of them.
 */
export function changesAmong(
  recorded: readonly RecordedChange[],
  lanes: readonly LaneBranches[],
  ownBranches: ReadonlySet<string>,
): RecordedChange[] {
  const changes = recorded.filter((change) => change.fork || !isBetweenLanes(change, lanes));
  const openHeads = new Map<string, OpenTimes>();
  for (const [head, pulls] of Map.groupBy(changes, ({ head }) => head)) openHeads.set(head, new OpenTimes(pulls));
  return changes.filter(
    ({ base, mergedAt }) =>
      ownBranches.has(base) || mergedAt === null || openHeads.get(base)?.includes(mergedAt) !== true,
  );
}

/** When some pull request from one head was open. */
class OpenTimes {
  private readonly opened: readonly Instant[];
  /** At the same place: when the last of those that were opened by then was merged. */
  private readonly mergedBy: readonly Instant[];

  constructor(pulls: readonly RecordedChange[]) {
    const open = pulls
      .flatMap(({ fork, openedAt, mergedAt }) =>
        fork || openedAt === null || mergedAt === null ? [] : [{ openedAt, mergedAt }],
      )
      .sort((a, b) => a.openedAt - b.openedAt);
    this.opened = open.map(({ openedAt }) => openedAt);
    let latest = Number.NEGATIVE_INFINITY;
    this.mergedBy = open.map(({ mergedAt }) => {
      latest = Math.max(latest, mergedAt);
      return latest;
    });
  }

  /** From its opening to its merge, both included. */
  includes(time: Instant): boolean {
    let [low, high] = [0, this.opened.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.opened[middle] ?? time) <= time) low = middle + 1;
      else high = middle;
    }
    return (this.mergedBy[low - 1] ?? Number.NEGATIVE_INFINITY) >= time;
  }
}
