import type { Action } from "../actions.ts";
import { hashOf } from "../hash.ts";

/** Of everything that is sent, and nothing that is only for people: the same content has the same hash. */
export function contentHash(action: Action): string {
  const { because: _, ...content } = action;
  return hashOf(JSON.stringify(content));
}
