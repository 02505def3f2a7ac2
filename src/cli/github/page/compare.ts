import { compare } from "../../../../simulator/git/compare.ts";
import type { SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { layout, nothing } from "./layout.ts";
import { counted, shortSha } from "./pieces.ts";
import { when } from "./times.ts";

interface End {
  /** The requested comparison. */
  readonly name: string;
  readonly sha: string;
}

/** What `head` has and `base` lacks, newest first. */
export function comparison(state: SimState, repo: SimRepo, base: End, head: End): Html {
  const { commits, behind_by } = compare(repo, base.sha, head.sha);
  const title = `${base.name} … ${head.name}`;
  return layout(state, {
    title: `Comparing ${title} · ${repo.name}`,
    repo,
    content: html`<div class="heading"><h2>${title}</h2><p><span>${counted(commits.length, "commit")} that <code>${base.name}</code> lacks${behind_by === 0 ? "" : `, ${behind_by} that it alone has`}</span></p></div>
<section class="box">${
      commits.length === 0
        ? nothing("There is nothing to compare.")
        : html`<ul class="rows">${commits
            .toReversed()
            .map(
              ({ sha, message, author, committed_at }) =>
                html`<li><div><span class="title">${message.split("\n")[0]}</span><p>${author ?? "unknown"}, ${when(committed_at)}</p></div>${shortSha(repo, sha)}</li>`,
            )}</ul>`
    }</section>`,
  });
}
