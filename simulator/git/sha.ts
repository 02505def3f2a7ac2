import { createHash } from "node:crypto";
import type { Sha } from "../state.ts";

/** 40 hex digits stay; any other name becomes its SHA-1, so that a world file's `c1` is the same everywhere. */
export function shaOf(name: string): Sha {
  return /^[0-9a-f]{40}$/.test(name) ? name : createHash("sha1").update(name).digest("hex");
}

/** What webhooks and compare answers carry where there is no commit. */
export const NO_SHA: Sha = "0".repeat(40);
