import type { SimSubject } from "../../events.ts";
import type { Rendered, View } from "../../rest/render/view.ts";
import { renderRun, renderWorkflow } from "../../rest/render/workflow-run.ts";
import type { SimRepo } from "../../state.ts";

export function workflowRunPayload(view: View, repo: SimRepo, { workflow_run_id }: SimSubject): Rendered {
  const run = repo.workflow_runs.get(workflow_run_id ?? 0);
  if (run === undefined) throw new Error(`a webhook mentions run ${workflow_run_id}, which is not in the state`);
  return { workflow: renderWorkflow(view, repo, run.workflow), workflow_run: renderRun(view, repo, run) };
}
