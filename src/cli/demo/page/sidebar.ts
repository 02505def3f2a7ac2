import { presentIssue } from "../../../simulator/present.ts";
import type { SimIssue, SimPull, SimRepo, SimState } from "../../../simulator/state.ts";
import { type Html, html, type Part } from "./html.ts";
import { paths } from "./paths.ts";
import { avatar, person } from "./people.ts";
import { isPull, labelPill } from "./pieces.ts";

/** Who and what belongs to a conversation. */
export function sidebar(state: SimState, repo: SimRepo, item: SimIssue | SimPull): Html {
  const people = (logins: readonly string[]) =>
    logins.map((login) => html`<div class="who">${avatar(state, login)}${person(state, login)}</div>`);
  const milestone = item.milestone === null ? undefined : repo.milestones.get(item.milestone);
  return html`<aside>
${isPull(item) ? part("Reviewers", people([...new Set([...item.requested_reviewers, ...item.reviews.flatMap(({ user }) => (user === null ? [] : [user]))])])) : null}
${part("Assignees", people(item.assignees))}
${part(
  "Labels",
  item.labels.map((label) => labelPill(repo, label)),
)}
${milestone === undefined ? null : part("Milestone", [html`${milestone.title}`])}
${isPull(item) ? null : [relation(repo, "Sub-issues", item.sub_issues), relation(repo, "Blocked by", item.blocked_by)]}
</aside>`;
}

function part(title: string, content: readonly Part[]): Html {
  return html`<section><h3>${title}</h3>${content.length === 0 ? html`<p class="none">None yet</p>` : content}</section>`;
}

function relation(repo: SimRepo, title: string, numbers: readonly number[]): Html | null {
  const issues = numbers.flatMap((number) => presentIssue(repo, number) ?? []);
  if (issues.length === 0) return null;
  return part(
    title,
    issues.map(({ number, title }) => html`<p><a href="${paths.issue(repo, number)}">#${number} ${title}</a></p>`),
  );
}
