import { CONFIG_PATH } from "../../config/files.ts";
import type { Self } from "../../github/client.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { at } from "../payload.ts";
import { pushChanges } from "../push-changes.ts";
import { targetOf } from "./targets.ts";

const ALWAYS = new Set(["labeled", "unlabeled"]);
const IF_LABELED = new Set(["opened", "closed", "reopened", "unlocked", "transferred", "deleted"]);

/**
 * Which label asks for help, only sre.yml says: any label may be it, and what has none is no request. What has the label when
 * sre.yml begins to ask about it is one, too.
 */
export function targetsFor(event: WebhookEvent, self: Self): readonly Target[] {
  const { name, action, sender, payload } = event;
  if (name === "push") return pushChanges(event, (path) => path === CONFIG_PATH) ? ["requests"] : [];
  if (sender === self.login || action === null) return [];
  const subject = name === "pull_request" ? "pull_request" : "issue";
  const number = at(payload, subject, "number");
  if (typeof number !== "number") return [];
  const labels = at(payload, subject, "labels");
  const isLabeled = Array.isArray(labels) && labels.length > 0;
  switch (name) {
    case "issues":
    case "pull_request":
      return ALWAYS.has(action) || (IF_LABELED.has(action) && isLabeled) ? [targetOf(number)] : [];
    case "issue_comment":
      return action === "created" && isLabeled ? [targetOf(number)] : [];
    default:
      return [];
  }
}
