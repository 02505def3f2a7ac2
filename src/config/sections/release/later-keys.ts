import type { Lane } from "./schema.ts";

/** Keys of a lane that nothing acts on yet. */
export const laterLaneKeys = ["version", "tag", "check-in", "back-merge"] as const satisfies readonly (keyof Lane)[];
