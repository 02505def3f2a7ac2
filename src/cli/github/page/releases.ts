import type { SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { icon } from "./icons.ts";
import { layout } from "./layout.ts";
import { markdown } from "./markdown.ts";
import { paths } from "./paths.ts";
import { shortSha } from "./pieces.ts";
import { when } from "./times.ts";

/** Releases and tags, newest first; one tag alone where `only` names it. */
export function releases(state: SimState, repo: SimRepo, only?: string): Html {
  const shown = repo.releases.filter(({ tag }) => only === undefined || tag === only).toReversed();
  const tags = [...repo.tags.values()].filter(({ name }) => only === undefined || name === only).reverse();
  return layout(state, {
    title: `${only ?? "Releases"} · ${repo.name}`,
    repo,
    tab: "releases",
    content: html`${shown.map(
      ({
        tag,
        name,
        body,
        published_at,
      }) => html`<section class="box"><h2><a href="${paths.release(repo, tag)}">${name ?? tag}</a></h2>
<div class="output"><p>${icon("release")} ${tag}${published_at === null ? " · draft" : html`, ${when(published_at)}`}</p>${body === null ? null : markdown(body, repo)}</div></section>`,
    )}
<section class="box"><h2>Tags</h2><ul class="rows">${tags.map(({ name, sha, at }) => html`<li><div><a class="title" href="${paths.release(repo, name)}">${name}</a><p>${when(at)}</p></div>${shortSha(repo, sha)}</li>`)}</ul></section>`,
  });
}
