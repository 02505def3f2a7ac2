import type { Numbered, Repository } from "../../automations/automation.ts";
import type { GitHub } from "../../github/client.ts";
import { isGone } from "../../github/error-meaning.ts";

/** Whether the repository has it. What was deleted is not there. */
export async function exists(
  github: GitHub,
  { owner, name }: Repository,
  what: Numbered["of"],
  number: number,
): Promise<boolean> {
  const repo = { owner, repo: name };
  try {
    switch (what) {
      case "pull request":
        await github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", { ...repo, pull_number: number });
        return true;
      case "issue or pull request":
        await github.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", { ...repo, issue_number: number });
        return true;
      case "milestone":
        await github.rest("GET /repos/{owner}/{repo}/milestones/{milestone_number}", {
          ...repo,
          milestone_number: number,
        });
        return true;
    }
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}
