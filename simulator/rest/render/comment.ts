import { nodeId } from "../../graphql/node-id.ts";
import type { SimComment, SimRepo } from "../../state.ts";
import { authorAssociation } from "./association.ts";
import { renderMaybeUser, renderUser } from "./user.ts";
import { type Rendered, repoApi, repoWeb, type View } from "./view.ts";

const KINDS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"] as const;

/** A comment on the issue or pull request of that number. */
export function renderComment(view: View, repo: SimRepo, number: number, comment: SimComment): Rendered {
  const url = `${repoApi(view, repo)}/issues/comments/${comment.id}`;
  const kind = repo.pulls.has(number) ? "pull" : "issues";
  return {
    url,
    html_url: `${repoWeb(view, repo)}/${kind}/${number}#issuecomment-${comment.id}`,
    issue_url: `${repoApi(view, repo)}/issues/${number}`,
    id: comment.id,
    node_id: nodeId("IssueComment", repo.id, number, comment.id),
    user: renderUser(view, comment.user),
    created_at: comment.created_at,
    updated_at: comment.updated_at,
    body: comment.body,
    author_association: authorAssociation(view, repo, comment.user),
    reactions: rollup(url, comment),
  };
}

function rollup(url: string, comment: SimComment): Rendered {
  const count = (kind: string) => comment.reactions.filter((one) => one.content === kind).length;
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, count(kind)]));
  return { url: `${url}/reactions`, total_count: comment.reactions.length, ...counts };
}

/** One reaction; the simulator keeps no ids for them, so its place in the list stands for one. */
export function renderReaction(view: View, comment: SimComment, index: number): Rendered {
  const reaction = comment.reactions[index];
  return {
    id: index + 1,
    node_id: `REA_${comment.id}_${index}`,
    user: renderMaybeUser(view, reaction?.user ?? null),
    content: reaction?.content ?? "",
    created_at: reaction?.at ?? comment.created_at,
  };
}
