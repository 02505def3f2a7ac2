import { createHash } from "node:crypto";
import type { Action } from "../actions.ts";

/** Of everything that is sent, and nothing that is only for people: the same content has the same hash. */
export function contentHash(action: Action): string {
  const { because: _, ...content } = action;
  return hashOf(JSON.stringify(content));
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
