import type { SimSubject } from "../../events.ts";
import { nodeId } from "../../graphql/node-id.ts";
import { renderUser } from "../../rest/render/user.ts";
import type { Rendered, View } from "../../rest/render/view.ts";
import type { SimRepo } from "../../state.ts";

/** `projects_v2_item`: the issue or pull request is named by its global id alone, and the repository not at all. */
export function projectItemPayload(
  view: View,
  repo: SimRepo,
  { number = 0, project_id = 0, project_item_id = 0, changes }: SimSubject,
): Rendered {
  const project = view.state.projects.find(({ id }) => id === project_id);
  const type = repo.pulls.has(number) ? "PullRequest" : "Issue";
  return {
    projects_v2_item: {
      id: project_item_id,
      node_id: nodeId("ProjectV2Item", project_item_id),
      project_node_id: nodeId("ProjectV2", project_id),
      content_node_id: nodeId(type, repo.id, number),
      content_type: type,
      creator: project === undefined ? null : renderUser(view, project.owner),
      created_at: view.state.now,
      updated_at: view.state.now,
      archived_at: null,
    },
    ...(changes === undefined ? {} : { changes }),
  };
}
