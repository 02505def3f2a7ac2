import { managedBlock, replaceBlock } from "../../../managed/managed-body.ts";
import type { MarkerData } from "../../../markdown/marker.ts";
import { BLOCK } from "../body/block-key.ts";

/** A freeze that somebody lifted for one release, as the block's marker in its description stores it. */
export interface Unfrozen {
  /** The release pull request: a copy of its text lifts nothing elsewhere. */
  readonly pull: number;
  /** When the freeze ends that was lifted, ISO; another one is not. */
  readonly until: string;
  /** Login. */
  readonly by: string;
  /** ISO. */
  readonly at: string;
  /** In people's words, one line of plain text. */
  readonly why: string;
  /** The comment in which it was said. */
  readonly comment: number;
}

/** null: none was lifted, or somebody broke it. */
export function unfrozenIn(data: MarkerData | null): Unfrozen | null {
  const given: Partial<Record<keyof Unfrozen, unknown>> = Object(data?.unfrozen);
  const { pull, until, by, at, why, comment } = given;
  if (typeof pull !== "number" || typeof comment !== "number") return null;
  if (typeof until !== "string" || typeof at !== "string" || typeof by !== "string" || typeof why !== "string")
    return null;
  return Number.isNaN(Date.parse(until)) || Number.isNaN(Date.parse(at)) ? null : { pull, until, by, at, why, comment };
}

/** The one that was lifted for this very pull request. */
export function unfrozenOn(body: string, pull: number): Unfrozen | null {
  const unfrozen = unfrozenIn(managedBlock.find(body, BLOCK)?.data ?? null);
  return unfrozen?.pull === pull ? unfrozen : null;
}

/** The description with this in its marker. What it says about it, comes with the next reconciliation of the lane. */
export function withUnfrozen(body: string, unfrozen: Unfrozen): string {
  const found = managedBlock.find(body, BLOCK);
  return replaceBlock(body, BLOCK, found?.content ?? "", { ...found?.data, unfrozen });
}
