import type { EventRecord, Instant } from "./record.ts";

/** Whether two records with one natural key say the same. */
export function isSame(a: EventRecord, b: EventRecord): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Which of two records with one natural key counts: the one that knows the later time. At the same time their content
 * decides, so that the order in which they arrive never does.
 */
export function supersedes(record: EventRecord, known: EventRecord): boolean {
  const [mine, theirs] = [latestIn(record), latestIn(known)];
  return mine === theirs ? JSON.stringify(record) > JSON.stringify(known) : mine > theirs;
}

function latestIn(record: EventRecord): Instant {
  return Math.max(...timesIn(record).map((time) => time ?? Number.NEGATIVE_INFINITY));
}

function timesIn(record: EventRecord): readonly (Instant | null)[] {
  switch (record.type) {
    case "commit":
      return [record.authoredAt, record.committedAt];
    case "change":
      return [
        record.firstCommitAt,
        record.openedAt,
        record.readyAt,
        record.firstReviewAt,
        record.approvedAt,
        record.mergedAt,
      ];
    case "deployment":
      return [record.startedAt, record.finishedAt];
    case "incident":
      return [record.openedAt, record.resolvedAt];
  }
}
