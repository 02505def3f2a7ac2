import type { GitHub } from "./client.ts";
import { NotFound } from "./errors.ts";

/**
 * Whether a person may write to the repository, as GitHub says at this moment. `permission` is the older word for a role:
 * maintain is `write` there, triage is `read`; on a public repository everybody has `read`. Throws the kinds of errors.ts.
 */
export async function mayWrite(
  github: GitHub,
  repository: { readonly owner: string; readonly name: string },
  login: string,
): Promise<boolean> {
  const { owner, name: repo } = repository;
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
      owner,
      repo,
      username: login,
    });
    return data.permission === "admin" || data.permission === "write";
  } catch (error) {
    // no such account (any more)
    if (error instanceof NotFound) return false;
    throw error;
  }
}
