import { CONFIG_PATH } from "../../config/files.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { at } from "../payload.ts";
import { pushChanges } from "../push-changes.ts";
import { COMMENTS, REPORT } from "./fan-out.ts";
import { workflowFile } from "./run/run-reading.ts";
import { targets } from "./targets.ts";

/** What changes a merged pull request's record. Its reviews count until it is merged only. */
const CHANGE_ACTIONS = new Set(["closed", "edited", "labeled", "unlabeled"]);
const INCIDENT_ACTIONS = new Set(["labeled", "unlabeled", "closed", "reopened", "edited", "deleted", "transferred"]);
const TAG_REF = /^refs\/tags\//;

/** The targets that a webhook makes stale. Its payload only says where to look. */
export function targetsFor(event: WebhookEvent): readonly Target[] {
  const { name, action, payload } = event;
  switch (name) {
    case "pull_request":
      return CHANGE_ACTIONS.has(action ?? "") && at(payload, "pull_request", "merged") === true
        ? numbered("change", at(payload, "pull_request", "number"))
        : [];
    case "issues":
      return INCIDENT_ACTIONS.has(action ?? "") && mayBeIncident(event)
        ? numbered("incident", at(payload, "issue", "number"))
        : [];
    case "deployment_status":
      return named("deployment", at(payload, "deployment", "node_id"));
    case "workflow_run":
      return action === "completed" ? runOf(payload) : [];
    case "release":
      return named("release", at(payload, "release", "node_id"));
    case "create":
    case "delete":
      return payload.ref_type === "tag" ? named("tag", payload.ref) : [];
    case "push":
      // Another sre.yml may ask for more of history, and count otherwise.
      if (pushChanges(event, (path) => path === CONFIG_PATH))
        return [targets.format({ kind: "history" }), REPORT, COMMENTS];
      // A tag that is moved is neither created nor deleted.
      return TAG_REF.test(String(payload.ref)) ? named("tag", String(payload.ref).replace(TAG_REF, "")) : [];
    default:
      return [];
  }
}

/** A run that may deploy: whether its workflow does, sre.yml says. */
function runOf(payload: WebhookEvent["payload"]): readonly Target[] {
  const run = (key: string) => at(payload, "workflow_run", key);
  const [id, path, attempt] = [run("id"), run("path"), run("run_attempt")];
  const isOnDefault = run("head_branch") === at(payload, "repository", "default_branch");
  const deploys = isOnDefault && run("conclusion") === "success" && run("event") !== "pull_request";
  if (!deploys || typeof id !== "number" || typeof attempt !== "number" || typeof path !== "string") return [];
  const file = workflowFile(path);
  return file === "" ? [] : [targets.format({ kind: "run", value: { id, attempt, file } })];
}

/** What may end a record, whatever labels are left: the webhook about the last label may come later than this one. */
const ENDS = new Set(["unlabeled", "deleted", "transferred"]);

/** An incident has a label, or had one: most issues of a busy repository need no request. */
function mayBeIncident({ action, payload }: WebhookEvent): boolean {
  const labels = at(payload, "issue", "labels");
  return ENDS.has(action ?? "") || (Array.isArray(labels) && labels.length > 0);
}

function numbered(kind: "change" | "incident", number: unknown): readonly Target[] {
  return typeof number === "number" ? [targets.format({ kind, value: number })] : [];
}

function named(kind: "deployment" | "release" | "tag", name: unknown): readonly Target[] {
  return typeof name === "string" && name !== "" ? [targets.format({ kind, value: name })] : [];
}
