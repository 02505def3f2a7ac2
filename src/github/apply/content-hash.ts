import type { Action } from "../actions.ts";
import { hashOf } from "../hash.ts";

/** Hash of everything that is sent, without what is only for people: equal content has an equal hash. */
export function contentHash(action: Action): string {
  const { because: _, ...content } = action;
  return hashOf(JSON.stringify(content));
}
