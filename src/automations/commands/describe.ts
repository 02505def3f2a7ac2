import type { ConversationFacts } from "./facts.ts";

/** The facts as `preview --json` prints them. */
export function describe({ number, pending: comments }: ConversationFacts): Readonly<Record<string, unknown>> {
  return {
    number,
    pending: comments.map(({ comment, commands, permitted }) => ({
      comment: comment.id,
      author: comment.author?.login ?? null,
      commands: commands.map(({ line }) => line),
      permitted,
    })),
  };
}
