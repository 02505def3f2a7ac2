import type { Endpoints } from "@octokit/types";
import type { DeploymentReading } from "../../../records/book.ts";

/** A run of a workflow as REST shows it, alone or in a list. */
export type RunNode = Endpoints["GET /repos/{owner}/{repo}/actions/runs/{run_id}"]["response"]["data"];

/** Where a run must be from to deploy. */
export interface RunPlace {
  readonly repo: string;
  readonly repositoryId: number;
  readonly defaultBranch: string;
}

/**
 * A successful attempt of a run on the default branch, when it ended (contract §7): a run that is run again deploys again. null:
 * it is none, because it goes on, has failed, or is of a pull request or a fork.
 */
export function runReading(run: RunNode, { repo, repositoryId, defaultBranch }: RunPlace): DeploymentReading | null {
  const isHere = run.head_repository?.id === repositoryId && run.head_branch === defaultBranch;
  if (run.status !== "completed" || run.conclusion !== "success" || run.event === "pull_request" || !isHere)
    return null;
  const attempt = run.run_attempt ?? 1;
  const id = attempt === 1 ? run.id : `${run.id}/attempts/${attempt}`;
  const updatedAt = Date.parse(run.updated_at);
  return {
    type: "deployment",
    key: `workflow/${id}`,
    version: updatedAt,
    record: {
      type: "deployment",
      repo,
      // As the address of its page ends.
      id,
      // Each workflow is a series of its own: two that deploy parts of a repository do not roll each other back.
      environment: workflowFile(run.path),
      service: null,
      sha: run.head_sha,
      status: "success",
      startedAt: Date.parse(run.run_started_at ?? run.created_at),
      finishedAt: updatedAt,
      changes: null,
      source: "workflow",
    },
  };
}

/** `deploy.yml` of `.github/workflows/deploy.yml`, behind which a called one has the ref that it is read at. */
export function workflowFile(path: string): string {
  const [file = path] = path.split("@", 1);
  return file.slice(file.lastIndexOf("/") + 1);
}
