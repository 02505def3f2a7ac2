import type { GitHub } from "./client.ts";
import { Forbidden, NotFound } from "./errors.ts";

/**
 * Whether a person may read a repository, as GitHub says at this moment. Not where there is no such repository, person or
 * answer: whoever asks learns nothing from the difference. Throws the other kinds of errors.ts.
 */
export async function mayRead(
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
    return data.permission !== "none";
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return false;
    throw error;
  }
}
