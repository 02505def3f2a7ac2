import { renderApp } from "../../rest/render/app.ts";
import { renderUser } from "../../rest/render/user.ts";
import type { Rendered, View } from "../../rest/render/view.ts";
import type { SimInstallation } from "../../state.ts";

/** An installation of the App on an account. */
export function renderInstallation(view: View, installation: SimInstallation): Rendered {
  const { app, users } = view.state;
  const { id, account, suspended, permissions } = installation;
  const isOrganization = users.get(account)?.type === "Organization";
  const settings = isOrganization ? `/organizations/${account}/settings` : "/settings";
  return {
    id,
    account: renderUser(view, account),
    access_tokens_url: `${view.apiUrl}/app/installations/${id}/access_tokens`,
    repositories_url: `${view.apiUrl}/installation/repositories`,
    html_url: `${view.webUrl}${settings}/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    client_id: renderApp(view, app.slug).client_id,
    target_id: users.get(account)?.id ?? 0,
    target_type: isOrganization ? "Organization" : "User",
    repository_selection: installation.selected === null ? "all" : "selected",
    permissions,
    events: app.events,
    created_at: view.state.now,
    updated_at: view.state.now,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_at: suspended ? view.state.now : null,
    suspended_by: suspended ? renderUser(view, account) : null,
  };
}
