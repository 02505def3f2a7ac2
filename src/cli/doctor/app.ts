import { isComing } from "../../automations/coming-permissions.ts";
import { automations } from "../../automations/index.ts";
import { missingPermissions, OPTIONAL_EVENTS } from "../../automations/missing-permissions.ts";
import type { GitHub } from "../../github/client.ts";
import { eventName, permissionName, resourceName } from "../../github/permission-name.ts";
import { appUrlOf } from "../../github/web-url.ts";
import { type Manifest, readManifest, WRITING_PERMISSIONS } from "../../web/setup/manifest.ts";
import { type Finding, fix, listed, ok } from "./finding.ts";

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
    const tick = event === undefined ? "" : ` Tick the event ${eventName(event)} after that.`;
    const add = `add it at ${app.settingsUrl}/permissions; every installation is then asked to accept it.${tick}`;
    const permission = `the permission ${permissionName(resource, access)}`;
    return isOptional(resource)
      ? ok(`The App works without ${permission}, which ${listed(using(resource))} would use. To have that, ${add}`)
      : fix(`The App lacks ${permission}, which ${listed(needing(resource))} need: ${add}`);
  });
  if (events.length > 0) {
    found.push(
      fix(
        `The App does not subscribe to ${listed(events.map(eventName))}: tick them at ${app.settingsUrl}/permissions.`,
      ),
    );
  }
  const all = coming.length === 0 ? "" : " that this version uses";
  if (found.length === 0) {
    found.push(ok(`${app.slug} has the permissions and events of app.yml${all}.${beyond(app, manifest)}`));
  }
  if (coming.length > 0) {
    const named = listed(coming.map(({ resource, access }) => permissionName(resource, access)));
    found.push(ok(`Later versions will use ${named}. You can add them now at ${app.settingsUrl}/permissions.`));
  }
  return found;
}

/** What the App has and does not need. */
function beyond({ permissions }: RegisteredApp, manifest: Manifest): string {
  const writing = Object.keys(WRITING_PERMISSIONS).filter((resource) => permissions[resource] === "write");
  const more = Object.keys(permissions).filter(
    (resource) => manifest.default_permissions[resource] === undefined && !writing.includes(resource),
  );
  const less = more.length === 0 ? "" : ` It needs less: nothing uses ${listed(more.map(resourceName))}.`;
  return writing.length === 0
    ? less
    : `${less} Nothing uses its write access to ${listed(writing.map(resourceName))} yet.`;
}

function isOptional(resource: string): boolean {
  return using(resource).length > 0 && automations.every(({ permissions }) => permissions[resource] === undefined);
}

function using(resource: string): readonly string[] {
  return automations.filter(({ optional }) => optional?.[resource] !== undefined).map(({ name }) => name);
}

function needing(resource: string): readonly string[] {
  const names = automations.filter(({ permissions }) => permissions[resource] !== undefined).map(({ name }) => name);
  return names.length === 0 ? ["all automations"] : names;
}
