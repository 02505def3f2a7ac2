import type { PullTexts } from "./pull-texts.ts";
import type { Waiting } from "./update.ts";

type Open = Pick<PullTexts, "state" | "mergeable" | "contexts" | "reviewDecision">;

/** `minimumReleaseAge`: a commit status by default, a check run in some set-ups; its name may be configured. */
const STABILITY = /(?:^|[/ ])(?:stability-days|minimum-?release-?age)$/i;

/** What an open update waits for: the first that holds. `isScheduled`: its bot merges it by a schedule. */
export function waitingFor(pull: Open, isScheduled: boolean): Waiting | null {
  if (pull.state !== "open") return null;
  if (pull.mergeable === "CONFLICTING") return "conflict";
  if (isScheduled) return "schedule";
  const missing = pull.contexts.filter(({ state }) => state !== "success");
  // Renovate waits on purpose, and whatever else is red then is not looked at yet.
  if (missing.some(({ name, state }) => state === "pending" && STABILITY.test(name))) return "stability";
  if (missing.length > 0) return "checks";
  return pull.reviewDecision === "APPROVED" ? null : "review";
}
