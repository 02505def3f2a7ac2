import { CONFIG_PATH, isNearMiss, ORG_REPOSITORY } from "../../config/files.ts";
import type { Self } from "../../github/client.ts";
import { findMarkers } from "../../markdown/marker.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { groupsIn } from "../merge-group.ts";
import { at } from "../payload.ts";
import { isOnDefaultBranch, pushChanges } from "../push-changes.ts";
import { BLOCK } from "./issue.ts";
import { targets } from "./targets.ts";

const HEADED = new Set(["opened", "reopened", "synchronize"]);
/** "Re-run", and a suite that GitHub created on its own at a push. */
const SUITE_WAITS = new Set(["rerequested", "requested"]);
const ISSUE_TOUCHED = new Set(["closed", "reopened", "edited", "deleted", "transferred"]);

/** The targets that a webhook makes stale. Its payload only says where to look. */
export function targetsFor(event: WebhookEvent, self: Self): readonly Target[] {
  const { payload } = event;
  switch (event.name) {
    case "push":
      return pushTouches(event) ? ["default", "pulls"] : [];
    case "pull_request": {
      // includes Detoil's own pull requests: a release may bring a changed sre.yml
      const moved = event.action === "edited" && at(payload, "changes", "base") !== undefined;
      const number = at(payload, "pull_request", "number");
      const stale = HEADED.has(event.action ?? "") || moved;
      return stale && typeof number === "number" ? [targets.format({ kind: "pull", value: number })] : [];
    }
    case "merge_group":
      return groupsIn(event).map(targets.format);
    case "check_run":
      return event.action === "rerequested" && at(payload, "check_run", "app", "slug") === self.slug
        ? suiteWith(at(payload, "check_run", "check_suite", "id"))
        : [];
    case "check_suite":
      return SUITE_WAITS.has(event.action ?? "") && at(payload, "check_suite", "app", "slug") === self.slug
        ? suiteWith(at(payload, "check_suite", "id"))
        : [];
    case "issues":
      return ISSUE_TOUCHED.has(event.action ?? "") && event.sender !== self.login && isOurs(payload, self)
        ? ["default"]
        : [];
    default:
      return [];
  }
}

function suiteWith(id: unknown): Target[] {
  return typeof id === "number" ? [targets.format({ kind: "suite", value: id })] : [];
}

function pushTouches(event: WebhookEvent): boolean {
  const isOrg = event.repository.name.toLowerCase() === ORG_REPOSITORY;
  return isOrg ? isOnDefaultBranch(event) : pushChanges(event, (path) => path === CONFIG_PATH || isNearMiss(path));
}

function isOurs(payload: WebhookEvent["payload"], self: Self): boolean {
  const body = at(payload, "issue", "body");
  if (at(payload, "issue", "user", "login") !== self.login) return false;
  // an edit may have removed the marker
  return [body, at(payload, "changes", "body", "from")].some(
    (text) => typeof text === "string" && findMarkers(text).some((marker) => marker.key === BLOCK),
  );
}
