import type { Lane } from "../../../config/schema.ts";
import type { GitHub } from "../../../github/client.ts";
import { meaningOf } from "../../../github/error-meaning.ts";
import { NotFound } from "../../../github/errors.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { MissingLane, Release } from "../facts.ts";
import { missingLane } from "./missing-lane.ts";
import { type FirstPage, type PullPages, readFirstPage } from "./read-lane.ts";
import { readReleases } from "./read-releases.ts";

/** A lane with both branches: what may change at any time is on its first page; the rest is history. */
export interface OpenLane {
  readonly kind: "open";
  readonly lane: Lane;
  readonly first: FirstPage;
  /** The tip of the lane's head. */
  readonly head: { readonly oid: string };
  /** Newest first. */
  readonly releases: readonly Release[];
}

/** Reads a lane's first page. A missing branch is a fact, not a failure. */
export async function openLane(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  shared: PullPages,
): Promise<OpenLane | MissingLane> {
  let first: FirstPage | null = null;
  let failed = notCompared(lane);
  try {
    first = await readFirstPage(github, context, lane, shared);
  } catch (error) {
    if (meaningOf(error).is !== "gone") throw error;
    failed = error;
  }
  const head = first?.head?.target ?? null;
  if (first === null || head === null || (first.base?.compare ?? null) === null)
    return missingOr(failed, github, context, lane);
  return { kind: "open", lane, first, head, releases: await readReleases(github, context, lane, first) };
}

/** The failure where GitHub leaves a comparison out. */
export function notCompared(lane: Lane): unknown {
  return new NotFound("releaseLanePage", 404, `GitHub does not compare ${lane.to} with ${lane.from}`);
}

/** What the lane lacks; throws `failed` if it lacks nothing. */
export async function missingOr(
  failed: unknown,
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
): Promise<MissingLane> {
  const missing = await missingLane(github, context, lane);
  if (missing === null) throw failed;
  return missing;
}
