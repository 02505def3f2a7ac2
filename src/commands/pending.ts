import type { Self } from "../github/client.ts";
import { findMarkers } from "../markdown/marker.ts";
import { type Command, readCommands } from "./read-commands.ts";

/** The key of the marker in a reply: `<!-- detoil:reply {"to": COMMENT_ID} -->`. */
export const REPLY = "reply";

/** A reply must stay short enough to be read, and to be written; it names the commands that it answers. */
const MOST_COMMANDS = 20;

/** A comment as a look reads it. */
export interface CommentFacts {
  readonly id: number;
  /** `login` as GraphQL or REST has it; null: the account is gone. */
  readonly author: { readonly login: string; readonly bot: boolean } | null;
  readonly body: string;
  readonly createdAt: Date;
  readonly edited: boolean;
  /** Our 👀 is on it. */
  readonly receipted: boolean;
  /** Our 😕 is on it. */
  readonly refused: boolean;
}

/** A comment whose commands nobody has answered yet. */
export interface Pending {
  readonly comment: CommentFacts;
  /** The first twenty. */
  readonly commands: readonly Command[];
}

/**
 * What people asked for and was not answered yet, oldest first. An edited comment counts only where our 👀 says that it
 * was a command when it was new: nobody is surprised by an old comment that begins to act.
 */
export function pendingCommands(comments: readonly CommentFacts[], self: Self): readonly Pending[] {
  const answered = new Set(comments.filter((comment) => isOwnComment(comment, self)).flatMap(answers));
  return comments
    .filter(({ id, author, refused }) => author !== null && !author.bot && !refused && !answered.has(id))
    .filter(({ edited, receipted }) => !edited || receipted)
    .sort((a, b) => a.id - b.id)
    .map((comment) => ({ comment, commands: readCommands(comment.body).slice(0, MOST_COMMANDS) }))
    .filter(({ commands }) => commands.length > 0);
}

/** Whether Detoil's own bot wrote it; GraphQL calls a bot by its slug alone. */
export function isOwnComment({ author }: CommentFacts, self: Self): boolean {
  return author?.bot === true && (author.login === self.slug || author.login === self.login);
}

function answers({ body }: CommentFacts): number[] {
  return findMarkers(body).flatMap(({ key, data }) => {
    const to = key === REPLY ? data?.to : undefined;
    return typeof to === "number" ? [to] : [];
  });
}
