import { isInstalledOn } from "../../../../simulator/platform/actor.ts";
import type { SimInstallation, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { icon } from "../page/icons.ts";
import { layout } from "../page/layout.ts";
import { paths } from "../page/paths.ts";
import { repositoriesOf } from "./people.ts";
import { missing, permissionList } from "./permissions.ts";

/** An installation, as whoever owns the account sees it: repositories, permissions, the end of it. */
export function installationPage(state: SimState, installation: SimInstallation): Html {
  const { account, permissions, suspended } = installation;
  const wanted = missing(state.app.permissions, permissions);
  const repositories = [...state.repos.values()].filter((repo) => isInstalledOn(installation, repo));
  const others = repositoriesOf(state, account).filter((repo) => !repositories.includes(repo));
  return layout(state, {
    title: `${state.app.slug} on ${account}`,
    content: html`<div class="heading"><h2>${state.app.slug} is installed on ${account}</h2><p><span>${suspended ? "suspended · " : null}<a href="/apps/${state.app.slug}">its page</a></span></p></div>
${
  Object.keys(wanted).length === 0
    ? null
    : html`<section class="box"><h2>It asks for more permissions</h2><div class="output">${permissionList(wanted)}${button("set-permissions", "Accept new permissions")}</div></section>`
}
<section class="box"><h2>${installation.selected === null ? "All repositories" : "Selected repositories"}</h2><ul class="rows">${repositories.map((repo) => html`<li>${icon("repository")}<div><a class="title" href="${paths.front(repo)}">${repo.name}</a></div>${installation.selected === null ? null : button("remove-repository", "Remove", repo.name)}</li>`)}
${others.map((repo) => html`<li>${icon("repository")}<div>${repo.name}</div>${button("add-repository", "Add", repo.name)}</li>`)}</ul></section>
<section class="box"><h2>Permissions</h2><div class="output">${permissionList(permissions)}</div></section>
<section class="box"><h2>Danger zone</h2><div class="output">${suspended ? button("unsuspend", "Unsuspend") : button("suspend", "Suspend")}${button("uninstall", "Uninstall")}</div></section>`,
  });
}

function button(action: string, words: string, repo?: string): Html {
  return html`<form method="post"><input type="hidden" name="action" value="${action}">${repo === undefined ? null : html`<input type="hidden" name="repo" value="${repo}">`}<button class="quiet">${words}</button></form>`;
}
