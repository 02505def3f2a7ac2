import type { CommentFacts } from "./pending.ts";

/** A comment as the GraphQL documents request it. */
interface CommentNode {
  readonly fullDatabaseId: string | null;
  readonly author: { readonly __typename: string; readonly login: string } | null;
  readonly body: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly reactionGroups: readonly { readonly content: string; readonly viewerHasReacted: boolean }[] | null;
}

export function commentIn(node: CommentNode): CommentFacts {
  const hasOurs = (content: string) =>
    (node.reactionGroups ?? []).some((group) => group.content === content && group.viewerHasReacted);
  return {
    id: Number(node.fullDatabaseId),
    author: node.author === null ? null : { login: node.author.login, bot: node.author.__typename === "Bot" },
    body: node.body,
    createdAt: new Date(node.createdAt),
    edited: node.lastEditedAt !== null,
    receipted: hasOurs("EYES"),
    refused: hasOurs("CONFUSED"),
  };
}
