import type { Action } from "../actions.ts";
import { kindOf } from "./action-registry.ts";

/** How GitHub's limits count a write, and who waits for it. */
export interface WriteKind {
  /** It creates content, which GitHub limits. */
  readonly creation: boolean;
  /** One of many creations that can wait. */
  readonly bulk: boolean;
  /** It answers a person's command and is not throttled. */
  readonly answers: boolean;
}

export function writeKindOf(action: Action): WriteKind {
  const { isContent = false, deferrable = false } = kindOf(action);
  const bulk = deferrable && "bulk" in action && action.bulk === true;
  return { creation: isContent, bulk, answers: action.answers === true };
}
