import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { automations } from "../../automations/index.ts";
import { OPTIONAL_EVENTS } from "../../automations/missing-permissions.ts";

/** app.yml: the permissions and events that Detoil needs as a GitHub App. */
export interface Manifest {
  readonly name: string;
  readonly url: string;
  readonly public: boolean;
  readonly default_permissions: Readonly<Record<string, "read" | "write">>;
  readonly default_events: readonly string[];
}

/** Where webhooks arrive, below the server's public address. */
export const WEBHOOKS_PATH = "/api/github/webhooks";

/** The package's own app.yml. */
export function readManifest(): Manifest {
  return parse(readFileSync(new URL("../../../app.yml", import.meta.url), "utf8")) as Manifest;
}

/**
 * Contents for the pull request of `/sre cadence`; the others for later automations, so that nobody has to accept twice.
 * Everything in a manifest is mandatory, and nobody has to let Detoil write code: only those who check the box on the setup
 * page grant it.
 */
export const WRITING_PERMISSIONS = { contents: "write", actions: "write", workflows: "write" } as const;

export function withWriting(manifest: Manifest): Manifest {
  return { ...manifest, default_permissions: { ...manifest.default_permissions, ...WRITING_PERMISSIONS } };
}

/** Without optional and coming permissions and the events that need them: for a GitHub that does not know one of them. */
export function withoutOptional(manifest: Manifest): Manifest {
  const needed = new Set(automations.flatMap(({ permissions }) => Object.keys(permissions)));
  const isKept = (resource: string) => resource === "metadata" || needed.has(resource);
  return {
    ...manifest,
    default_permissions: Object.fromEntries(
      Object.entries(manifest.default_permissions).filter(([resource]) => isKept(resource)),
    ),
    default_events: manifest.default_events.filter((event) => isKept(OPTIONAL_EVENTS[event] ?? "metadata")),
  };
}

/** The manifest as GitHub expects it, for a server at `publicUrl` whose setup continues at `redirectUrl`. */
export function manifestFor(manifest: Manifest, publicUrl: string, redirectUrl: string): object {
  return {
    ...manifest,
    hook_attributes: { url: `${publicUrl}${WEBHOOKS_PATH}`, active: true },
    redirect_url: redirectUrl,
  };
}

/** The address for the manifest on GitHub: for a person's own account, or for an organization. */
export function newAppUrl(webUrl: string, organization: string | null, state: string): string {
  const owner = organization === null ? "" : `/organizations/${encodeURIComponent(organization)}`;
  return `${webUrl}${owner}/settings/apps/new?state=${state}`;
}
