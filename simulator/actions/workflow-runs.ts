import { resolveRef } from "../git/resolve.ts";
import { notFound, Refused } from "../refused.ts";
import type { SimRepo, SimWorkflowRun } from "../state.ts";
import { type Acting, newId, tell } from "./acting.ts";

export interface RunStart {
  readonly workflow: string;
  readonly branch: string;
  readonly event: string;
  readonly head_repo: string | null;
}

/** A workflow runs on the tip of a branch. */
export function startRun(
  acting: Acting,
  repo: SimRepo,
  { workflow, branch, event, head_repo }: RunStart,
): SimWorkflowRun {
  const sha = resolveRef(repo, branch);
  if (sha === null) throw new Refused(422, `No ref found for: ${branch}`);
  const { now } = acting.state;
  const run: SimWorkflowRun = {
    ...{ id: newId(acting.state), workflow, branch, head_repo, sha, event },
    ...{ status: "in_progress", conclusion: null, earlier: [] },
    ...{ created_at: now, started_at: now, completed_at: null },
  };
  repo.workflow_runs.set(run.id, run);
  tell(acting, repo, "workflow_run", "requested", { workflow_run_id: run.id });
  return run;
}

export function completeRun(acting: Acting, repo: SimRepo, id: number, conclusion: string): SimWorkflowRun {
  const run = runOf(repo, id);
  Object.assign(run, { status: "completed", conclusion, completed_at: acting.state.now });
  tell(acting, repo, "workflow_run", "completed", { workflow_run_id: id });
  return run;
}

/** "Re-run all jobs": the same run, once more. */
export function rerun(acting: Acting, repo: SimRepo, id: number): SimWorkflowRun {
  const run = runOf(repo, id);
  if (run.status !== "completed") throw new Refused(403, "This workflow is already running");
  const { started_at, completed_at, conclusion } = run;
  const earlier = [...run.earlier, { started_at, completed_at, conclusion }];
  const again = { status: "in_progress", conclusion: null, completed_at: null } as const;
  Object.assign(run, { ...again, earlier, started_at: acting.state.now });
  tell(acting, repo, "workflow_run", "requested", { workflow_run_id: id });
  return run;
}

function runOf(repo: SimRepo, id: number): SimWorkflowRun {
  const run = repo.workflow_runs.get(id);
  if (run === undefined) throw notFound();
  return run;
}
