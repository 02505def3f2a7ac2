import type { MergedPull } from "../facts.ts";

interface Ends {
  readonly from: string;
  readonly to: string;
}

type Branches = Pick<MergedPull, "base" | "head" | "crossRepository">;

/** Whether the pull request carries work from one lane branch to another: a release, or a back-merge. */
export function isBetweenLanes(pull: Branches, lanes: readonly Ends[]): boolean {
  const branches = new Set(lanes.flatMap((lane) => [lane.from, lane.to]));
  return !pull.crossRepository && branches.has(pull.base) && branches.has(pull.head);
}

/**
 * Whether it brings nothing of its own to this lane. Those between lane branches do not (their pull requests are
 * listed), nor does one that brings the lane's own head into a feature branch.
 */
export function isLaneMerge(pull: Branches, lane: Ends, lanes: readonly Ends[]): boolean {
  return isBetweenLanes(pull, lanes) || (!pull.crossRepository && pull.head === lane.from);
}
