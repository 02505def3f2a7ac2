import type { AddReaction, CreateComment, DeleteComment, UpdateComment } from "../actions.ts";
import { orNullIfGone } from "../error-meaning.ts";
import { type Applying, numberOf, withNumbers } from "./applying.ts";
import type { Given } from "./registry.ts";

export async function createComment(applying: Applying, action: CreateComment): Promise<Given> {
  const { data } = await applying.github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    ...applying.repo,
    issue_number: numberOf(applying, action.number),
    body: withNumbers(applying, action.body),
  });
  return { number: null, id: data.id };
}

export async function updateComment(applying: Applying, action: UpdateComment): Promise<void> {
  await applying.github.rest("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    ...applying.repo,
    comment_id: action.comment_id,
    body: withNumbers(applying, action.body),
  });
}

/** An already deleted comment counts as deleted. */
export async function deleteComment(applying: Applying, action: DeleteComment): Promise<void> {
  await orNullIfGone(
    applying.github.rest("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      ...applying.repo,
      comment_id: action.comment_id,
    }),
  );
}

/** GitHub ignores a second reaction of the same kind by one account. A deleted comment needs none. */
export async function addReaction(applying: Applying, action: AddReaction): Promise<void> {
  await orNullIfGone(
    applying.github.rest("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
      ...applying.repo,
      comment_id: action.comment_id,
      content: action.content,
    }),
  );
}
