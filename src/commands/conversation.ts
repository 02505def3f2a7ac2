import type { GitHub } from "../github/client.ts";
import { isSelf } from "../github/is-self.ts";
import { nodesOf } from "../github/nodes.ts";
import type { RepoRef } from "../github/repo-ref.ts";
import { commandsConversation } from "./commands-conversation.generated.ts";
import { commentIn } from "./comment-node.ts";
import type { CommentFacts } from "./pending.ts";

/** An issue or pull request with its latest comments. */
export interface Conversation {
  readonly number: number;
  readonly kind: "issue" | "pull request";
  /** null: the account is gone. */
  readonly author: string | null;
  readonly labels: readonly string[];
  /** Detoil's own bot opened it: only there a marker counts. */
  readonly isOurs: boolean;
  readonly body: string;
  /** Logins. A pull request's are not read: they may give no commands. */
  readonly assignees: readonly string[];
  readonly milestone: { readonly number: number; readonly title: string } | null;
  readonly comments: readonly CommentFacts[];
}

/** null: it was deleted or transferred. */
export async function readConversation(
  github: GitHub,
  { owner, name }: RepoRef,
  number: number,
): Promise<Conversation | null> {
  const { repository } = await github.graphql(commandsConversation, { owner, name, number });
  const found = repository?.issueOrPullRequest ?? null;
  if (found === null) return null;
  const isIssue = found.__typename === "Issue";
  return {
    number,
    kind: isIssue ? "issue" : "pull request",
    author: found.author?.login ?? null,
    labels: nodesOf(found.labels).map((label) => label.name),
    isOurs: isSelf(found.author, github.self),
    body: found.body,
    assignees: isIssue ? nodesOf(found.assignees).map(({ login }) => login) : [],
    milestone: isIssue ? found.milestone : null,
    comments: nodesOf(found.comments).map(commentIn),
  };
}
