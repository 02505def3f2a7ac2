import { z } from "zod";
import { notFound, Refused } from "../../refused.ts";
import type { Answer } from "../../rest/context.ts";
import { renderApp } from "../../rest/render/app.ts";
import type { View } from "../../rest/render/view.ts";
import type { Platform } from "../platform.ts";
import { digest, manifestShape } from "./manifests.ts";

/**
 * The page where a person would press "Create GitHub App" (`POST /settings/apps/new?state=…`, form field `manifest`): the
 * simulated person always does, and is sent back to the manifest's redirect_url with a code.
 */
export function newApp(platform: Platform, form: URLSearchParams, state: string | null): Answer {
  const checked = manifestShape.safeParse(parsed(form.get("manifest") ?? ""));
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
