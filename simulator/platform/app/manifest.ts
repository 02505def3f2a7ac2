import { createHash } from "node:crypto";
import { z } from "zod";
import { notFound, Refused } from "../../refused.ts";
import type { Answer } from "../../rest/context.ts";
import { renderApp } from "../../rest/render/app.ts";
import type { View } from "../../rest/render/view.ts";
import type { Platform } from "../platform.ts";

/** The parts of a manifest that the manifest flow uses; it may contain more. */
const shape = z.object({
  name: z.string().min(1),
  url: z.string(),
  redirect_url: z.url(),
  hook_attributes: z.object({ url: z.string() }).optional(),
  default_permissions: z.record(z.string(), z.enum(["read", "write"])).default({}),
  default_events: z.array(z.string()).default([]),
});

type Manifest = z.output<typeof shape>;

/** Manifests that were confirmed and wait for their code to be redeemed; a code works once. */
export class Manifests {
  readonly #byCode = new Map<string, Manifest>();
  #made = 0;

  accept(manifest: Manifest): string {
    this.#made += 1;
    const code = digest("manifest", String(this.#made));
    this.#byCode.set(code, manifest);
    return code;
  }

  redeem(code: string): Manifest | null {
    const found = this.#byCode.get(code) ?? null;
    this.#byCode.delete(code);
    return found;
  }
}

function digest(what: string, of: string): string {
  return createHash("sha256").update(`${what} ${of}`).digest("hex").slice(0, 40);
}

/**
 * The page where a person would press "Create GitHub App" (`POST /settings/apps/new?state=…`, form field `manifest`): the
 * simulated person always does, and is sent back to the manifest's redirect_url with a code.
 */
export function newApp(platform: Platform, form: URLSearchParams, state: string | null): Answer {
  const checked = shape.safeParse(parsed(form.get("manifest") ?? ""));
  if (!checked.success) throw new Refused(422, `The manifest is not valid: ${z.prettifyError(checked.error)}`);
  const url = new URL(checked.data.redirect_url);
  url.searchParams.set("code", platform.manifests.accept(checked.data));
  if (state !== null) url.searchParams.set("state", state);
  return { status: 302, headers: { location: url.href } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // refused like every other broken manifest
  }
}

/** `POST /app-manifests/{code}/conversions`: the App becomes what the manifest says; its credentials are returned once. */
export function convertManifest(platform: Platform, view: View, code: string): Answer {
  const manifest = platform.manifests.redeem(code);
  if (manifest === null) throw notFound();
  const { app } = platform.state;
  app.slug = manifest.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  app.permissions = manifest.default_permissions;
  app.events = manifest.default_events;
  const { settings } = platform.webhooks;
  settings.url = manifest.hook_attributes?.url ?? null;
  settings.secret = digest("webhook secret", code);
  return {
    status: 201,
    body: {
      ...renderApp(view, app.slug),
      name: manifest.name,
      external_url: manifest.url,
      client_secret: digest("client secret", code),
      webhook_secret: settings.secret,
      pem: platform.key.privateKey,
    },
  };
}
