import type { Simulator } from "../../../../simulator/index.ts";
import { eventName } from "../../../github/permission-name.ts";
import { type Html, html } from "../../html.ts";
import { checkIcon } from "../page/check-icon.ts";
import { icon } from "../page/icons.ts";
import { layout, nothing } from "../page/layout.ts";
import { when } from "../page/times.ts";
import { permissionList } from "./permissions.ts";

/** Deliveries that are shown. */
const LATEST = 20;

/** The App: what it asks for, where it is installed, what was delivered to it. */
export function appPage({ state, webhooks, deliveries }: Simulator): Html {
  const { app, installations } = state;
  return layout(state, {
    title: `GitHub App ${app.slug}`,
    content: html`<div class="heading"><h2>${app.slug}</h2><p><span>GitHub App ${app.id}</span> <a class="button" href="/apps/${app.slug}/installations/new">Install</a></p></div>
<section class="box"><h2>Installed on</h2>${
      installations.size === 0
        ? nothing("It is not installed anywhere yet.")
        : html`<ul class="rows">${[...installations.values()].map(({ id, account }) => html`<li>${icon("done")}<div><a class="title" href="/organizations/${account}/settings/installations/${id}">${account}</a></div></li>`)}</ul>`
    }</section>
<section class="box"><h2>Permissions</h2><div class="output">${permissionList(app.permissions)}</div></section>
<section class="box"><h2>Events</h2><p class="output">${app.events.map(eventName).join(", ") || "none"}</p></section>
<section class="box"><h2>Webhook URL</h2><p class="output">${webhooks.url ?? "none"}</p></section>
<section class="box"><h2>Recent deliveries</h2>${
      deliveries.length === 0
        ? nothing("None yet.")
        : html`<ul class="rows">${deliveries
            .slice(0, LATEST)
            .map(
              ({ webhook, status, status_code, deliveredAt }) =>
                html`<li>${checkIcon({ status: "completed", conclusion: status_code >= 200 && status_code < 300 ? "success" : "failure" })}<div><b class="title">${webhook.event}${webhook.action === null ? "" : `.${webhook.action}`}</b><p>${status_code} ${status}, ${when(deliveredAt)}</p></div></li>`,
            )}</ul>`
    }</section>`,
  });
}
