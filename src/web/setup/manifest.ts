import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** app.yml: what Detoil asks for as a GitHub App. */
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

/** The manifest as GitHub takes it, for a server at `publicUrl`, whose set-up goes on at `redirectUrl`. */
export function manifestFor(manifest: Manifest, publicUrl: string, redirectUrl: string): object {
  return {
    ...manifest,
    hook_attributes: { url: `${publicUrl}${WEBHOOKS_PATH}`, active: true },
    redirect_url: redirectUrl,
  };
}

/** Where GitHub takes a manifest: for a person's own account, or for an organization. */
export function newAppUrl(webUrl: string, organization: string | null, state: string): string {
  const owner = organization === null ? "" : `/organizations/${encodeURIComponent(organization)}`;
  return `${webUrl}${owner}/settings/apps/new?state=${state}`;
}
