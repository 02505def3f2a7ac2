import {
  isBetweenLanes as areBetweenLanes,
  type LaneBranches,
} from "../../../config/sections/release/between-lanes.ts";
import type { MergedPull } from "../facts.ts";

type Branches = Pick<MergedPull, "base" | "head" | "crossRepository">;

/** Whether the pull request carries work from one lane branch to another: a release, or a back-merge. */
export function isBetweenLanes(pull: Branches, lanes: readonly LaneBranches[]): boolean {
  return !pull.crossRepository && areBetweenLanes(pull, lanes);
}

/**
 * Whether it brings nothing of its own to this lane. Those between lane branches do not (their pull requests are
 * listed), nor does one that brings the lane's own head into a feature branch.
 */
export function isLaneMerge(pull: Branches, lane: LaneBranches, lanes: readonly LaneBranches[]): boolean {
  return isBetweenLanes(pull, lanes) || (!pull.crossRepository && pull.head === lane.from);
}
