import type { Self } from "../../github/client.ts";
import { hasMarker } from "../../markdown/marker.ts";
import type { WebhookEvent } from "../automation.ts";
import { at } from "../payload.ts";
import { BLOCK } from "./facts.ts";

/** The issue was deleted, or taken to another repository: GitHub does not show any more that there was one. */
export const DELETED = "deleted";

const ENDS = new Set(["deleted", "transferred"]);

export function observes({ name, action, payload }: WebhookEvent, self: Self): readonly string[] {
  if (name !== "issues" || action === null || !ENDS.has(action)) return [];
  const [login, body] = [at(payload, "issue", "user", "login"), at(payload, "issue", "body")];
  return login === self.login && typeof body === "string" && hasMarker(body, BLOCK) ? [DELETED] : [];
}
