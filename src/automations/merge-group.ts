import { type MergeGroup, mergeGroupOf } from "../github/merge-queue.ts";
import type { Target, WebhookEvent } from "./automation.ts";
import { at } from "./payload.ts";

const PREFIX = "merge-group/";

/** One merge group: its branch names base and pull request, and GitHub makes a new group for every new commit. */
function targetOf(branch: unknown, headOid: unknown): Target[] {
  return mergeGroupOf(branch, headOid) === null
    ? []
    : [`${PREFIX}${String(headOid)}/${String(branch).replace(/^refs\/heads\//, "")}`];
}

/** The merge group of a target; null for any other target. */
export function mergeGroupIn(target: Target): MergeGroup | null {
  if (!target.startsWith(PREFIX)) return null;
  const rest = target.slice(PREFIX.length);
  const slash = rest.indexOf("/");
  return slash < 0 ? null : mergeGroupOf(rest.slice(slash + 1), rest.slice(0, slash));
}

/** `merge_group`: a queue waits for the required checks on this commit. */
export function targetsOfMergeGroup({ action, payload }: WebhookEvent): readonly Target[] {
  if (action !== "checks_requested") return [];
  return targetOf(at(payload, "merge_group", "head_ref"), at(payload, "merge_group", "head_sha"));
}

/** "Re-run" on a check of a merge group. */
export function targetsOfRerun({ payload }: WebhookEvent): readonly Target[] {
  const suite = at(payload, "check_suite") ?? at(payload, "check_run", "check_suite");
  return targetOf(at(suite, "head_branch"), at(suite, "head_sha"));
}
