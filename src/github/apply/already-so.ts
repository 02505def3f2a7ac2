import { meaningOf } from "../error-meaning.ts";

/** A second label or milestone of one name, a relation or pull request that is there: every other 422 is a refusal. */
export function isAlreadySo(error: unknown): boolean {
  const meaning = meaningOf(error);
  return meaning.is === "refused" && meaning.as === "already so";
}
