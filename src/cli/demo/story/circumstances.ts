import type { SimIssue, SimRepo, SimState } from "../../../../simulator/state.ts";

/** What belongs to an issue besides its text, a short phrase each: "for alice", "label docs", "in v1.3", "blocked by #18". */
export function circumstances(state: SimState, repo: SimRepo, issue: SimIssue): string[] {
  const milestone = issue.milestone === null ? undefined : repo.milestones.get(issue.milestone);
  return [
    ...(issue.assignees.length === 0 ? [] : [`for ${issue.assignees.join(", ")}`]),
    ...issue.labels.map(({ name }) => `label ${name}`),
    ...(milestone === undefined ? [] : [`in ${milestone.title}`]),
    ...issue.blocked_by.map((number) => `blocked by #${number}`),
    ...(issue.sub_issues.length === 0 ? [] : [`sub-issues ${issue.sub_issues.map((one) => `#${one}`).join(", ")}`]),
    ...onProjects(state, repo, issue),
  ];
}

/** "on Releases: Todo, Due date 2026-12-07" */
function onProjects({ projects }: SimState, repo: SimRepo, { number }: SimIssue): string[] {
  return projects.flatMap(({ title, items }) => {
    const item = items.find((one) => one.repo === repo.name && one.number === number);
    if (item === undefined) return [];
    const fields = Object.entries(item.fields).map(([name, value]) => (name === "Status" ? value : `${name} ${value}`));
    return [`on ${title}${fields.length === 0 ? "" : `: ${fields.join(", ")}`}`];
  });
}
