import { z } from "zod";
import type { SimState } from "../../../../simulator/state.ts";
import { eventName } from "../../../github/permission-name.ts";
import { type Html, html } from "../../html.ts";
import { layout } from "../page/layout.ts";
import { permissionList } from "./permissions.ts";

/** What the page shows of a manifest; the simulated GitHub checks the rest when it is sent. */
const manifestShape = z.looseObject({
  name: z.string(),
  redirect_url: z.url(),
  hook_attributes: z.looseObject({ url: z.string() }).optional(),
  default_permissions: z.record(z.string(), z.string()).default({}),
  default_events: z.array(z.string()).default([]),
});

interface Asked {
  /** JSON, as it was sent. */
  readonly manifest: string;
  /** null: the person's own account. */
  readonly organization: string | null;
  readonly path: string;
}

/** "Create GitHub App", as GitHub asks it of whoever brings a manifest; null for what is none. */
export function manifestPage(
  state: SimState,
  { manifest, organization, path }: Asked,
): { readonly page: Html; readonly sendsTo: readonly string[] } | null {
  const read = manifestShape.safeParse(parsed(manifest));
  if (!read.success) return null;
  const { name, redirect_url, hook_attributes, default_permissions, default_events } = read.data;
  const { pathname, search } = new URL(path);
  const page = layout(state, {
    title: "Create a GitHub App",
    content: html`<div class="heading"><h2>Create a GitHub App for ${organization ?? "your account"}</h2><p><span>From the manifest of ${new URL(redirect_url).host}, where this goes on.</span></p></div>
<section class="box"><h2>GitHub App name</h2><form class="output" method="post" action="${pathname}${search}">
<input type="hidden" name="manifest" value="${manifest}">
<p><input name="name" value="${name}" aria-label="GitHub App name" required maxlength="34"> <button>Create GitHub App</button></p>
<p class="none">On github.com it must be a name that nobody has taken.</p></form></section>
<section class="box"><h2>Webhook URL</h2><p class="output">${hook_attributes?.url ?? "none"}</p></section>
<section class="box"><h2>Permissions</h2><div class="output">${permissionList(default_permissions)}</div></section>
<section class="box"><h2>Events</h2><p class="output">${default_events.map(eventName).join(", ") || "none"}</p></section>`,
  });
  // The form's redirect counts for its policy, too.
  return { page, sendsTo: ["'self'", new URL(redirect_url).origin] };
}

/** The same manifest under another name. */
export function named(manifest: string, name: string): string {
  const read = parsed(manifest);
  return typeof read === "object" && read !== null ? JSON.stringify({ ...read, name }) : manifest;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the simulated GitHub refuses it
  }
}
