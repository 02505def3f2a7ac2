import { presentIssue, presentIssues } from "../../../../simulator/present.ts";
import type { SimIssue, SimPull, SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html, type Part } from "../../html.ts";
import { milestoneShort } from "./milestones.ts";
import { paths } from "./paths.ts";
import { avatar, person } from "./people.ts";
import { isPull, labelPill, stateIcon } from "./pieces.ts";
import { progress } from "./progress.ts";

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
${milestone === undefined ? null : part("Milestone", [milestoneShort(state, repo, milestone)])}
${isPull(item) ? null : [onProjects(state, repo, item), relations(repo, item)]}
</aside>`;
}

function part(title: Part, content: readonly Part[]): Html {
  return html`<section><h3>${title}</h3>${content.length === 0 ? html`<p class="none">None yet</p>` : content}</section>`;
}

/** What the organization's projects say about an issue, field by field. */
function onProjects({ projects }: SimState, repo: SimRepo, { number }: SimIssue): Html | null {
  const shown = projects.flatMap((project) =>
    project.items
      .filter((item) => item.repo === repo.name && item.number === number)
      .map(({ fields }) => ({ project, fields: Object.entries(fields) })),
  );
  if (shown.length === 0) return null;
  return part(
    "Projects",
    shown.map(
      ({ project, fields }) =>
        html`<p><a href="${paths.project(project)}">${project.title}</a></p>${fields.map(([name, value]) => html`<p class="none">${name}: ${value}</p>`)}`,
    ),
  );
}

function relations(repo: SimRepo, issue: SimIssue): (Html | null)[] {
  const others = presentIssues(repo);
  const found = (numbers: readonly number[]) => numbers.flatMap((number) => presentIssue(repo, number) ?? []);
  const children = found(issue.sub_issues);
  const done = children.filter(({ state }) => state === "closed").length;
  return [
    listed(
      repo,
      "Parent",
      others.filter(({ sub_issues }) => sub_issues.includes(issue.number)),
    ),
    listed(repo, html`Sub-issues ${progress(done, children.length)}`, children),
    listed(repo, "Blocked by", found(issue.blocked_by)),
    listed(
      repo,
      "Blocks",
      others.filter(({ blocked_by }) => blocked_by.includes(issue.number)),
    ),
  ];
}

function listed(repo: SimRepo, title: Part, issues: readonly SimIssue[]): Html | null {
  if (issues.length === 0) return null;
  return part(
    title,
    issues.map(
      (issue) =>
        html`<p class="other">${stateIcon(issue)}<a href="${paths.issue(repo, issue.number)}">${issue.title} <span>#${issue.number}</span></a></p>`,
    ),
  );
}
