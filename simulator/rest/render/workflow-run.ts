import { nodeId } from "../../graphql/node-id.ts";
import type { SimRepo, SimWorkflowRun } from "../../state.ts";
import { simpleCommit } from "./check-run.ts";
import { renderRepo } from "./repo.ts";
import { type Rendered, repoApi, repoWeb, type View } from "./view.ts";

const FOLDER = ".github/workflows/";

/** GitHub gives a workflow a number when it first sees the file: here one that follows from its name. */
export function workflowId(workflow: string): number {
  let hash = 0;
  for (const character of workflow) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash + 1;
}

export function renderWorkflow(view: View, repo: SimRepo, workflow: string): Rendered {
  const id = workflowId(workflow);
  const at = view.state.now;
  return {
    ...{ id, node_id: nodeId("Workflow", repo.id, id), name: workflow, path: `${FOLDER}${workflow}`, state: "active" },
    ...{ created_at: at, updated_at: at, url: `${repoApi(view, repo)}/actions/workflows/${id}` },
    html_url: `${repoWeb(view, repo)}/blob/${repo.default_branch}/${FOLDER}${workflow}`,
    badge_url: `${repoWeb(view, repo)}/workflows/${workflow}/badge.svg`,
  };
}

export function renderRun(view: View, repo: SimRepo, run: SimWorkflowRun): Rendered {
  const { id, workflow, branch, sha, event, status, conclusion, earlier, created_at, started_at, completed_at } = run;
  const url = `${repoApi(view, repo)}/actions/runs/${id}`;
  const commit = repo.commits.get(sha);
  const ofFork = run.head_repo === null ? null : view.state.repos.get(run.head_repo);
  const workflowUrl = `${repoApi(view, repo)}/actions/workflows/${workflowId(workflow)}`;
  return {
    ...{ id, name: workflow, node_id: nodeId("WorkflowRun", repo.id, id), display_title: commit?.message ?? workflow },
    ...{ head_branch: branch, head_sha: sha, path: `${FOLDER}${workflow}`, event, status, conclusion },
    ...{
      run_number: id,
      run_attempt: earlier.length + 1,
      workflow_id: workflowId(workflow),
      workflow_url: workflowUrl,
    },
    ...{ created_at, updated_at: completed_at ?? started_at, run_started_at: started_at },
    ...{ url, html_url: `${repoWeb(view, repo)}/actions/runs/${id}`, pull_requests: [], check_suite_url: url },
    ...{ jobs_url: `${url}/jobs`, logs_url: `${url}/logs`, artifacts_url: `${url}/artifacts` },
    ...{ cancel_url: `${url}/cancel`, rerun_url: `${url}/rerun`, previous_attempt_url: null },
    head_commit: commit === undefined ? null : simpleCommit(commit),
    repository: minimalRepo(view, repo),
    // A fork that is gone.
    head_repository: ofFork === undefined ? null : minimalRepo(view, ofFork ?? repo),
  };
}

/** One attempt of a run; null: there was none such. */
export function renderAttempt(view: View, repo: SimRepo, run: SimWorkflowRun, number: number): Rendered | null {
  if (number === run.earlier.length + 1) return renderRun(view, repo, run);
  const attempt = run.earlier[number - 1];
  if (attempt === undefined) return null;
  return renderRun(view, repo, { ...run, ...attempt, status: "completed", earlier: run.earlier.slice(0, number - 1) });
}

/** A run's repositories have no default branch. */
function minimalRepo(view: View, repo: SimRepo): Rendered {
  const { default_branch: _, ...minimal } = renderRepo(view, repo);
  return minimal;
}
