import type { SimIssue, SimLabeling, SimPull, SimRepo } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { type IconName, icon } from "./icons.ts";
import { paths } from "./paths.ts";

export const isPull = (item: SimIssue | SimPull): item is SimPull => "head_sha" in item;

/** A title as GitHub shows it: text, with `code` between backticks. */
export function titleText(title: string): Html {
  const parts = title.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** The label's own color as a dot, its name as text. */
export function labelPill(repo: SimRepo, { name }: Pick<SimLabeling, "name">): Html {
  const color = repo.labels.get(name)?.color ?? "ededed";
  return html`<span class="label" title="${repo.labels.get(name)?.description ?? name}"><svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="${`#${color}`}"/></svg>${name}</span>`;
}

/** Icon and color of the current state of an issue or pull request. */
export function stateIcon(item: SimIssue | SimPull): Html {
  const { name, tone, word } = appearanceOf(item);
  return html`<span class="tone-${tone}">${icon(name, word)}</span>`;
}

/** The colored pill under a title. */
export function statePill(item: SimIssue | SimPull): Html {
  const { name, tone, word } = appearanceOf(item);
  return html`<span class="state tone-${tone}">${icon(name)}${`${word[0]?.toUpperCase()}${word.slice(1)}`}</span>`;
}

function appearanceOf(item: SimIssue | SimPull): {
  name: IconName;
  tone: string;
  word: "open" | "draft" | "merged" | "closed";
} {
  if (!isPull(item)) {
    return item.state === "open"
      ? { name: "issue", tone: "open", word: "open" }
      : { name: "done", tone: item.state_reason === "completed" ? "merged" : "quiet", word: "closed" };
  }
  if (item.state === "merged") return { name: "merged", tone: "merged", word: "merged" };
  if (item.state === "closed") return { name: "closed", tone: "closed", word: "closed" };
  return item.draft ? { name: "draft", tone: "quiet", word: "draft" } : { name: "pull", tone: "open", word: "open" };
}

/** A commit by its first seven digits. */
export function shortSha(repo: SimRepo, sha: string): Html {
  return html`<a class="sha" href="${paths.commit(repo, sha)}">${sha.slice(0, 7)}</a>`;
}

/** `1 commit`, `2 commits` */
export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A link target that a browser may follow without harm: http(s) only. */
export const webLink = (url: string | null) => (url !== null && /^https?:\/\//i.test(url) ? url : null);
