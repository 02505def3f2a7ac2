import { presentIssue, presentIssues } from "../../../../simulator/present.ts";
import type { SimIssue, SimPull, SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { combinedStatus } from "./check-icon.ts";
import { icon } from "./icons.ts";
import { layout, nothing } from "./layout.ts";
import { paths } from "./paths.ts";
import { avatar } from "./people.ts";
import { isPull, labelPill, stateIcon, titleText } from "./pieces.ts";
import { progress } from "./progress.ts";
import { when } from "./times.ts";

/** The pull requests or the issues of a repository, open ones first, newest first. */
export function list(state: SimState, repo: SimRepo, kind: "pulls" | "issues"): Html {
  const all: (SimIssue | SimPull)[] = kind === "pulls" ? [...repo.pulls.values()] : presentIssues(repo);
  const newestFirst = all.sort((a, b) => b.number - a.number);
  const open = newestFirst.filter((item) => item.state === "open");
  const closed = newestFirst.filter((item) => item.state !== "open");
  const noun = kind === "pulls" ? "pull requests" : "issues";
  return layout(state, {
    title: `${kind === "pulls" ? "Pull requests" : "Issues"} · ${repo.name}`,
    repo,
    tab: kind,
    content: [
      itemBox(state, repo, `${open.length} open`, open, `No open ${noun}.`),
      itemBox(state, repo, `${closed.length} closed`, closed, `No closed ${noun}.`),
    ],
  });
}

/** Pull requests and issues in a box with a title. */
export function itemBox(
  state: SimState,
  repo: SimRepo,
  title: string,
  items: readonly (SimIssue | SimPull)[],
  none: string,
): Html {
  return html`<section class="box"><h2>${title}</h2>${items.length === 0 ? nothing(none) : html`<ul class="rows">${items.map((item) => row(state, repo, item))}</ul>`}</section>`;
}

function row(state: SimState, repo: SimRepo, item: SimIssue | SimPull): Html {
  const path = isPull(item) ? paths.pull(repo, item.number) : paths.issue(repo, item.number);
  return html`<li>${stateIcon(item)}<div><a class="title" href="${path}">${titleText(item.title)}</a>
${isPull(item) ? combinedStatus(repo, item.head_sha) : null} ${item.labels.map((label) => labelPill(repo, label))}
<p>#${item.number} by ${item.user ?? "ghost"}, ${when(item.created_at)}${isPull(item) ? html` · <code>${item.base}</code> ← <code>${item.head}</code>` : issueStanding(repo, item)}</p></div>
<span class="faces">${item.assignees.map((login) => avatar(state, login))}</span>
${item.comments.length === 0 ? null : html`<span class="comments" title="comments">${icon("comment")}${item.comments.length}</span>`}</li>`;
}

/** Its milestone, the progress of its sub-issues, and whether it is blocked. */
function issueStanding(repo: SimRepo, { milestone, sub_issues, blocked_by }: SimIssue): Html {
  const found = (numbers: readonly number[]) => numbers.flatMap((number) => presentIssue(repo, number) ?? []);
  const children = found(sub_issues);
  const title = milestone === null ? undefined : repo.milestones.get(milestone)?.title;
  const waits = found(blocked_by).some(({ state }) => state === "open");
  return html`${title === undefined ? null : ` · ${title}`}${waits ? " · blocked" : null} ${progress(children.filter(({ state }) => state === "closed").length, children.length)}`;
}
