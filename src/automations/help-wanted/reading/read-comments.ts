import type { GitHub } from "../../../github/client.ts";
import { isGone } from "../../../github/error-meaning.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import type { Item, RequestComment } from "../facts.ts";
import { type Recorded, recordedIn } from "../request/recorded.ts";
import { sinceOf } from "../request/standing.ts";
import { helpEarlier } from "./help-earlier.generated.ts";
import { type ItemNode, requestComment } from "./read-item.ts";

type Context = ReconcileContext<"help-wanted">;

/** 1,000 comments before the last 50. */
const MOST_PAGES = 20;
/** So long lists may not show what was created. */
const LAG_SECONDS = 300;

export interface ReadComments {
  readonly comments: readonly RequestComment[];
  readonly recorded: Recorded | null;
  readonly withdrawn: boolean;
}

/**
 * The comments of a request from the one on that shows it, also where many followed, or where GitHub's list does not show yet
 * what Detoil wrote a moment ago.
 */
export async function readComments(
  github: GitHub,
  context: Context,
  { created }: Pick<Observations, "created">,
  { item, node, wanted }: { readonly item: Item; readonly node: ItemNode; readonly wanted: boolean },
): Promise<ReadComments> {
  const own = await created(`help/${item.number}/`);
  const listed =
    wanted || own.length > 0 || item.labeledAt !== null
      ? await withEarlier(github, context, item, node.comments.pageInfo)
      : item.comments;
  const read = recordedIn(listed, context.self);
  const since = read === null ? sinceOf(item, null).toISOString() : read.request.since;
  const unseen = own.filter(
    ({ identity, id, ageSeconds }) =>
      id !== null &&
      !listed.some((comment) => comment.id === id) &&
      (ageSeconds < LAG_SECONDS || (read === null && identity === `help/${item.number}/${since}`)),
  );
  const found: RequestComment[] = [];
  for (const { id } of unseen) found.push(...(await readOne(github, context, Number(id))));
  const comments = [...listed, ...found].sort((a, b) => a.id - b.id);
  const recorded = recordedIn(comments, context.self);
  return { comments, recorded, withdrawn: recorded === null && unseen.length > 0 };
}

async function withEarlier(
  github: GitHub,
  { repository: { owner, name }, self }: Context,
  { number, comments }: Item,
  first: ItemNode["comments"]["pageInfo"],
): Promise<readonly RequestComment[]> {
  let all = comments;
  let { hasPreviousPage, startCursor } = first;
  for (let pages = 0; hasPreviousPage && startCursor !== null && pages < MOST_PAGES; pages += 1) {
    if (recordedIn(all, self)?.status != null) return all;
    const { repository } = await github.graphql(helpEarlier, { owner, name, number, before: startCursor });
    const page = repository?.issueOrPullRequest?.comments;
    if (page === undefined) return all;
    all = [...nodesOf(page).map(requestComment), ...all];
    ({ hasPreviousPage, startCursor } = page.pageInfo);
  }
  return all;
}

async function readOne(
  github: GitHub,
  { repository: { owner, name: repo } }: Context,
  comment_id: number,
): Promise<RequestComment[]> {
  try {
    const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const { data } = await github.rest(route, { owner, repo, comment_id });
    const { login, type } = data.user ?? {};
    return [
      {
        id: data.id,
        author: login === undefined ? null : { login, bot: type === "Bot" },
        body: data.body ?? "",
        createdAt: new Date(data.created_at),
        edited: data.updated_at !== data.created_at,
        receipted: false,
        refused: false,
        thumbs: [],
      },
    ];
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
