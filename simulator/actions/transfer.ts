import { Refused } from "../refused.ts";
import { noteCreation } from "../replicas.ts";
import type { SimIssue, SimLabeling, SimRepo } from "../state.ts";
import { type Acting, issueOf, newId, newNumber, tell } from "./acting.ts";
import { labelNamed } from "./labels.ts";
import { sameLogin } from "./people.ts";

/**
 * Moves an issue to another repository of the same owner, where it gets a new number. It keeps labels, and the milestone of
 * the same title and date, if the other repository has them, and its projects. Sub-issues and dependencies are removed
 * (GitHub keeps them, but a world has them only within one repository).
 */
export function transferIssue(acting: Acting, repo: SimRepo, number: number, to: SimRepo): SimIssue {
  const issue = issueOf(repo, number);
  const owner = (one: SimRepo) => one.name.split("/")[0] ?? "";
  if (to === repo) throw new Refused(422, "The issue is already in this repository.");
  if (!sameLogin(owner(repo), owner(to)))
    throw new Refused(422, "Issues are transferred between an owner's repositories.");
  if (to.archived) throw new Refused(403, "Repository was archived so is read-only.");
  const { state } = acting;
  const moved: SimIssue = {
    ...structuredClone(issue),
    id: newId(state),
    number: newNumber(to),
    labels: labelsIn(to, issue.labels),
    labeled: labelsIn(to, issue.labeled),
    milestone: sameMilestone(repo, issue.milestone, to),
    comments: issue.comments.map((one) => ({ ...structuredClone(one), id: newId(state) })),
    sub_issues: [],
    blocked_by: [],
    updated_at: state.now,
  };
  to.issues.set(moved.number, moved);
  noteCreation(state, to, "issues", moved.id);
  issue.transferred_to = { repo: to.name, number: moved.number };
  for (const item of state.projects.flatMap(({ items }) => items)) {
    if (item.repo === repo.name && item.number === number) Object.assign(item, issue.transferred_to);
  }
  tell(acting, repo, "issues", "transferred", { number, moved_to: issue.transferred_to });
  tell(acting, to, "issues", "opened", { number: moved.number, moved_from: { repo: repo.name, number } });
  return moved;
}

function labelsIn(to: SimRepo, labels: readonly SimLabeling[]): SimLabeling[] {
  return labels.flatMap((one) => {
    const label = labelNamed(to, one.name);
    return label === undefined ? [] : [{ ...one, name: label.name }];
  });
}

function sameMilestone(repo: SimRepo, number: number | null, to: SimRepo): number | null {
  const before = number === null ? undefined : repo.milestones.get(number);
  const same = [...to.milestones.values()].find(
    (one) => before !== undefined && one.title === before.title && one.due_on === before.due_on,
  );
  return same?.number ?? null;
}
