import { CONFIG_PATH } from "../../config/files.ts";
import type { Self } from "../../github/client.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { groupsIn, groupsToRerun } from "../merge-group.ts";
import { at } from "../payload.ts";
import { pushChanges } from "../push-changes.ts";
import { BRANCH_CHECK } from "../required-checks.ts";
import { targets } from "./targets.ts";

/** What gives a pull request another head, base or neighbor: one that is closed no longer counts for what shares its head. */
const CONCERNS = new Set(["opened", "reopened", "synchronize", "edited", "closed"]);
/** How Git begins the message of a merge of branches. */
const MERGES = ["Merge branch ", "Merge branches ", "Merge remote-tracking branch ", "Merge remote-tracking branches "];
const BRANCH = /^refs\/heads\/(?!gh-readonly-queue\/)(.+)$/;

/** The targets that a webhook makes stale. Its payload only says where to look. */
export function targetsFor(event: WebhookEvent, self: Self): readonly Target[] {
  const { name, action, payload } = event;
  switch (name) {
    case "pull_request":
      return targetsForPull(event);
    case "push":
      return targetsForPush(event);
    case "merge_group":
      return groupsIn(event).map(targets.format);
    case "check_run":
      return action === "rerequested" && at(payload, "check_run", "name") === BRANCH_CHECK
        ? rerun(event, at(payload, "check_run", "head_sha"))
        : [];
    case "check_suite":
      return action === "rerequested" && at(payload, "check_suite", "app", "slug") === self.slug
        ? rerun(event, at(payload, "check_suite", "head_sha"))
        : [];
    default:
      return [];
  }
}

function targetsForPull({ action, payload }: WebhookEvent): Target[] {
  const number = at(payload, "pull_request", "number");
  if (!CONCERNS.has(action ?? "") || typeof number !== "number") return [];
  // Another title or text changes nothing; another base does, although the head is the same.
  if (action === "edited" && at(payload, "changes", "base") === undefined) return [];
  return [targets.format({ kind: "pull", value: number })];
}

/**
 * Most pushes concern no other pull request. What a branch gets by a merge of another one (in Git's own words, since a webhook names
 * no parents) may be what a pull request into it must not bring; one by a pull request is seen when that is closed.
 */
function targetsForPush(event: WebhookEvent): Target[] {
  const { ref, forced, created, deleted } = event.payload;
  const [, branch] = BRANCH.exec(String(ref)) ?? [];
  if (branch === undefined) return [];
  const isRewritten = forced === true || created === true || deleted === true;
  const message = at(event.payload, "head_commit", "message");
  const isMerge = typeof message === "string" && MERGES.some((words) => message.startsWith(words));
  return [
    ...(isRewritten || isMerge ? [targets.format({ kind: isRewritten ? "rewritten" : "moved", value: branch })] : []),
    ...(pushChanges(event, (path) => path === CONFIG_PATH) ? [targets.format({ kind: "pulls" })] : []),
  ];
}

/** "Re-run": for pull requests of forks GitHub names no number, so they are found by their head. */
function rerun(event: WebhookEvent, head: unknown): Target[] {
  const groups = groupsToRerun(event).map(targets.format);
  if (groups.length > 0) return groups;
  const target = targets.format({ kind: "head", value: String(head) });
  return targets.parse(target) === null ? [] : [target];
}
