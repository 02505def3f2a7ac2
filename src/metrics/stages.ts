import type { Instant } from "../records/record.ts";
import type { ShownChange, ShownShipping } from "./attribution/shipping.ts";
import type { FourKeysSettings } from "./settings.ts";

/** The parts of a change's way, one after the other (contract §7). */
export const STAGES = ["coding", "pickup", "review", "merge", "deploy"] as const;
export type Stage = (typeof STAGES)[number];

/** Milliseconds of one stage; null where an end is unknown or lies before its start. */
export function stageOf({ change, deployment }: ShownShipping, stage: Stage): number | null {
  const ready = change.readyAt ?? change.openedAt;
  switch (stage) {
    case "coding":
      return between(change.firstCommitAt, ready);
    case "pickup":
      return between(ready, change.firstReviewAt);
    case "review":
      return between(change.firstReviewAt, change.approvedAt);
    case "merge":
      return between(change.approvedAt, change.mergedAt);
    case "deploy":
      return between(change.mergedAt, deployment?.finishedAt ?? null);
  }
}

/** Milliseconds to the finish of the deployment: DORA's clock from the first commit, or another start (contract §7). */
export function leadTimeOf({ change, deployment }: ShownShipping, start: FourKeysSettings["leadTime"]): number | null {
  return between(STARTS[start](change), deployment?.finishedAt ?? null);
}

const STARTS: Readonly<Record<FourKeysSettings["leadTime"], (change: ShownChange) => Instant | null>> = {
  "first-commit": ({ firstCommitAt }) => firstCommitAt,
  opened: ({ openedAt }) => openedAt,
  merged: ({ mergedAt }) => mergedAt,
};

function between(start: Instant | null, end: Instant | null): number | null {
  return start === null || end === null || end < start ? null : end - start;
}
