import { isComing } from "../../automations/coming-permissions.ts";
import { automations } from "../../automations/index.ts";
import { missingPermissions, OPTIONAL_EVENTS } from "../../automations/missing-permissions.ts";
import type { GitHub } from "../../github/client.ts";
import { eventName, permissionName, resourceName } from "../../github/permission-name.ts";
import { appUrlOf } from "../../github/web-url.ts";
import { type Manifest, readManifest, WRITING_PERMISSIONS } from "../../web/setup/manifest.ts";
import { appText } from "./app-text.ts";
import type { Finding } from "./finding.ts";

/** The App as GitHub knows it. */
export interface RegisteredApp {
  readonly slug: string;
  readonly htmlUrl: string;
  /** The page where its owner changes it. */
  readonly settingsUrl: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

/** Asks GitHub for the App. Throws what client.ts throws. */
export async function readApp(github: GitHub, webUrl: string): Promise<RegisteredApp> {
  const { data } = await github.rest("GET /app", {});
  const slug = data?.slug ?? github.self.slug;
  const owner = data?.owner ?? null;
  const ofOrganization = owner !== null && "type" in owner && owner.type === "Organization";
  return {
    slug,
    htmlUrl: data?.html_url ?? appUrlOf(webUrl, slug, owner !== null && "login" in owner ? owner.login : slug),
    settingsUrl: `${webUrl}${ofOrganization ? `/organizations/${owner.login}` : ""}/settings/apps/${slug}`,
    permissions: { ...data?.permissions } as Record<string, string>,
    events: data?.events ?? [],
  };
}

/** Whether the App asks for what app.yml asks for. */
export function examineApp(app: RegisteredApp, manifest: Manifest = readManifest()): readonly Finding[] {
  const missing = missingPermissions({ permissions: manifest.default_permissions }, app.permissions);
  const lacking = missing.filter(({ resource }) => !isComing(resource));
  const coming = missing.filter(({ resource }) => isComing(resource));
  const isAskable = (event: string) => {
    const needed = OPTIONAL_EVENTS[event];
    return needed === undefined || app.permissions[needed] !== undefined;
  };
  const events = manifest.default_events.filter((event) => !app.events.includes(event) && isAskable(event));
  const found: Finding[] = lacking.map(({ resource, access }) => {
    const event = Object.keys(OPTIONAL_EVENTS).find((one) => OPTIONAL_EVENTS[one] === resource);
    const next = [app.settingsUrl, event === undefined ? null : eventName(event)] as const;
    const permission = permissionName(resource, access);
    if (isOptional(resource)) return appText.doesWithout(permission, using(resource), ...next);
    return appText.lacks(permission, needing(resource), ...next);
  });
  if (events.length > 0) {
    found.push(appText.noEvents(events.map(eventName), app.settingsUrl));
  }
  if (found.length === 0) {
    const { more, writing } = beyond(app, manifest);
    found.push(appText.complete(app.slug, coming.length > 0, more.map(resourceName), writing.map(resourceName)));
  }
  if (coming.length > 0) {
    const named = coming.map(({ resource, access }) => permissionName(resource, access));
    found.push(appText.coming(named, app.settingsUrl));
  }
  return found;
}

/** What the App has and does not need; `writing`: write access for automations of later versions. */
function beyond(
  { permissions }: RegisteredApp,
  manifest: Manifest,
): { readonly more: readonly string[]; readonly writing: readonly string[] } {
  // Contents is what `/sre cadence` writes with.
  const writing = Object.keys(WRITING_PERMISSIONS).filter(
    (resource) => resource !== "contents" && permissions[resource] === "write",
  );
  const more = Object.keys(permissions).filter(
    (resource) => manifest.default_permissions[resource] === undefined && !writing.includes(resource),
  );
  return { more, writing };
}

function isOptional(resource: string): boolean {
  return using(resource).length > 0 && automations.every(({ permissions }) => permissions[resource] === undefined);
}

function using(resource: string): readonly string[] {
  return automations.filter(({ optional }) => optional?.[resource] !== undefined).map(({ name }) => name);
}

/** Empty: all of them. */
function needing(resource: string): readonly string[] {
  return automations.filter(({ permissions }) => permissions[resource] !== undefined).map(({ name }) => name);
}
