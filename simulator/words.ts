import { Refused } from "./refused.ts";

/** The values that GitHub accepts for these fields; world files and actions accept nothing else. */
export const REACTIONS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"] as const;
export const CONCLUSIONS = [
  "success",
  "failure",
  "neutral",
  "cancelled",
  "skipped",
  "timed_out",
  "action_required",
  "stale",
] as const;
/** Of a suite; GitHub alone says that a workflow of Actions could not start. */
export const SUITE_CONCLUSIONS = [...CONCLUSIONS, "startup_failure"] as const;
export type SuiteConclusion = (typeof SUITE_CONCLUSIONS)[number];
export const STATUS_STATES = ["error", "failure", "pending", "success"] as const;
export const DEPLOYMENT_STATES = [
  "error",
  "failure",
  "inactive",
  "in_progress",
  "queued",
  "pending",
  "success",
] as const;

/** Refuses (422) any other value. */
export function checkWord(words: readonly string[], resource: string, field: string, value: string): void {
  if (words.includes(value)) return;
  const message = `${value} is none of ${words.join(", ")}`;
  throw new Refused(422, "Validation Failed", [{ resource, field, code: "custom", message }]);
}
