import { ORG_REPOSITORY } from "../../../config/files.ts";
import type { Lane } from "../../../config/schema.ts";
import type { GitHub } from "../../../github/client.ts";
import { isGone, meaningOf } from "../../../github/error-meaning.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { MissingLane } from "../facts.ts";
import { readStatusIssues } from "./read-status-issues.ts";
import { releaseBranches } from "./release-branches.generated.ts";

/** Why a lane's branches were not compared; null: they exist and can be. */
export async function missingLane(github: GitHub, context: ReconcileContext, lane: Lane): Promise<MissingLane | null> {
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(releaseBranches, {
    owner,
    name,
    baseRef: `refs/heads/${lane.to}`,
    headRef: `refs/heads/${lane.from}`,
  });
  if (repository === null) return null;
  const branches = [...(repository.head === null ? [lane.from] : []), ...(repository.base === null ? [lane.to] : [])];
  // One missing answer is not proof yet, and this would be reported in an issue.
  if (branches.length === 0 && !(await areUnrelated(github, context, lane))) return null;
  const silent = (branches.length > 0 && areForOthers(context)) || !repository.hasIssuesEnabled;
  return {
    kind: "missing",
    lane,
    branches,
    silent,
    statusIssues: silent ? [] : await readStatusIssues(github, context, "all"),
  };
}

/** Lanes from another file need not all have their branches here, nor those of an organization's file, which others use. */
function areForOthers({ loaded, repository }: ReconcileContext): boolean {
  return loaded.inherited.includes("release.lanes") || repository.name === ORG_REPOSITORY;
}

/** GitHub compares only branches with a common commit: 404, or 422 (docs.github.com, "Compare two commits"). */
async function areUnrelated(github: GitHub, context: ReconcileContext, lane: Lane): Promise<boolean> {
  const { owner, name: repo } = context.repository;
  try {
    await github.rest("GET /repos/{owner}/{repo}/compare/{basehead}", {
      owner,
      repo,
      basehead: `${lane.to}...${lane.from}`,
      per_page: 1,
    });
    return false;
  } catch (error) {
    if (isGone(error) || meaningOf(error).is === "refused") return true;
    throw error;
  }
}
