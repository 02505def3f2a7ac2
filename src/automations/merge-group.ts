import { type MergeGroup, mergeGroupOf } from "../github/merge-queue.ts";
import type { WebhookEvent } from "./automation.ts";
import { at } from "./payload.ts";
import type { Field } from "./target-codec.ts";

/** A merge group's branch, which names base and pull request, and its commit: GitHub makes a new group for every new one. */
interface GroupBranch {
  readonly headOid: string;
  readonly branch: string;
}

const FULL_REF = /^refs\/heads\//;

/** `merge-group/OID/gh-readonly-queue/main/pr-12-SHA` */
export const groupBranch: Field<GroupBranch> = {
  parse(text) {
    const slash = text.indexOf("/");
    const group = { headOid: text.slice(0, Math.max(0, slash)), branch: text.slice(slash + 1) };
    return FULL_REF.test(group.branch) || mergeGroupOf(group.branch, group.headOid) === null ? null : group;
  },
  format: ({ headOid, branch }) => `${headOid}/${branch}`,
};

interface GroupTarget {
  readonly kind: "merge-group";
  readonly value: GroupBranch;
}

/** The merge group that a target is about. */
export function mergeGroupIn({ value: { branch, headOid } }: GroupTarget): MergeGroup | null {
  return mergeGroupOf(branch, headOid);
}

function groupsAt(branch: unknown, headOid: unknown): readonly GroupTarget[] {
  if (mergeGroupOf(branch, headOid) === null) return [];
  return [{ kind: "merge-group", value: { headOid: String(headOid), branch: String(branch).replace(FULL_REF, "") } }];
}

/** `merge_group`: a queue waits for the required checks on this commit. */
export function groupsIn({ action, payload }: WebhookEvent): readonly GroupTarget[] {
  if (action !== "checks_requested") return [];
  return groupsAt(at(payload, "merge_group", "head_ref"), at(payload, "merge_group", "head_sha"));
}

/** "Re-run" on a check of a merge group. */
export function groupsToRerun({ payload }: WebhookEvent): readonly GroupTarget[] {
  const suite = at(payload, "check_suite") ?? at(payload, "check_run", "check_suite");
  return groupsAt(at(suite, "head_branch"), at(suite, "head_sha"));
}
