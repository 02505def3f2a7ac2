import { emptyReasonText } from "./empty-reason-text.ts";
import type { ReleaseFacts } from "./facts.ts";

/**
 * For the terminal: the people whose write access this token could not read, so a preview may differ from what Detoil
 * does.
 */
export function emptyReason(facts: ReleaseFacts): string | null {
  if (facts.kind !== "lanes" || facts.unchecked.length === 0) return null;
  return emptyReasonText.unchecked(facts.repository, facts.unchecked);
}
