import { presentIssues } from "../../../../simulator/present.ts";
import type { SimProject, SimRepo, SimState, Time } from "../../../../simulator/state.ts";
import type { Language } from "../../../calendar/format.ts";
import { type Html, html } from "../../html.ts";
import { icon } from "./icons.ts";
import { layout, nothing } from "./layout.ts";
import { markdown } from "./markdown.ts";
import { paths } from "./paths.ts";
import { counted } from "./pieces.ts";
import { when } from "./times.ts";

/** A part of a story that was played here, for the front page. */
export interface Chapter {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
  /** The sre.yml that it is about; null: none is shown. */
  readonly sre: string | null;
  readonly steps: StoryStep[];
}

export interface StoryStep {
  readonly title: string;
  readonly at: Time;
  /** What the team did. */
  readonly text: string;
  /** Where: `owner/name`. */
  readonly repo: string;
  /** What they clicked. */
  readonly clicks: readonly string[];
  /** What Detoil wrote then: where it can be read, what it is, and why. */
  readonly wrote: readonly {
    readonly path: string;
    readonly what: string;
    /** The conclusion of a check; null: not a check. */
    readonly outcome: "green" | "red" | null;
    readonly because: string | null;
  }[];
}

/** The front page: the repositories, and what has happened so far. */
export function home(state: SimState, story: readonly Chapter[]): Html {
  const repositories = [...state.repos.values()];
  return layout(state, {
    title: "Detoil · simulated GitHub",
    content: html`<section><h2>Repositories</h2>
${repositories.length === 0 ? nothing("This GitHub has no repositories yet.") : html`<ul class="cards">${repositories.map(card)}</ul>`}</section>
${state.projects.length === 0 ? null : html`<section><h2>Projects</h2><ul class="cards">${state.projects.map(projectCard)}</ul></section>`}
<section><h2>GitHub App</h2><ul class="cards">${appCard(state)}</ul></section>
${story.length === 0 ? null : html`<section class="chapters"><h2>What happened</h2>${story.map((chapter) => played(state, chapter))}</section>`}`,
  });
}

function card(repo: SimRepo): Html {
  const pulls = [...repo.pulls.values()].filter(({ state }) => state === "open").length;
  const issues = presentIssues(repo).filter(({ state }) => state === "open").length;
  return html`<li><a href="${paths.front(repo)}">${icon("repository")}<b>${repo.name}</b></a>
<p>${counted(pulls, "open pull request")} · ${counted(issues, "open issue")} · ${counted(repo.commits.size, "commit")}</p></li>`;
}

function appCard({ app, installations }: SimState): Html {
  const accounts = [...installations.values()].map(({ account }) => account);
  return html`<li><a href="/apps/${app.slug}">${icon("app")}<b>${app.slug}</b></a>
<p>${accounts.length === 0 ? "not installed yet" : `installed on ${accounts.join(", ")}`}</p></li>`;
}

function projectCard(project: SimProject): Html {
  return html`<li><a href="${paths.project(project)}">${icon("project")}<b>${project.title}</b></a>
<p>${project.owner} · ${counted(project.items.length, "item")}</p></li>`;
}

function played(state: SimState, { title, text, language, sre, steps }: Chapter): Html {
  return html`<section class="chapter" lang="${language}"><h3>${title}</h3>${words(state, text, steps[0]?.repo)}
${sre === null ? null : html`<pre class="sre"><code>${sre}</code></pre>`}
<ol class="story">${steps.map((step) => storyStep(state, step, language))}</ol></section>`;
}

function storyStep(state: SimState, { title, at, text, repo, clicks, wrote }: StoryStep, language: Language): Html {
  return html`<li><h4>${title} <span>${when(at, language)}</span></h4>
${words(state, text, repo)}
${clicks.length === 0 ? null : html`<ul class="clicks">${clicks.map((click) => html`<li>${click}</li>`)}</ul>`}
<ul class="wrote">${wrote.map(({ path, what, outcome, because }) => html`<li class="${outcome ?? "words"}"><a href="${path}">${what}</a>${because === null ? null : html`<span>because ${because}</span>`}</li>`)}</ul></li>`;
}

function words(state: SimState, text: string, name: string | undefined): Html {
  const repo = name === undefined ? undefined : state.repos.get(name);
  return repo === undefined ? html`<p>${text}</p>` : markdown(text, repo);
}
