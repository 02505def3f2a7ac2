import { presentIssues } from "../present.ts";
import { notFound, Refused } from "../refused.ts";
import { noteCreation } from "../replicas.ts";
import type { SimComment, SimIssueBase, SimReaction, SimRepo } from "../state.ts";
import { checkWord, REACTIONS } from "../words.ts";
import { type Acting, newId, numbered, tell } from "./acting.ts";
import { ensureUser } from "./people.ts";
import { checkBody } from "./text.ts";

/** Writes a comment on an issue or pull request. */
export function comment(acting: Acting, repo: SimRepo, number: number, body: string): SimComment {
  const { item } = numbered(repo, number);
  checkText(body);
  if (item.locked && acting.login.endsWith("[bot]"))
    throw new Refused(403, "Unable to create comment because issue is locked.");
  const { now } = acting.state;
  const made: SimComment = {
    id: newId(acting.state),
    user: ensureUser(acting.state, acting.login).login,
    body,
    created_at: now,
    updated_at: now,
    edited_at: null,
    reactions: [],
  };
  item.comments.push(made);
  noteCreation(acting.state, repo, "comments", made.id);
  item.updated_at = now;
  tell(acting, repo, "issue_comment", "created", { number, comment_id: made.id });
  return made;
}

/** The comment of that id with what it is on, or 404. */
export function commentOf(repo: SimRepo, id: number): { comment: SimComment; item: SimIssueBase } {
  for (const item of [...repo.pulls.values(), ...presentIssues(repo)]) {
    const comment = item.comments.find((one) => one.id === id);
    if (comment !== undefined) return { comment, item };
  }
  throw notFound();
}

/** Changes a comment's text. */
export function editComment(acting: Acting, repo: SimRepo, id: number, body: string): SimComment {
  const { comment, item } = commentOf(repo, id);
  checkText(body);
  const before = comment.body;
  comment.body = body;
  comment.updated_at = acting.state.now;
  comment.edited_at = acting.state.now;
  item.updated_at = acting.state.now;
  const changes = { body: { from: before } };
  tell(acting, repo, "issue_comment", "edited", { number: item.number, comment_id: id, changes });
  return comment;
}

/** Deletes a comment. */
export function deleteComment(acting: Acting, repo: SimRepo, id: number): void {
  const { comment, item } = commentOf(repo, id);
  item.comments = item.comments.filter((one) => one.id !== id);
  item.updated_at = acting.state.now;
  tell(acting, repo, "issue_comment", "deleted", { number: item.number, comment_id: id, comment });
}

/** Reacts to a comment; GitHub ignores a second reaction of the same kind. GitHub sends no webhook for reactions. */
export function react(acting: Acting, repo: SimRepo, id: number, content: string): { created: boolean } {
  const { comment } = commentOf(repo, id);
  checkWord(REACTIONS, "Reaction", "content", content);
  const user = ensureUser(acting.state, acting.login).login;
  if (comment.reactions.some((one) => one.user === user && one.content === content)) return { created: false };
  comment.reactions.push({ user, content, at: acting.state.now });
  noteCreation(acting.state, repo, "reactions", reactionKey(comment, { user, content }));
  return { created: true };
}

/** Identity of a reaction: nobody gives the same one twice. */
export function reactionKey({ id }: SimComment, { user, content }: Omit<SimReaction, "at">): string {
  return `${id}/${user}/${content}`;
}

function checkText(body: string): void {
  checkBody("IssueComment", body);
  if (body.trim() !== "") return;
  throw new Refused(422, "Validation Failed", [{ resource: "IssueComment", field: "data", code: "unprocessable" }]);
}
