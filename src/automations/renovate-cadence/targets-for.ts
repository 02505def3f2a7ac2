import { CONFIG_PATH } from "../../config/files.ts";
import type { Self } from "../../github/client.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { groupsIn, groupsToRerun } from "../merge-group.ts";
import { at } from "../payload.ts";
import { pushChanges } from "../push-changes.ts";
import { CADENCE_CHECK } from "../required-checks.ts";
import { botOf } from "./reading/bot.ts";
import { isDashboard } from "./reading/dashboard.ts";
import { targets } from "./targets.ts";

/** What ends an update, or takes that back. */
const ENDS = new Set(["closed", "reopened"]);
/** Changes that give a pull request a new head, or another base. */
const HEADED = new Set(["opened", "reopened", "synchronize", "edited", "ready_for_review"]);
const DASHBOARD = new Set(["opened", "edited", "closed", "reopened"]);
const CADENCE = targets.format({ kind: "cadence" });

/** The targets that a webhook makes stale. Its payload only says where to look. */
export function targetsFor(event: WebhookEvent, self: Self): readonly Target[] {
  const { name, action, payload } = event;
  switch (name) {
    case "pull_request":
      return targetsForPull(event);
    case "issues":
      if (event.sender === self.login) return [];
      return DASHBOARD.has(action ?? "") &&
        isDashboard(textAt(payload, "issue", "title"), textAt(payload, "issue", "body"))
        ? [CADENCE]
        : [];
    case "push":
      return pushChanges(event, (path) => path === CONFIG_PATH) ? [CADENCE, targets.format({ kind: "pulls" })] : [];
    case "merge_group":
      return groupsIn(event).map(targets.format);
    case "check_run":
      return action === "rerequested" && at(payload, "check_run", "name") === CADENCE_CHECK ? rerun(event) : [];
    case "check_suite":
      return action === "rerequested" && at(payload, "check_suite", "app", "slug") === self.slug ? rerun(event) : [];
    default:
      return [];
  }
}

function rerun(event: WebhookEvent): Target[] {
  return [CADENCE, targets.format({ kind: "pulls" }), ...groupsToRerun(event).map(targets.format)];
}

function targetsForPull(event: WebhookEvent): Target[] {
  const action = event.action ?? "";
  const { payload } = event;
  const number = at(payload, "pull_request", "number");
  const isOpen = at(payload, "pull_request", "state") === "open";
  // Another title or text changes no check; another base does.
  const isHeaded = HEADED.has(action) && (action !== "edited" || at(payload, "changes", "base") !== undefined);
  return [
    ...(ENDS.has(action) && mayBeUpdate(payload) ? [CADENCE] : []),
    ...(isOpen && isHeaded && typeof number === "number" ? [targets.format({ kind: "pull", value: number })] : []),
  ];
}

/** One of `authors` may be a person's account that writes nothing else of a bot's. */
const TITLE = /\b(?:updates?|bumps?|upgrades?|pin|replace|roll back|lock file)\b/i;

/** Any bot's may be one: which of them are, sre.yml and the commits tell. */
function mayBeUpdate(payload: WebhookEvent["payload"]): boolean {
  if (at(payload, "pull_request", "user", "type") === "Bot") return true;
  const text = (...path: string[]) => textAt(payload, "pull_request", ...path);
  const texts = { author: null, title: text("title"), body: text("body"), branch: text("head", "ref"), message: null };
  return botOf(texts, []) !== null || TITLE.test(texts.title);
}

function textAt(payload: WebhookEvent["payload"], ...path: string[]): string {
  const value = at(payload, ...path);
  return typeof value === "string" ? value : "";
}
