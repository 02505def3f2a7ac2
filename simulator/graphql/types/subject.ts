import { listed } from "../../replicas.ts";
import { authorAssociation } from "../../rest/render/association.ts";
import type { SimIssueBase, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { labelSource, milestoneOf, repositorySource, type Subject } from "../source.ts";
import { accountOf, accounts } from "./account.ts";
import { projectItems } from "./project.ts";
import { userContentEdits } from "./user-content-edit.ts";

/** `/acme/shop/pull/3` or `/acme/shop/issues/9`. */
export function pathOf({ __typename, repo, item }: Subject): string {
  return `/${repo.name}/${__typename === "PullRequest" ? "pull" : "issues"}/${item.number}`;
}

/** A person's association with the repository: the same words as in REST. */
export function associationOf({ state, webUrl }: Context, repo: SimRepo, login: string | null): string {
  return authorAssociation({ state, webUrl, apiUrl: webUrl }, repo, login);
}

interface LabelsArguments extends Page {
  orderBy?: { field: "NAME" | "CREATED_AT"; direction: "ASC" | "DESC" } | null;
}

function labels({ repo, item }: Subject, args: LabelsArguments) {
  const found = item.labels.flatMap(({ name }) => repo.labels.get(name) ?? []);
  if (args.orderBy?.field === "NAME") found.sort((a, b) => (a.name < b.name ? -1 : 1));
  if (args.orderBy?.direction === "DESC") found.reverse();
  return connection(
    found,
    args,
    ({ id }) => id,
    (label) => labelSource(repo, label),
  );
}

interface CommentsArguments extends Page {
  orderBy?: { field: "UPDATED_AT"; direction: "ASC" | "DESC" } | null;
}

function comments(on: Subject, args: CommentsArguments) {
  const found = listed(on.repo, "comments", on.item.comments, ({ id }) => id);
  if (args.orderBy) found.sort((a, b) => (a.updated_at < b.updated_at ? -1 : a.updated_at > b.updated_at ? 1 : 0));
  if (args.orderBy?.direction === "DESC") found.reverse();
  return connection(
    found,
    args,
    ({ id }) => id,
    (comment) => ({ __typename: "IssueComment", repo: on.repo, on, comment }),
  );
}

function editedAt(item: SimIssueBase): string | null {
  return item.last_edited_by === null ? null : (item.edits.at(-1)?.at ?? item.updated_at);
}

/** The fields that issues and pull requests share. */
export const subject = {
  databaseId: ({ item }) => item.id,
  fullDatabaseId: ({ item }) => String(item.id),
  number: ({ item }) => item.number,
  title: ({ item }) => item.title,
  body: ({ item }) => item.body,
  bodyText: ({ item }) => item.body,
  author: ({ item }, _args, { state }) => accountOf(state, item.user),
  authorAssociation: ({ repo, item }, _args, context) => associationOf(context, repo, item.user),
  editor: ({ item }, _args, { state }) => accountOf(state, item.last_edited_by),
  lastEditedAt: ({ item }) => editedAt(item),
  includesCreatedEdit: ({ item }) => item.last_edited_by !== null,
  createdAt: ({ item }) => item.created_at,
  publishedAt: ({ item }) => item.created_at,
  updatedAt: ({ item }) => item.updated_at,
  closedAt: ({ item }) => item.closed_at,
  closed: ({ item }) => item.closed_at !== null,
  createdViaEmail: () => false,
  locked: ({ item }) => item.locked,
  activeLockReason: () => null,
  labels,
  comments,
  assignees: ({ item }, page: Page, { state }) => accounts(state, item.assignees, page),
  projectItems,
  userContentEdits,
  milestone: ({ repo, item }) => milestoneOf(repo, item.milestone),
  repository: ({ repo }) => repositorySource(repo),
  resourcePath: pathOf,
  url: (source, _args, { webUrl }) => `${webUrl}${pathOf(source)}`,
  viewerDidAuthor: ({ item }, _args, context: Context) =>
    context.actor.kind === "user" && context.actor.login === item.user,
} satisfies Resolvers<Subject>;
