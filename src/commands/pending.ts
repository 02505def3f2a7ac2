import type { Self } from "../github/client.ts";
import { isOwnBot } from "../github/is-self.ts";
import { findMarkers } from "../markdown/marker.ts";
import { type Command, readCommands } from "./read-commands.ts";

/** The key of the marker in a reply: `<!-- detoil:reply {"to": COMMENT_ID} -->`. */
export const REPLY = "reply";

/** A reply names the commands that it answers and must stay short enough to be read, and for GitHub to accept. */
const MOST_COMMANDS = 20;

/** A comment as a reconciliation reads it. */
export interface CommentFacts {
  readonly id: number;
  /** `login` as in GraphQL or REST; null: the account is gone. */
  readonly author: { readonly login: string; readonly bot: boolean } | null;
  readonly body: string;
  readonly createdAt: Date;
  readonly edited: boolean;
  /** Our 👀 is on it. */
  readonly receipted: boolean;
  /** Our 😕 is on it. */
  readonly refused: boolean;
}

/** A comment with unanswered commands. */
export interface Pending {
  readonly comment: CommentFacts;
  /** The first twenty. */
  readonly commands: readonly Command[];
}

/**
 * Comments with unanswered commands, oldest first. An edited comment counts only if our 👀 shows that it was a command when
 * it was new, so that an old comment does not suddenly take effect.
 */
export function pendingCommands(comments: readonly CommentFacts[], self: Self): readonly Pending[] {
  const answered = new Set(comments.filter(({ author }) => isOwnBot(author, self)).flatMap(answers));
  return comments
    .filter(({ id, author, refused }) => author !== null && !author.bot && !refused && !answered.has(id))
    .filter(({ edited, receipted }) => !edited || receipted)
    .sort((a, b) => a.id - b.id)
    .map((comment) => ({ comment, commands: readCommands(comment.body).slice(0, MOST_COMMANDS) }))
    .filter(({ commands }) => commands.length > 0);
}

function answers({ body }: CommentFacts): number[] {
  return findMarkers(body).flatMap(({ key, data }) => {
    const to = key === REPLY ? data?.to : undefined;
    return typeof to === "number" ? [to] : [];
  });
}
