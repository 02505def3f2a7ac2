import type { Automation } from "../automations/automation.ts";
import { missingOptional, missingPermissions } from "../automations/missing-permissions.ts";
import type { App } from "../github/app.ts";
import type { InstallationRow } from "../store/installations.ts";

type Lacking = (granted: Readonly<Record<string, string>>) => readonly unknown[];

/**
 * A client for one installation. A token lives for an hour and keeps the permissions it was made with; where our registry
 * say that what `automation` lacks was granted since, or do not know yet, it is a new one.
 */
export async function accessFor(
  app: App,
  automation: Automation,
  { id, permissions: granted }: InstallationRow,
): ReturnType<App["installation"]> {
  const access = await app.installation(id);
  const isNews = (lacking: Lacking, known: Readonly<Record<string, string>>) =>
    lacking(access.permissions).length > lacking(known).length;
  const required: Lacking = (permissions) => missingPermissions(automation, permissions);
  const optional: Lacking = (permissions) => missingOptional(automation, permissions);
  const lacksNews =
    granted === null ? required(access.permissions).length > 0 : isNews(required, granted) || isNews(optional, granted);
  return lacksNews ? app.installation(id, true) : access;
}
