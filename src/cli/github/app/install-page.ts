import type { SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { layout, nothing } from "../page/layout.ts";
import { accountsOf, ownerOf, repositoriesOf } from "./people.ts";
import { permissionList } from "./permissions.ts";

/** "Install": on which account, and on which of its repositories. */
export function installPage(state: SimState): Html {
  const accounts = accountsOf(state);
  return layout(state, {
    title: `Install ${state.app.slug}`,
    content: html`<div class="heading"><h2>Install ${state.app.slug}</h2><p><span>Choose where it may work.</span></p></div>
${accounts.length === 0 ? nothing("This GitHub has no repositories yet.") : accounts.map((account) => accountBox(state, account))}`,
  });
}

function accountBox(state: SimState, account: string): Html {
  const installed = [...state.installations.values()].find((one) => one.account === account);
  if (installed !== undefined) {
    return html`<section class="box"><h2>${account}</h2><p class="output">It is installed here. <a href="/organizations/${account}/settings/installations/${installed.id}">Configure</a></p></section>`;
  }
  return html`<section class="box"><h2>${account}</h2><form class="output" method="post">
<input type="hidden" name="account" value="${account}">
<p><label><input type="radio" name="selection" value="all" checked> All repositories</label></p>
<p><label><input type="radio" name="selection" value="selected"> Only select repositories</label></p>
<ul class="choices">${repositoriesOf(state, account).map(({ name }) => html`<li><label><input type="checkbox" name="repository" value="${name}"> ${name}</label></li>`)}</ul>
<p>with these permissions:</p>
${permissionList(state.app.permissions)}
<p><button>Install</button> <span class="none">as ${ownerOf(state, account)}</span></p></form></section>`;
}
