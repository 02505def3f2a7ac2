import { reactionKey } from "../../actions/comments.ts";
import { loginOf } from "../../platform/actor.ts";
import { listed } from "../../replicas.ts";
import type { SimComment, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { refusal } from "../refusal.ts";
import { type CommentSource, commitOf, pullSource, type ReviewSource, repositorySource } from "../source.ts";
import { accountOf } from "./account.ts";
import { associationOf, pathOf } from "./subject.ts";

/** REST's names of reactions → GraphQL's. */
const REACTIONS: Readonly<Record<string, string>> = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  hooray: "HOORAY",
  confused: "CONFUSED",
  heart: "HEART",
  rocket: "ROCKET",
  eyes: "EYES",
};

function listedReactions(repo: SimRepo, comment: SimComment): SimComment["reactions"] {
  return listed(repo, "reactions", comment.reactions, (one) => reactionKey(comment, one));
}

function reactions({ repo, comment }: CommentSource, args: Page & { content?: string | null }) {
  const found = listedReactions(repo, comment).filter(
    ({ content }) => args.content == null || REACTIONS[content] === args.content,
  );
  return connection(
    found,
    args,
    ({ user, content }) => `${content}:${user}`,
    (reaction) => ({ __typename: "Reaction", reaction }),
  );
}

/** GitHub always lists all kinds, also those that nobody gave. */
export function reactionGroups(reactions: SimComment["reactions"], { state, actor }: Context) {
  const viewer = loginOf(state, actor);
  return Object.entries(REACTIONS).map(([kind, content]) => {
    const given = reactions.filter((one) => one.content === kind);
    const viewerHasReacted = given.some(({ user }) => user === viewer);
    return { content, viewerHasReacted, reactors: { totalCount: given.length } };
  });
}

export const reaction: Resolvers<{ reaction: SimComment["reactions"][number] }> = {
  content: ({ reaction }) => REACTIONS[reaction.content],
  createdAt: ({ reaction }) => reaction.at,
  user: ({ reaction }, _args, { state }) => {
    const account = accountOf(state, reaction.user);
    // The schema has only `User` here; GitHub shows a bot as one.
    return account === null ? null : { __typename: "User", account: { ...account.account, type: "User" } };
  },
};

const path = ({ on, comment }: CommentSource) => `${pathOf(on)}#issuecomment-${comment.id}`;

export const issueComment: Resolvers<CommentSource> = {
  id: ({ repo, on, comment }) => nodeId("IssueComment", repo.id, on.item.number, comment.id),
  databaseId: ({ comment }) => comment.id,
  fullDatabaseId: ({ comment }) => String(comment.id),
  author: ({ comment }, _args, { state }) => accountOf(state, comment.user),
  authorAssociation: ({ repo, comment }, _args, context) => associationOf(context, repo, comment.user),
  body: ({ comment }) => comment.body,
  bodyText: ({ comment }) => comment.body,
  createdAt: ({ comment }) => comment.created_at,
  publishedAt: ({ comment }) => comment.created_at,
  updatedAt: ({ comment }) => comment.updated_at,
  lastEditedAt: ({ comment }) => comment.edited_at,
  includesCreatedEdit: ({ comment }) => comment.edited_at !== null,
  isMinimized: () => false,
  minimizedReason: () => null,
  reactions,
  reactionGroups: ({ repo, comment }, _args, context) => reactionGroups(listedReactions(repo, comment), context),
  issue: ({ on }) => {
    if (on.__typename === "Issue") return on;
    throw refusal("NOT_SIMULATED", "IssueComment.issue of a pull request's comment is not simulated: ask pullRequest.");
  },
  pullRequest: ({ on }) => (on.__typename === "PullRequest" ? on : null),
  repository: ({ repo }) => repositorySource(repo),
  resourcePath: path,
  url: (source, _args, { webUrl }) => `${webUrl}${path(source)}`,
  viewerDidAuthor: ({ comment }, _args, { actor, state }) =>
    comment.user === (actor.kind === "user" ? actor.login : `${state.app.slug}[bot]`),
};

export const review: Resolvers<ReviewSource> = {
  id: ({ repo, pull, review }) => nodeId("PullRequestReview", repo.id, pull.number, review.id),
  databaseId: ({ review }) => review.id,
  fullDatabaseId: ({ review }) => String(review.id),
  author: ({ review }, _args, { state }) => accountOf(state, review.user),
  authorAssociation: ({ repo, review }, _args, context) => associationOf(context, repo, review.user),
  body: ({ review }) => review.body,
  bodyText: ({ review }) => review.body,
  state: ({ review }) => review.state,
  createdAt: ({ review }) => review.at,
  updatedAt: ({ review }) => review.at,
  publishedAt: ({ review }) => review.at,
  submittedAt: ({ review }) => (review.state === "PENDING" ? null : review.at),
  commit: ({ repo, review }) => commitOf(repo, review.commit),
  pullRequest: ({ repo, pull }) => pullSource(repo, pull),
  repository: ({ repo }) => repositorySource(repo),
  url: ({ repo, pull, review }, _args, { webUrl }) =>
    `${webUrl}/${repo.name}/pull/${pull.number}#pullrequestreview-${review.id}`,
};
