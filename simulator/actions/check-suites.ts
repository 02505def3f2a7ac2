import { notFound, Refused } from "../refused.ts";
import type { Sha, SimCheckRun, SimCheckSuite, SimRepo, SimState } from "../state.ts";
import type { SuiteConclusion } from "../words.ts";
import { type Acting, tell } from "./acting.ts";

export function suiteKey(app: string, sha: Sha): string {
  return `${app} ${sha}`;
}

/**
 * What a push does: an App with `checks: write` gets an empty, queued suite (NousResearch/hermes-agent#52311: tools that wait
 * for all suites hang on it), unless the repository's preferences turned that off for it.
 */
export function autoCreateSuite(acting: Acting, repo: SimRepo, sha: Sha): void {
  const { state } = acting;
  const { slug, id } = state.app;
  const owner = repo.name.split("/")[0]?.toLowerCase();
  const installation = [...state.installations.values()].find(
    ({ account, selected }) => account.toLowerCase() === owner && (selected?.includes(repo.id) ?? true),
  );
  if (installation?.permissions.checks !== "write" || installation.suspended) return;
  if (repo.auto_trigger_checks.get(id) === false) return;
  if (runsOf(repo, slug, sha).length === 0 && !repo.check_suites.has(suiteKey(slug, sha))) {
    suiteFor(acting, repo, slug, sha);
  }
  tell(acting, repo, "check_suite", "requested", { check_suite_app: slug, head_sha: sha });
}

/** `PATCH …/check-suites/preferences`. */
export function setAutoTrigger(repo: SimRepo, wanted: readonly { app_id: number; setting: boolean }[]): void {
  for (const { app_id, setting } of wanted) repo.auto_trigger_checks.set(app_id, setting);
}

/**
 * "Re-run" of one check: its suite is reset to queued and the conclusion cleared, the run itself is not updated (GitHub's
 * description of `POST …/check-runs/{check_run_id}/rerequest`).
 */
export function rerequestRun(acting: Acting, repo: SimRepo, id: number): SimCheckRun {
  const run = repo.check_runs.get(id);
  if (run === undefined) throw notFound();
  if (run.status !== "completed") throw new Refused(422, "This check run is not rerequestable");
  askAgain(acting, repo, run.app, run.sha, [run.name]);
  tell(acting, repo, "check_run", "rerequested", { check_run_id: id });
  return run;
}

/** "Re-run all checks" of one App. */
export function rerequestSuite(acting: Acting, repo: SimRepo, app: string, sha: Sha): void {
  const names = new Set(runsOf(repo, app, sha).map((run) => run.name));
  if (names.size === 0 && !repo.check_suites.has(suiteKey(app, sha))) throw notFound();
  askAgain(acting, repo, app, sha, [...names]);
  tell(acting, repo, "check_suite", "rerequested", { check_suite_app: app, head_sha: sha });
}

/** GitHub Actions queues a workflow (the suite is there before its first job), or goes on to its next job. */
export function startSuite(acting: Acting, repo: SimRepo, app: string, sha: Sha): void {
  const suite = suiteFor(acting, repo, app, sha);
  suite.status = runsOf(repo, app, sha).length === 0 ? "queued" : "in_progress";
  suite.conclusion = null;
}

/** It comes to its end. `conclusion`: of one whose workflow could not start, and that has no run. */
export function completeSuite(
  acting: Acting,
  repo: SimRepo,
  { app, sha, conclusion }: { readonly app: string; readonly sha: Sha; readonly conclusion: SuiteConclusion | null },
): void {
  const suite = suiteFor(acting, repo, app, sha);
  suite.status = conclusion === null ? null : "completed";
  suite.conclusion = conclusion;
  tell(acting, repo, "check_suite", "completed", { check_suite_app: app, head_sha: sha });
}

/** The App wrote this run, so the suite no longer waits for it. */
export function answered(repo: SimRepo, run: SimCheckRun): void {
  const suite = repo.check_suites.get(suiteKey(run.app, run.sha));
  if (suite !== undefined) suite.rerequested = suite.rerequested.filter((name) => name !== run.name);
}

function askAgain(acting: Acting, repo: SimRepo, app: string, sha: Sha, names: readonly string[]): void {
  const suite = suiteFor(acting, repo, app, sha);
  suite.rerequested = [...new Set([...suite.rerequested, ...names])];
}

function suiteFor({ state }: { readonly state: SimState }, repo: SimRepo, app: string, sha: Sha): SimCheckSuite {
  const key = suiteKey(app, sha);
  const known = repo.check_suites.get(key);
  if (known !== undefined) return known;
  const first = runsOf(repo, app, sha)[0];
  const made: SimCheckSuite = {
    app,
    sha,
    created_at: first?.started_at ?? state.now,
    status: null,
    conclusion: null,
    rerequested: [],
  };
  repo.check_suites.set(key, made);
  return made;
}

function runsOf(repo: SimRepo, app: string, sha: Sha): SimCheckRun[] {
  return [...repo.check_runs.values()].filter((run) => run.app === app && run.sha === sha);
}
