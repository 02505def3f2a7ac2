import { createHash } from "node:crypto";
import type { SimState } from "../state.ts";

/** The id of an App by its slug: ours is in the state, any other App's follows from its name. */
export function appIdOf(state: SimState, slug: string): number {
  if (slug === state.app.slug) return state.app.id;
  return 1000 + (createHash("sha1").update(slug).digest().readUInt32BE() % 1_000_000);
}
