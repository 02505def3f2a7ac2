import { presentIssue } from "../../../../simulator/present.ts";
import type { SimProject, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { icon } from "./icons.ts";
import { layout, nothing } from "./layout.ts";
import { paths } from "./paths.ts";
import { counted, isPull, stateIcon, titleText } from "./pieces.ts";

/** An organization's project as GitHub's table shows it: one row for each item, one column for each field. */
export function project(state: SimState, shown: SimProject): Html {
  const { title, owner, fields, items } = shown;
  return layout(state, {
    title: `${title} · ${owner}`,
    content: html`<div class="heading"><h2>${icon("project")} ${title}</h2><p><span>${owner} · ${counted(items.length, "item")}</span></p></div>
<section class="box">${
      items.length === 0
        ? nothing("Nothing is in this project yet.")
        : html`<div class="wide"><table class="items"><thead><tr><th>Title</th><th>Assignees</th>${fields.map(({ name }) => html`<th>${name}</th>`)}</tr></thead>
<tbody>${inOrder(shown).map((item) => row(state, shown, item))}</tbody></table></div>`
    }</section>`,
  });
}

/** By the first single-select field, in the order of its options: what a board shows from left to right. */
function inOrder({ fields, items }: SimProject): readonly SimProject["items"][number][] {
  const field = fields.find(({ options }) => options.length > 0);
  if (field === undefined) return items;
  const place = (item: SimProject["items"][number]) => field.options.indexOf(String(item.fields[field.name] ?? ""));
  return [...items].sort((a, b) => place(a) - place(b));
}

function row(state: SimState, { fields }: SimProject, item: SimProject["items"][number]): Html {
  const repo = state.repos.get(item.repo);
  const found = repo === undefined ? null : (repo.pulls.get(item.number) ?? presentIssue(repo, item.number));
  if (repo === undefined || found === null) return html`<tr><td>${item.repo}#${item.number}</td><td></td></tr>`;
  const path = isPull(found) ? paths.pull(repo, found.number) : paths.issue(repo, found.number);
  return html`<tr><td>${stateIcon(found)} <a class="title" href="${path}">${titleText(found.title)}</a> <span class="place">${repo.name}#${found.number}</span></td>
<td>${found.assignees.join(", ")}</td>
${fields.map(({ name }) => html`<td>${item.fields[name] ?? ""}</td>`)}</tr>`;
}
