import type { GitHub } from "./client.ts";
import type { RepoRef } from "./repo-ref.ts";

/**
 * What a person may do in a repository, as GitHub says at this moment. `permission` is the older word for a role: maintain is
 * `write` there, triage is `read`; on a public repository everybody has `read`. Throws the kinds of errors.ts.
 */
export async function permissionOf(github: GitHub, { owner, name: repo }: RepoRef, username: string): Promise<string> {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  return (await github.rest(route, { owner, repo, username })).data.permission;
}
