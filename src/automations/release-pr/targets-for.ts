import type { Self } from "../../github/client.ts";
import { hasMarker } from "../../markdown/marker.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { groupsIn, groupsToRerun } from "../merge-group.ts";
import { at } from "../payload.ts";
import { BLOCK } from "./body/block-key.ts";
import { CHECK } from "./check/check.ts";
import { targets } from "./targets.ts";

/** Changes of a pull request that lists, holds, mentions or the check may depend on. */
const LISTED = new Set(["closed", "reopened", "edited", "labeled", "unlabeled", "assigned", "unassigned"]);
const OPENED = new Set(["opened", "reopened"]);
const LABELED = new Set(["labeled", "unlabeled"]);
/** Changes that give a pull request a new head, base or check. */
const HEADED = new Set(["opened", "reopened", "synchronize", "edited", "ready_for_review"]);

/** The targets that a webhook makes stale. Its payload only says where to look. */
export function targetsFor(event: WebhookEvent, self: Self): readonly Target[] {
  switch (event.name) {
    case "push":
      return ["lanes"];
    case "create":
    case "delete":
      return event.payload.ref_type === "branch" || event.payload.ref_type === "tag" ? ["lanes"] : [];
    case "pull_request":
      return event.sender === self.login ? ciOf(event) : [...targetsForPull(event), ...ciOf(event)];
    case "merge_group":
      return groupsIn(event).map(targets.format);
    case "check_run":
      if (event.action === "completed") return ciEnded(event, self, ["check_run", "check_suite"], ["check_run", "app"]);
      return event.action === "rerequested" && at(event.payload, "check_run", "name") === CHECK
        ? ["lanes", "pulls", ...groupsToRerun(event).map(targets.format)]
        : [];
    case "check_suite":
      if (event.action === "completed") return ciEnded(event, self, ["check_suite"], ["check_suite", "app"]);
      return event.action === "rerequested" && at(event.payload, "check_suite", "app", "slug") === self.slug
        ? ["lanes", "pulls", ...groupsToRerun(event).map(targets.format)]
        : [];
    case "status":
      return ciReported(event);
    default:
      return [];
  }
}

/** The notice about the checks on a branch. Whether a lane has it as its head, the reconciliation knows, which else reads nothing. */
function ciOn(branch: unknown): Target[] {
  return typeof branch === "string" && branch !== "" ? [targets.format({ kind: "ci-on", value: branch })] : [];
}

/** A pull request is there, also one that Detoil opened: the checks on its head may have ended before. */
function ciOf(event: WebhookEvent): Target[] {
  const { action, payload } = event;
  const isNew = OPENED.has(action ?? "") || (action === "edited" && at(payload, "changes", "base") !== undefined);
  return isNew && isHeadHere(event) ? ciOn(at(payload, "pull_request", "head", "ref")) : [];
}

/** Detoil's own checks end too, and are no news. `suite`, `app`: where they are in the payload. */
function ciEnded({ payload }: WebhookEvent, self: Self, suite: readonly string[], app: readonly string[]): Target[] {
  return at(payload, ...app, "slug") === self.slug ? [] : ciOn(at(payload, ...suite, "head_branch"));
}

/** A commit status; it names up to ten branches whose tip the commit is. */
function ciReported({ payload }: WebhookEvent): Target[] {
  const branches = at(payload, "branches");
  if (payload.state === "pending" || !Array.isArray(branches)) return [];
  return branches.flatMap((branch: unknown) => ciOn(at(branch, "name")));
}

function targetsForPull(event: WebhookEvent): Target[] {
  const action = event.action ?? "";
  const number = at(event.payload, "pull_request", "number");
  const isOpen = at(event.payload, "pull_request", "state") === "open";
  const stale: Target[] = [];
  if (LISTED.has(action) || isOfThisRepository(event)) stale.push("lanes");
  // A label may hold part of a release in a merge queue, which has merged pull requests only.
  if (LABELED.has(action) && at(event.payload, "pull_request", "merged") === true) stale.push("merge-groups");
  // The title or text of an open pull request does not change the check on it; another base does.
  const rebased = action !== "edited" || at(event.payload, "changes", "base") !== undefined;
  if (isOpen && HEADED.has(action) && rebased && typeof number === "number")
    stale.push(targets.format({ kind: "pull", value: number }));
  if (action === "edited" && isOpen && mayBeTick(event) && typeof number === "number")
    stale.push(targets.format({ kind: "tick", value: number }));
  return stale;
}

/** Somebody may have ticked a box in a release. */
function mayBeTick(event: WebhookEvent): boolean {
  const body = at(event.payload, "pull_request", "body");
  const isBody = at(event.payload, "changes", "body") !== undefined;
  return isBody && isHeadHere(event) && typeof body === "string" && hasMarker(body, BLOCK);
}

/** Only a pull request from a branch of this repository can be a lane's. */
function isOfThisRepository(event: WebhookEvent): boolean {
  return HEADED.has(event.action ?? "") && isHeadHere(event);
}

function isHeadHere({ payload, repository }: WebhookEvent): boolean {
  return at(payload, "pull_request", "head", "repo", "id") === repository.id;
}
