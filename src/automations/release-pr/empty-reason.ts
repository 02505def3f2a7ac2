import type { ReleaseFacts } from "./facts.ts";

/**
 * For the terminal: the people whose write access this token could not read, so a preview may differ from what Detoil
 * does.
 */
export function emptyReason(facts: ReleaseFacts): string | null {
  if (facts.kind !== "lanes" || facts.unchecked.length === 0) return null;
  const people = facts.unchecked.join(", ");
  return `This token may not ask who may write to ${facts.repository} (that takes push access), so what ${people} did counts as if they may.`;
}
