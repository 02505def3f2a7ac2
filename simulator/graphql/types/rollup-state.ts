import type { SimCheckRun, SimStatus } from "../../state.ts";

const FAILED = new Set(["startup_failure", "failure", "timed_out", "action_required", "cancelled", "stale"]);

/** The combined state of runs and statuses: a failure shows before what is still running. */
export function rolledUp(runs: readonly SimCheckRun[], statuses: readonly SimStatus[]): string {
  if (statuses.some(({ state }) => state === "error")) return "ERROR";
  const failed = runs.some(({ conclusion }) => conclusion !== null && FAILED.has(conclusion));
  if (failed || statuses.some(({ state }) => state === "failure")) return "FAILURE";
  const pending = runs.some(({ status }) => status !== "completed");
  return pending || statuses.some(({ state }) => state === "pending") ? "PENDING" : "SUCCESS";
}
