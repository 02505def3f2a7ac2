import { nodeId } from "../../graphql/node-id.ts";
import { presentIssues } from "../../present.ts";
import type { SimMilestone, SimRepo } from "../../state.ts";
import { type Rendered, repoApi, repoWeb, type View } from "./view.ts";

export function renderMilestone(view: View, repo: SimRepo, milestone: SimMilestone): Rendered {
  const api = `${repoApi(view, repo)}/milestones/${milestone.number}`;
  const items = [...presentIssues(repo), ...repo.pulls.values()].filter((item) => item.milestone === milestone.number);
  const open = items.filter((item) => item.state === "open").length;
  return {
    url: api,
    html_url: `${repoWeb(view, repo)}/milestone/${milestone.number}`,
    labels_url: `${api}/labels`,
    id: milestone.id,
    node_id: nodeId("Milestone", repo.id, milestone.number),
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    creator: null,
    open_issues: open,
    closed_issues: items.length - open,
    state: milestone.state,
    created_at: milestone.created_at,
    updated_at: milestone.updated_at,
    due_on: milestone.due_on,
    closed_at: milestone.closed_at,
  };
}

/** The milestone that something is in. */
export function renderMilestoneOf(view: View, repo: SimRepo, number: number | null): Rendered | null {
  const milestone = number === null ? undefined : repo.milestones.get(number);
  return milestone === undefined ? null : renderMilestone(view, repo, milestone);
}
