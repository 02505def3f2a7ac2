import { permissionName } from "../../../github/permission-name.ts";
import { type Html, html } from "../../html.ts";

type Granted = Readonly<Record<string, string>>;

/** As GitHub's screens spell them, one line each. */
export function permissionList(permissions: Granted): Html {
  return html`<ul class="plain">${Object.entries(permissions).map(([resource, access]) => html`<li>${permissionName(resource, access)}</li>`)}</ul>`;
}

/** What the App asks for and the installation does not grant. */
export function missing(asked: Granted, granted: Granted): Granted {
  return Object.fromEntries(
    Object.entries(asked).filter(
      ([resource, access]) => granted[resource] === undefined || (access === "write" && granted[resource] === "read"),
    ),
  );
}
