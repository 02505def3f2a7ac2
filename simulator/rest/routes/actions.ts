import { pathsAt } from "../../git/content.ts";
import { notFound, Refused } from "../../refused.ts";
import type { SimRepo, SimWorkflowRun } from "../../state.ts";
import { numberIn, ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderAttempt, renderRun, renderWorkflow, workflowId } from "../render/workflow-run.ts";

/** "This endpoint will return up to 1,000 results for each search when using the following parameters" (REST, workflow runs). */
const FILTERS = ["actor", "branch", "check_suite_id", "created", "event", "head_sha", "status"];
const MOST_FILTERED = 1_000;

export const actionsRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/actions/workflows": (call) => {
    const all = workflowsOf(call.repo);
    const { items, headers } = paged(call, all);
    const workflows = items.map((workflow) => renderWorkflow(call.context, call.repo, workflow));
    return ok({ total_count: all.length, workflows }, headers);
  },

  "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs": (call) => {
    const wanted = call.path.workflow_id ?? "";
    const workflow = workflowsOf(call.repo).find((one) => one === wanted || String(workflowId(one)) === wanted);
    if (workflow === undefined) throw notFound();
    const runs = [...call.repo.workflow_runs.values()].filter((run) => run.workflow === workflow && matches(call, run));
    runs.sort((a, b) => (a.created_at < b.created_at ? 1 : a.created_at > b.created_at ? -1 : b.id - a.id));
    const isFiltered = FILTERS.some((name) => call.query.has(name));
    const { items, headers } = paged(call, isFiltered ? runs.slice(0, MOST_FILTERED) : runs);
    const workflow_runs = items.map((run) => renderRun(call.context, call.repo, run));
    return ok({ total_count: runs.length, workflow_runs }, headers);
  },

  "GET /repos/{owner}/{repo}/actions/runs/{run_id}": (call) => {
    const run = call.repo.workflow_runs.get(numberIn(call, "run_id"));
    if (run === undefined) throw notFound();
    return ok(renderRun(call.context, call.repo, run));
  },

  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}": (call) => {
    const run = call.repo.workflow_runs.get(numberIn(call, "run_id"));
    const attempt = run && renderAttempt(call.context, call.repo, run, numberIn(call, "attempt_number"));
    if (attempt == null) throw notFound();
    return ok(attempt);
  },
};

/** Those with a file on the default branch, and those that have run. */
function workflowsOf(repo: SimRepo): string[] {
  const tip = repo.branches.get(repo.default_branch);
  const files = tip === undefined ? [] : pathsAt(repo, tip);
  const named = files.flatMap((path) => /^\.github\/workflows\/([^/]+\.ya?ml)$/.exec(path)?.[1] ?? []);
  return [...new Set([...named, ...[...repo.workflow_runs.values()].map(({ workflow }) => workflow)])].sort();
}

function matches({ query }: RepoCall, run: SimWorkflowRun): boolean {
  for (const name of ["actor", "check_suite_id"])
    if (query.has(name)) throw new Refused(501, `The simulated GitHub has no filter ${name}.`);
  const is = (name: string, ...values: readonly (string | null)[]) => {
    const wanted = query.get(name);
    return wanted === null || values.includes(wanted);
  };
  return (
    is("branch", run.branch) &&
    is("event", run.event) &&
    is("head_sha", run.sha) &&
    is("status", run.status, run.conclusion) &&
    isWithin(query.get("created"), run.created_at)
  );
}

/** GitHub's search syntax for dates: `A..B`, `>=A`, `<=B`, `>A`, `<B` (docs.github.com, "Understanding the search syntax"). */
function isWithin(range: string | null, time: string): boolean {
  if (range === null) return true;
  const at = Date.parse(time);
  const [, from, to] = /^(.+)\.\.(.+)$/.exec(range) ?? [];
  if (from !== undefined && to !== undefined)
    return (from === "*" || at >= Date.parse(from)) && (to === "*" || at <= Date.parse(to));
  const [, relation, bound = ""] = /^(>=|<=|>|<)(.+)$/.exec(range) ?? [];
  const than = Date.parse(bound);
  if (relation === undefined || Number.isNaN(than)) throw new Refused(422, `Invalid date range: ${range}`);
  return { ">=": at >= than, "<=": at <= than, ">": at > than, "<": at < than }[relation as ">=" | "<=" | ">" | "<"];
}
