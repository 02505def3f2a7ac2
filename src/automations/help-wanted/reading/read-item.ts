import { commentIn } from "../../../commands/comment-node.ts";
import type { GitHub } from "../../../github/client.ts";
import { nodesOf, readableNodes } from "../../../github/nodes.ts";
import { assignableFrom } from "../../../managed/assignable.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Item, RequestComment, RequestFacts } from "../facts.ts";
import { isSame } from "../picking/login.ts";
import { helpRequest, type helpRequestResult } from "./help-request.generated.ts";

type Repository = NonNullable<helpRequestResult["repository"]>;
export type ItemNode = NonNullable<Repository["issueOrPullRequest"]>;
type PullNode = Extract<ItemNode, { readonly __typename: "PullRequest" }>;
type CommentNode = NonNullable<NonNullable<ItemNode["comments"]["nodes"]>[number]>;

/** An issue or pull request as it was read, with what only some requests need. */
export interface ReadItem {
  readonly item: Item;
  readonly node: ItemNode;
  readonly pull: PullNode | null;
  readonly repository: Repository;
}

/** null: it does not exist (any more). */
export async function readItem(
  github: GitHub,
  context: ReconcileContext<"help-wanted">,
  number: number,
): Promise<ReadItem | null> {
  const { section, repository: place } = context;
  const routes = section.routes.map(({ paths, people }) => ({
    paths: paths.length > 0,
    owners: people === "codeowners",
  }));
  const { repository } = await github.graphql(helpRequest, {
    owner: place.owner,
    name: place.name,
    number,
    withProject: section.project !== null,
    withPaths: routes.some(({ paths, owners }) => paths || owners),
    withOwners: routes.some(({ owners }) => owners),
  });
  const node = repository?.issueOrPullRequest ?? null;
  if (repository === null || node === null) return null;
  return {
    item: itemIn(node, number, context),
    node,
    pull: node.__typename === "PullRequest" ? node : null,
    repository,
  };
}

function itemIn(node: ItemNode, number: number, { section }: ReconcileContext<"help-wanted">): Item {
  const labeled = nodesOf(node.timelineItems).flatMap((event) =>
    "label" in event && isSame(event.label.name, section.label) ? [new Date(event.createdAt)] : [],
  );
  const { author } = node;
  return {
    number,
    id: Number(node.fullDatabaseId),
    isPull: node.__typename === "PullRequest",
    author: author === null ? null : author.login,
    createdAt: new Date(node.createdAt),
    open: !node.closed,
    merged: node.__typename === "PullRequest" && node.merged,
    closedAt: node.closedAt === null ? null : new Date(node.closedAt),
    locked: node.locked,
    labels: nodesOf(node.labels).map(({ name }) => name),
    labeledAt: labeled.at(-1) ?? null,
    assignees: nodesOf(node.assignees).map(({ login }) => login),
    reviews: reviewsIn(node),
    comments: nodesOf(node.comments).map(requestComment),
    place: placeIn(node, section.project),
  };
}

/** Without those that nobody but their author sees yet. */
function reviewsIn(node: ItemNode): Item["reviews"] {
  if (node.__typename === "Issue") return [];
  return nodesOf(node.reviews).flatMap(({ author, submittedAt }) =>
    author === null || author.__typename === "Bot" || submittedAt === null
      ? []
      : [{ login: author.login, at: new Date(submittedAt) }],
  );
}

export function requestComment(node: CommentNode): RequestComment {
  const thumbs = nodesOf(node.reactions).flatMap(({ createdAt, user }) =>
    user === null ? [] : [{ login: user.login, at: new Date(createdAt) }],
  );
  return { ...commentIn(node), thumbs };
}

function placeIn(
  { projectItems }: ItemNode,
  project: ReconcileContext<"help-wanted">["section"]["project"],
): Item["place"] {
  if (project === null) return null;
  const found = readableNodes(projectItems).nodes.find(
    ({ project: { number, owner } }) =>
      number === project.number && "login" in owner && isSame(project.owner, owner.login),
  );
  if (found === undefined) return null;
  const { status } = found;
  return { id: Number(found.fullDatabaseId), status: status !== null && "name" in status ? status.name : null };
}

/** Whom GitHub lets assign, and who says to be busy. */
export function peopleIn({ repository: { assignableUsers } }: ReadItem): Pick<RequestFacts, "assignable" | "busy"> {
  const people = nodesOf(assignableUsers);
  return {
    assignable: assignableUsers.pageInfo.hasNextPage ? null : assignableFrom(people.map(({ login }) => login)),
    busy: people.flatMap(({ login, status }) =>
      typeof status === "object" && status?.indicatesLimitedAvailability === true ? [login] : [],
    ),
  };
}
