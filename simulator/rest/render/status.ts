import { shaOf } from "../../git/sha.ts";
import { nodeId } from "../../graphql/node-id.ts";
import type { SimRepo, SimStatus } from "../../state.ts";
import { type Rendered, repoApi, type View } from "./view.ts";

/** A commit status of the old kind; its id follows from what it says. */
export function renderStatus(view: View, repo: SimRepo, status: SimStatus): Rendered {
  return {
    url: `${repoApi(view, repo)}/statuses/${status.sha}`,
    avatar_url: `${view.webUrl}/avatars/u/0`,
    id: Number.parseInt(shaOf(`${status.sha} ${status.context} ${status.at}`).slice(0, 8), 16),
    node_id: nodeId("StatusContext", repo.id, status.sha, status.context),
    state: status.state,
    description: status.description,
    target_url: status.target_url,
    context: status.context,
    created_at: status.at,
    updated_at: status.at,
    creator: null,
  };
}
