import { presentIssues } from "../../../../simulator/present.ts";
import type { SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html, type Part } from "../../html.ts";
import { icon, mark } from "./icons.ts";
import { paths } from "./paths.ts";
import { isPull } from "./pieces.ts";
import { whenInZone } from "./times.ts";

export type Tab = "pulls" | "issues" | "milestones" | "checks" | "releases";

/** A whole page: head, bar, content. `repo` and `tab` say where one is. */
export function layout(state: SimState, page: { title: string; repo?: SimRepo; tab?: Tab; content: Part }): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_page/markdown.css">
<link rel="stylesheet" href="/_page/style.css">
</head>
<body>
<header class="bar">
<a class="brand" href="${paths.home}">${mark}<b>Detoil</b><span>simulated GitHub</span></a>
<span class="clock">${whenInZone(state.now)}</span>
</header>
${page.repo === undefined ? null : repositoryBar(page.repo, page.tab)}
<main>${page.content}</main>
</body>
</html>
`;
}

function repositoryBar(repo: SimRepo, current: Tab | undefined): Html {
  const [owner = "", name = ""] = repo.name.split("/");
  const tab = (key: Tab, title: string, count: number, drawing: Html) =>
    html`<a href="${paths.repository(repo, key)}"${key === current ? html` aria-current="page"` : null}>${drawing}${title}<span class="count">${count}</span></a>`;
  const open = [...repo.pulls.values(), ...presentIssues(repo)].filter(({ state }) => state === "open");
  return html`<nav class="repository">
<h1>${icon("repository")}<span>${owner}</span><i>/</i><a href="${paths.front(repo)}">${name}</a><small>${repo.private ? "Private" : "Public"}</small></h1>
<div class="tabs">
${tab("pulls", "Pull requests", open.filter(isPull).length, icon("pull"))}
${tab("issues", "Issues", open.filter((item) => !isPull(item)).length, icon("issue"))}
${tab("milestones", "Milestones", [...repo.milestones.values()].filter(({ state }) => state === "open").length, icon("milestone"))}
${tab("checks", "Checks", repo.check_runs.size, icon("done"))}
${repo.releases.length + repo.tags.size === 0 ? null : tab("releases", "Releases", repo.releases.length + repo.tags.size, icon("release"))}
</div>
</nav>`;
}

/** The text for an empty list. */
export const nothing = (words: string) => html`<p class="nothing">${words}</p>`;
