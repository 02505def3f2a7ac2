import { nodeId } from "../../graphql/node-id.ts";
import type { SimPull, SimRepo, SimReview } from "../../state.ts";
import { authorAssociation } from "./association.ts";
import { renderUser } from "./user.ts";
import { type Rendered, repoApi, repoWeb, type View } from "./view.ts";

export function renderReview(view: View, repo: SimRepo, pull: SimPull, review: SimReview): Rendered {
  const html_url = `${repoWeb(view, repo)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const pull_request_url = `${repoApi(view, repo)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", repo.id, pull.number, review.id),
    user: renderUser(view, review.user),
    body: review.body,
    state: review.state,
    html_url,
    pull_request_url,
    author_association: authorAssociation(view, repo, review.user),
    _links: { html: { href: html_url }, pull_request: { href: pull_request_url } },
    submitted_at: review.at,
    commit_id: review.commit,
  };
}
