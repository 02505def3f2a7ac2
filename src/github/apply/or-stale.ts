import { isGone } from "../error-meaning.ts";
import { StaleFacts } from "../errors.ts";

/**
 * Reads the plan's subject again before it is written. A 404 here does not refuse the write: the issue is gone, or a replica
 * does not have it yet (octokit.js#900), and a new plan tells which.
 */
export async function orStale<Answer>(what: string, reading: Promise<Answer>): Promise<Answer> {
  try {
    return await reading;
  } catch (error) {
    if (isGone(error)) throw new StaleFacts(what);
    throw error;
  }
}
