import { createHash } from "node:crypto";
import { suiteKey } from "../actions/check-suites.ts";
import type { Sha, SimCheckRun, SimRepo } from "../state.ts";

/** All runs of one App on one commit, summed up as GitHub does. */
export interface CheckSuite {
  readonly runs: SimCheckRun[];
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion: string | null;
  readonly created_at: string | null;
  readonly updated_at: string | null;
}

/** Its id is derived from its App and commit. */
export function suiteId(repo: SimRepo, app: string, sha: Sha): number {
  // GraphQL's databaseId is a 32-bit Int.
  return 1 + (createHash("sha1").update(`${repo.id} ${app} ${sha}`).digest().readUInt32BE() >>> 2);
}

/** Conclusions from bad to good: a suite shows the worst. */
const WORST_FIRST = ["failure", "timed_out", "cancelled", "action_required", "stale", "success", "neutral", "skipped"];

export function suiteOf(repo: SimRepo, app: string, sha: Sha): CheckSuite {
  const runs = [...repo.check_runs.values()].filter((run) => run.app === app && run.sha === sha);
  const own = repo.check_suites.get(suiteKey(app, sha));
  const again = (own?.rerequested.length ?? 0) > 0;
  const stands = again ? "queued" : (own?.status ?? null);
  const isDone = runs.length > 0 && runs.every((run) => run.status === "completed");
  const isStarted = runs.some((run) => run.status !== "queued");
  const status = stands ?? (isDone ? "completed" : isStarted ? "in_progress" : "queued");
  const worst = WORST_FIRST.find((one) => runs.some((run) => run.conclusion === one)) ?? null;
  const made = own === undefined ? [] : [own.created_at];
  const times = [...made, ...runs.flatMap((run) => [run.started_at, run.completed_at ?? run.started_at])].sort();
  return {
    runs,
    status,
    conclusion: status === "completed" ? (own?.conclusion ?? worst) : null,
    created_at: times[0] ?? null,
    updated_at: times.at(-1) ?? null,
  };
}

/** The Apps that have a suite on a commit, in the order in which they got it. */
export function appsOn(repo: SimRepo, sha: Sha): string[] {
  const made = [...repo.check_suites.values()].filter((suite) => suite.sha === sha);
  const filled = [...repo.check_runs.values()].filter((run) => run.sha === sha);
  return [...new Set([...made, ...filled].map(({ app }) => app))];
}
