import type { SimCheckRun, SimStatus } from "../../state.ts";

/** From bad to good: the conclusion of a suite is the worst of its runs'. */
const WORST_FIRST = [
  "startup_failure",
  "failure",
  "timed_out",
  "action_required",
  "cancelled",
  "stale",
  "success",
  "neutral",
  "skipped",
];

/** GraphQL's conclusion of several completed runs. */
export function worstConclusion(runs: readonly SimCheckRun[]): string | null {
  const found = WORST_FIRST.find((conclusion) => runs.some((run) => run.conclusion === conclusion));
  return found?.toUpperCase() ?? null;
}

const FAILED = new Set(["startup_failure", "failure", "timed_out", "action_required", "cancelled", "stale"]);

/** The one verdict over runs and statuses: a failure shows before what is still running. */
export function rolledUp(runs: readonly SimCheckRun[], statuses: readonly SimStatus[]): string {
  if (statuses.some(({ state }) => state === "error")) return "ERROR";
  const failed = runs.some(({ conclusion }) => conclusion !== null && FAILED.has(conclusion));
  if (failed || statuses.some(({ state }) => state === "failure")) return "FAILURE";
  const pending = runs.some(({ status }) => status !== "completed");
  return pending || statuses.some(({ state }) => state === "pending") ? "PENDING" : "SUCCESS";
}
