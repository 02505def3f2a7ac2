import { nodeId } from "../../graphql/node-id.ts";
import type { SimLabel, SimLabeling, SimRepo } from "../../state.ts";
import { type Rendered, repoApi, type View } from "./view.ts";

export function renderLabel(view: View, repo: SimRepo, label: SimLabel): Rendered {
  return {
    id: label.id,
    node_id: nodeId("Label", repo.id, label.id),
    url: `${repoApi(view, repo)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** The labels of an issue or pull request. */
export function renderLabels(view: View, repo: SimRepo, labelings: readonly SimLabeling[]): Rendered[] {
  return labelings.flatMap((one) => {
    const label = repo.labels.get(one.name);
    return label === undefined ? [] : [renderLabel(view, repo, label)];
  });
}
