import { appIdOf } from "../../platform/apps.ts";
import { renderUser } from "./user.ts";
import type { Rendered, View } from "./view.ts";

/** An App by its slug: ours from the state, any other as far as its name tells. */
export function renderApp(view: View, slug: string): Rendered {
  const { app } = view.state;
  const own = slug === app.slug;
  const id = appIdOf(view.state, slug);
  return {
    id,
    slug,
    node_id: `A_${id}`,
    client_id: `Iv1.${String(id).padStart(16, "0")}`,
    owner: renderUser(view, own ? ([...view.state.installations.values()][0]?.account ?? null) : null),
    name: own ? slug.charAt(0).toUpperCase() + slug.slice(1) : slug,
    description: null,
    external_url: view.webUrl,
    html_url: `${view.webUrl}/apps/${slug}`,
    created_at: view.state.now,
    updated_at: view.state.now,
    permissions: own ? app.permissions : { metadata: "read", checks: "write" },
    events: own ? app.events : [],
  };
}
