import { presentIssues } from "../../../../simulator/present.ts";
import type { SimMilestone, SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { icon } from "./icons.ts";
import { layout, nothing } from "./layout.ts";
import { itemBox } from "./lists.ts";
import { markdown } from "./markdown.ts";
import { paths } from "./paths.ts";
import { counted } from "./pieces.ts";
import { progress } from "./progress.ts";
import { dayOf, when } from "./times.ts";

/** The milestones of a repository, open ones first. */
export function milestones(state: SimState, repo: SimRepo): Html {
  const all = [...repo.milestones.values()];
  const [open, closed] = [all.filter((one) => one.state === "open"), all.filter((one) => one.state !== "open")];
  return layout(state, {
    title: `Milestones · ${repo.name}`,
    repo,
    tab: "milestones",
    content: [group(state, repo, "open", open), group(state, repo, "closed", closed)],
  });
}

function group(state: SimState, repo: SimRepo, word: string, shown: readonly SimMilestone[]): Html {
  return html`<section class="box"><h2>${shown.length} ${word}</h2>${
    shown.length === 0
      ? nothing(`No ${word} milestones.`)
      : html`<ul class="rows">${shown.map(
          (one) =>
            html`<li>${icon("milestone")}<div><a class="title" href="${paths.milestone(repo, one.number)}">${one.title}</a><p>${stateLine(state, one)}</p></div>${share(repo, one)}</li>`,
        )}</ul>`
  }</section>`;
}

/** One milestone: its date, how far it is, what is in it. */
export function milestone(state: SimState, repo: SimRepo, shown: SimMilestone): Html {
  const items = itemsOf(repo, shown);
  const open = items.filter((item) => item.state === "open");
  const closed = items.filter((item) => item.state !== "open");
  const tone = shown.state === "open" ? "open" : "merged";
  return layout(state, {
    title: `${shown.title} · ${repo.name}`,
    repo,
    tab: "milestones",
    content: [
      html`<div class="heading"><h2>${shown.title}</h2>
<p><span class="state tone-${tone}">${icon("milestone")}${shown.state === "open" ? "Open" : "Closed"}</span> <span>${stateLine(state, shown)}</span> ${share(repo, shown)}</p></div>
${shown.description === null || shown.description === "" ? null : markdown(shown.description, repo)}`,
      itemBox(state, repo, `${open.length} open`, open, "Nothing open is in it."),
      itemBox(state, repo, `${closed.length} closed`, closed, "Nothing closed is in it."),
    ],
  });
}

function itemsOf(repo: SimRepo, { number }: SimMilestone) {
  return [...presentIssues(repo), ...repo.pulls.values()]
    .filter((item) => item.milestone === number)
    .sort((a, b) => a.number - b.number);
}

function share(repo: SimRepo, one: SimMilestone): Html | null {
  const items = itemsOf(repo, one);
  return progress(items.filter(({ state }) => state !== "open").length, items.length);
}

function stateLine({ now }: SimState, { state, due_on, closed_at, closed_by }: SimMilestone): Html {
  if (state === "closed" && closed_at !== null)
    return html`closed by ${closed_by ?? "ghost"}, ${when(closed_at)}${due_on === null ? "" : `, due on ${dayOf(due_on, now)}`}`;
  return html`${due_on === null ? "no due date" : `due on ${dayOf(due_on, now)}`}`;
}

/** "v1.3, 2 of 4 closed", for the side of an issue. */
export function milestoneShort(state: SimState, repo: SimRepo, one: SimMilestone): Html {
  const items = itemsOf(repo, one);
  return html`<p><a href="${paths.milestone(repo, one.number)}">${icon("milestone")} ${one.title}</a></p>
<p class="none">${stateLine(state, one)}, ${counted(items.length, "issue")}</p>`;
}
