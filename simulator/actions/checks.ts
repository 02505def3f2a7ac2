import { notFound, Refused } from "../refused.ts";
import { noteCreation } from "../replicas.ts";
import type { Sha, SimAnnotation, SimCheckRun, SimRepo, SimStatus } from "../state.ts";
import { CONCLUSIONS, checkWord, STATUS_STATES } from "../words.ts";
import { type Acting, newId, tell } from "./acting.ts";
import { answered, suiteKey } from "./check-suites.ts";

export interface CheckRunFields {
  readonly name?: string;
  readonly status?: SimCheckRun["status"];
  readonly conclusion?: string | null;
  readonly external_id?: string | null;
  readonly details_url?: string | null;
  readonly started_at?: string;
  readonly completed_at?: string | null;
  readonly output?: {
    readonly title?: string | null;
    readonly summary?: string | null;
    readonly text?: string | null;
    readonly annotations?: readonly SimAnnotation[];
  };
}

/** GitHub's limit of annotations in one request; further ones go into further updates. */
const MOST_ANNOTATIONS = 50;
/** Characters of an output's summary or text. */
const LONGEST_OUTPUT = 65_535;

/** Makes a check run of an App (its slug) on a commit. */
export function createCheckRun(
  acting: Acting,
  repo: SimRepo,
  made: CheckRunFields & { readonly name: string; readonly head_sha: Sha; readonly app: string },
): SimCheckRun {
  if (!repo.commits.has(made.head_sha)) throw new Refused(422, `No commit found for SHA: ${made.head_sha}`);
  checkOutput(made);
  const run: SimCheckRun = {
    id: newId(acting.state),
    sha: made.head_sha,
    name: made.name,
    app: made.app,
    status: "queued",
    conclusion: null,
    external_id: null,
    details_url: null,
    started_at: made.started_at ?? acting.state.now,
    completed_at: null,
    output: { title: null, summary: null, text: null, annotations: [] },
  };
  repo.check_runs.set(run.id, run);
  noteCreation(acting.state, repo, "check_runs", run.id);
  fill(acting, run, made);
  answered(repo, run);
  tell(acting, repo, "check_run", "created", { check_run_id: run.id });
  if (run.status === "completed") completed(acting, repo, run);
  return run;
}

/** Changes a check run; annotations are added to those it has, as on GitHub. */
export function updateCheckRun(acting: Acting, repo: SimRepo, id: number, edit: CheckRunFields): SimCheckRun {
  const run = repo.check_runs.get(id);
  if (run === undefined) throw notFound();
  checkOutput(edit);
  const before = run.status;
  fill(acting, run, edit);
  answered(repo, run);
  if (run.status === "completed" && before !== "completed") completed(acting, repo, run);
  return run;
}

/** Sets a commit status of the old kind. */
export function setStatus(acting: Acting, repo: SimRepo, status: Omit<SimStatus, "at">): SimStatus {
  if (!repo.commits.has(status.sha)) throw new Refused(422, `No commit found for SHA: ${status.sha}`);
  checkWord(STATUS_STATES, "Status", "state", status.state);
  const made = { ...status, at: acting.state.now };
  repo.statuses.push(made);
  tell(acting, repo, "status", null, { head_sha: status.sha, status_context: status.context });
  return made;
}

function fill(acting: Acting, run: SimCheckRun, fields: CheckRunFields): void {
  if (fields.name !== undefined) run.name = fields.name;
  if (fields.external_id !== undefined) run.external_id = fields.external_id;
  if (fields.details_url !== undefined) run.details_url = fields.details_url;
  if (fields.started_at !== undefined) run.started_at = fields.started_at;
  if (fields.status !== undefined) run.status = fields.status;
  if (fields.conclusion !== undefined && fields.conclusion !== null) {
    run.conclusion = fields.conclusion;
    run.status = "completed"; // giving a conclusion completes the run
  } else if (run.status !== "completed") {
    run.conclusion = null;
  }
  run.completed_at = run.status === "completed" ? (fields.completed_at ?? run.completed_at ?? acting.state.now) : null;
  const { output } = fields;
  if (output === undefined) return;
  if (output.title !== undefined) run.output.title = output.title;
  if (output.summary !== undefined) run.output.summary = output.summary;
  if (output.text !== undefined) run.output.text = output.text;
  run.output.annotations.push(...(output.annotations ?? []));
}

function completed(acting: Acting, repo: SimRepo, run: SimCheckRun): void {
  tell(acting, repo, "check_run", "completed", { check_run_id: run.id });
  if ((repo.check_suites.get(suiteKey(run.app, run.sha))?.status ?? null) !== null) return;
  for (const other of repo.check_runs.values()) {
    if (other.app === run.app && other.sha === run.sha && other.status !== "completed") return;
  }
  tell(acting, repo, "check_suite", "completed", { check_suite_app: run.app, head_sha: run.sha });
}

function checkOutput(fields: CheckRunFields): void {
  if (fields.status === "completed" && (fields.conclusion ?? null) === null) {
    throw new Refused(422, 'Invalid request.\n\n"conclusion" wasn\'t supplied.');
  }
  if (typeof fields.conclusion === "string") checkWord(CONCLUSIONS, "CheckRun", "conclusion", fields.conclusion);
  const { annotations, summary, text } = fields.output ?? {};
  if ((annotations?.length ?? 0) > MOST_ANNOTATIONS) {
    throw new Refused(
      422,
      `Invalid request.\n\nNo more than ${MOST_ANNOTATIONS} items are allowed; ${annotations?.length} were supplied.`,
    );
  }
  for (const [field, value] of Object.entries({ summary, text })) {
    if ((value?.length ?? 0) <= LONGEST_OUTPUT) continue;
    const message = `${field} is too long (maximum is ${LONGEST_OUTPUT} characters)`;
    throw new Refused(422, "Validation Failed", [{ resource: "CheckRun", field, code: "custom", message }]);
  }
}
