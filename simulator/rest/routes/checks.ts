import { rerequestRun, rerequestSuite, setAutoTrigger, suiteKey } from "../../actions/check-suites.ts";
import { type CheckRunFields, createCheckRun, setStatus, updateCheckRun } from "../../actions/checks.ts";
import { appIdOf } from "../../platform/apps.ts";
import { notFound, Refused } from "../../refused.ts";
import { listed } from "../../replicas.ts";
import type { SimAnnotation, SimCheckRun, SimRepo, SimStatus } from "../../state.ts";
import { appsOn, suiteId, suiteOf } from "../check-suite.ts";
import { type Answer, bodyOf, created, numberIn, ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderAnnotation, renderCheckRun, renderCheckSuite } from "../render/check-run.ts";
import { renderRepo } from "../render/repo.ts";
import { renderStatus } from "../render/status.ts";
import { repoApi } from "../render/view.ts";
import { shaAt } from "./commits.ts";

interface CheckRunBody extends Omit<CheckRunFields, "output"> {
  readonly head_sha: string;
  readonly output?: { title?: string; summary?: string; text?: string; annotations?: Partial<SimAnnotation>[] };
}

export const checkRoutes: RepoHandlers = {
  "POST /repos/{owner}/{repo}/check-runs": (call) => {
    const { context, repo, acting } = call;
    const { name = "", head_sha = "", ...fields } = fieldsIn(call);
    const run = createCheckRun(acting, repo, { ...fields, name, head_sha, app: context.state.app.slug });
    return created(renderCheckRun(context, repo, run));
  },

  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}": (call) =>
    ok(renderCheckRun(call.context, call.repo, runIn(call))),

  "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}": (call) => {
    const { context, repo, acting } = call;
    const run = runIn(call);
    if (run.app !== context.state.app.slug)
      throw new Refused(403, "Check run can only be modified by the GitHub App that created it.");
    const { head_sha: _fixed, ...fields } = fieldsIn(call);
    updateCheckRun(acting, repo, run.id, fields);
    return ok(renderCheckRun(context, repo, run));
  },

  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations": (call) => {
    const run = runIn(call);
    const { items, headers } = paged(call, run.output.annotations);
    return ok(
      items.map((one) => renderAnnotation(call.context, call.repo, run, one)),
      headers,
    );
  },

  "POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest": (call) => {
    ownIn(call, runIn(call).app);
    rerequestRun(call.acting, call.repo, runIn(call).id);
    return created({});
  },

  "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}": (call) => {
    const { app, sha } = suiteWith(call.repo, numberIn(call, "check_suite_id"));
    return ok(renderCheckSuite(call.context, call.repo, app, sha));
  },

  "POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest": (call) => {
    const { app, sha } = suiteWith(call.repo, numberIn(call, "check_suite_id"));
    ownIn(call, app);
    rerequestSuite(call.acting, call.repo, app, sha);
    return created({});
  },

  "PATCH /repos/{owner}/{repo}/check-suites/preferences": (call) => {
    const { context, repo } = call;
    setAutoTrigger(
      repo,
      bodyOf<{ auto_trigger_checks: { app_id: number; setting: boolean }[] }>(call).auto_trigger_checks ?? [],
    );
    const auto_trigger_checks = [...repo.auto_trigger_checks].map(([app_id, setting]) => ({ app_id, setting }));
    return ok({ preferences: { auto_trigger_checks }, repository: renderRepo(context, repo) });
  },

  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs": (call) => {
    const sha = shaAt(call);
    return listRuns(
      call,
      [...call.repo.check_runs.values()].filter((run) => run.sha === sha),
    );
  },

  "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs": (call) => {
    const id = numberIn(call, "check_suite_id");
    const { app, sha } = suiteWith(call.repo, id);
    return listRuns(
      call,
      [...call.repo.check_runs.values()].filter((run) => run.app === app && run.sha === sha),
    );
  },

  "GET /repos/{owner}/{repo}/commits/{ref}/check-suites": (call) => {
    const { context, repo, query } = call;
    const sha = shaAt(call);
    const name = query.get("check_name");
    const apps = appsOn(repo, sha).filter((app) => {
      const shown = listed(repo, "check_runs", suiteOf(repo, app, sha).runs, ({ id }) => id);
      const isThere = repo.check_suites.has(suiteKey(app, sha)) || shown.length > 0;
      return isAskedFor(call, { app }) && isThere && (name === null || shown.some((run) => run.name === name));
    });
    const { items, headers } = paged(call, apps);
    return ok(
      { total_count: apps.length, check_suites: items.map((app) => renderCheckSuite(context, repo, app, sha)) },
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/commits/{ref}/statuses": (call) => {
    const sha = shaAt(call);
    const all = call.repo.statuses.filter((status) => status.sha === sha).reverse();
    const { items, headers } = paged(call, all);
    return ok(
      items.map((status) => renderStatus(call.context, call.repo, status)),
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/commits/{ref}/status": (call) => {
    const { context, repo } = call;
    const sha = shaAt(call);
    const latest = new Map(repo.statuses.filter((one) => one.sha === sha).map((one) => [one.context, one]));
    const { items, headers } = paged(call, [...latest.values()]);
    const url = `${repoApi(context, repo)}/commits/${sha}`;
    const statuses = items.map((status) => renderStatus(context, repo, status));
    const state = combined([...latest.values()]);
    const body = {
      state,
      statuses,
      sha,
      total_count: latest.size,
      repository: renderRepo(context, repo),
      commit_url: url,
      url: `${url}/status`,
    };
    return ok(body, headers);
  },

  "POST /repos/{owner}/{repo}/statuses/{sha}": (call) => {
    const { state = "", context = "default", description, target_url } = bodyOf<SimStatus>(call);
    const made = setStatus(call.acting, call.repo, {
      sha: call.path.sha ?? "",
      context,
      state,
      description: description ?? null,
      target_url: target_url ?? null,
    });
    return created(renderStatus(call.context, call.repo, made));
  },
};

function runIn(call: RepoCall): SimCheckRun {
  const run = call.repo.check_runs.get(numberIn(call, "check_run_id"));
  if (run === undefined) throw notFound();
  return run;
}

function fieldsIn(call: RepoCall): Partial<CheckRunFields & { head_sha: string }> {
  const { output, ...rest } = bodyOf<CheckRunBody>(call);
  if (output === undefined) return rest;
  const annotations = (output.annotations ?? []).map(annotationOf);
  return { ...rest, output: { ...output, annotations } };
}

function annotationOf(given: Partial<SimAnnotation>): SimAnnotation {
  const { path = "", start_line = 1, end_line = 1, annotation_level = "notice", message = "" } = given;
  const { start_column = null, end_column = null, title = null } = given;
  if (start_line !== end_line && (start_column !== null || end_column !== null)) {
    throw new Refused(422, "Invalid request.\n\nColumns may only be given when start_line and end_line are the same.");
  }
  return { path, start_line, end_line, start_column, end_column, annotation_level, title, message };
}

/** Ids of suites are not stored, so this searches for it. */
function suiteWith(repo: SimRepo, id: number): { app: string; sha: string } {
  const all = [...repo.check_suites.values(), ...repo.check_runs.values()];
  const found = all.find(({ app, sha }) => suiteId(repo, app, sha) === id);
  if (found === undefined) throw notFound();
  return found;
}

/** Only the App that owns the suite may rerequest it over the API. */
function ownIn(call: RepoCall, app: string): void {
  if (app === call.context.state.app.slug) return;
  throw new Refused(403, "The check is not rerequestable by this GitHub App.");
}

function isAskedFor({ context, query }: RepoCall, run: Pick<SimCheckRun, "app">): boolean {
  const app = query.get("app_id");
  return app === null || Number(app) === appIdOf(context.state, run.app);
}

/** Runs with GitHub's filters; of one name and App only the latest unless `filter=all`. */
function listRuns(call: RepoCall, runs: readonly SimCheckRun[]): Answer {
  const { query } = call;
  const name = query.get("check_name");
  const status = query.get("status");
  let wanted = listed(call.repo, "check_runs", runs, ({ id }) => id).filter(
    (run) =>
      (name === null || run.name === name) && (status === null || run.status === status) && isAskedFor(call, run),
  );
  if (query.get("filter") !== "all") {
    wanted = [...new Map(wanted.map((run) => [`${run.app} ${run.name}`, run])).values()];
  }
  const { items, headers } = paged(call, wanted);
  return ok(
    { total_count: wanted.length, check_runs: items.map((run) => renderCheckRun(call.context, call.repo, run)) },
    headers,
  );
}

function combined(statuses: readonly SimStatus[]): string {
  if (statuses.some((one) => one.state === "failure" || one.state === "error")) return "failure";
  return statuses.length > 0 && statuses.every((one) => one.state === "success") ? "success" : "pending";
}
