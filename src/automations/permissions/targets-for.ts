import { CONFIG_PATH } from "../../config/files.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { pushChanges } from "../push-changes.ts";

/** sre.yml may ask for more now. That more is granted is a change of the installation, which reconciles everything. */
export function targetsFor(event: WebhookEvent): readonly Target[] {
  return event.name === "push" && pushChanges(event, (path) => path === CONFIG_PATH) ? ["installation"] : [];
}
