import type { SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { layout, nothing } from "./layout.ts";

/** A file at a branch, tag or commit. */
export function file(state: SimState, repo: SimRepo, ref: string, path: string, content: string | null): Html {
  const lines = content?.replace(/\n$/, "").split("\n") ?? [];
  return layout(state, {
    title: `${path} · ${repo.name}`,
    repo,
    content: html`<section class="box file"><h2>${path} <small>at ${ref.slice(0, 40)}</small></h2>
${content === null ? nothing("There is no such file here, or the world does not say its content.") : html`<table class="lines"><tbody>${lines.map((text, index) => html`<tr id="L${index + 1}"><td>${index + 1}</td><td><code>${text}</code></td></tr>`)}</tbody></table>`}</section>`,
  });
}
