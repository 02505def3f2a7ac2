import type { Repository } from "../../automations/automation.ts";
import type { GitHub } from "../../github/client.ts";

/** `owner/name` as it is written on GitHub today. Throws `GitHubError`. */
export async function repositoryNamed(
  github: GitHub,
  repo: string,
): Promise<{ readonly repository: Repository; readonly archived: boolean }> {
  const [owner = "", name = ""] = repo.split("/");
  const { data } = await github.rest("GET /repos/{owner}/{repo}", { owner, repo: name });
  return { repository: { id: data.id, owner: data.owner.login, name: data.name }, archived: data.archived };
}
