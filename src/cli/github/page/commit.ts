import type { SimCommit, SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { checksOf } from "./check-icon.ts";
import { checkBox } from "./checks.ts";
import { layout } from "./layout.ts";
import { paths } from "./paths.ts";
import { shortSha } from "./pieces.ts";
import { when } from "./times.ts";

/** A commit: its message, what it touches, its checks. */
export function commit(state: SimState, repo: SimRepo, shown: SimCommit): Html {
  const [title = "", ...rest] = shown.message.split("\n");
  const body = rest.join("\n").trim();
  return layout(state, {
    title: `${title} · ${repo.name}@${shown.sha.slice(0, 7)}`,
    repo,
    content: html`<section class="box"><h2>${title}</h2>
<div class="output">${body === "" ? null : html`<pre class="message">${body}</pre>`}
<p>${shown.author ?? "unknown"}, ${when(shown.committed_at)} · <code>${shown.sha}</code>${shown.parents.length === 0 ? null : html` · after ${shown.parents.map((sha, index) => [index > 0 ? " and " : null, shortSha(repo, sha)])}`}</p></div>
<ul class="rows">${[...shown.files].map(([path, content]) => html`<li><div>${content === null ? html`<del>${path}</del>` : html`<a href="${paths.file(repo, shown.sha, path)}">${path}</a>`}</div></li>`)}</ul></section>
${checkBox(repo, checksOf(repo, shown.sha), shown.sha)}`,
  });
}
