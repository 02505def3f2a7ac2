import type { GitHub } from "../../../github/client.ts";
import { isGone } from "../../../github/error-meaning.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { type MarkerData, marker } from "../../../markdown/marker.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import { CLOSING } from "../closing/closing-comment.ts";
import { readTask } from "../metadata.ts";
import { REMINDER } from "../reminding/reminders.ts";
import { REMOVED } from "../task/removed.ts";
import type { IssueNode } from "./issue-node.ts";

type CommentNode = NonNullable<NonNullable<IssueNode["comments"]["nodes"]>[number]>;

/** Detoil's own comments that the store knows: their ids by identity, `reminder/12/2026-11-20`. */
type ObservedComments = ReadonlyMap<string, number>;

export async function readObservedComments(observations: Observations): Promise<ObservedComments> {
  const own = new Map<string, number>();
  for (const kind of [REMINDER, CLOSING, REMOVED]) {
    for (const { identity, id } of await observations.created(`${kind}/`)) if (id !== null) own.set(identity, id);
  }
  return own;
}

/** The issue with our comments that its list does not show: GitHub's replicas lag, and twenty newer ones hide the rest. */
export async function readHiddenComments(
  github: GitHub,
  context: ReconcileContext,
  node: IssueNode,
  observed: ObservedComments,
): Promise<IssueNode> {
  const shown = nodesOf(node.comments);
  const visible = new Set(shown.map(({ fullDatabaseId }) => Number(fullDatabaseId)));
  const hidden = ownHidden(node, observed).filter(({ id }) => !visible.has(id));
  const own = hidden.map(({ id, key, data }) => ownComment(context, id, marker(key, data)));
  const closing = hiddenClosing(node, observed);
  const closed = closing === null || visible.has(closing) ? null : await readComment(github, context, closing);
  const nodes = [...shown, ...own, ...(closed === null ? [] : [closed])];
  return { ...node, comments: { ...node.comments, nodes } };
}

/** The comments of Detoil that still matter: the latest reminder, and those to delete. */
function ownHidden(node: IssueNode, own: ObservedComments) {
  const days = latestOf(`${REMINDER}/${node.number}/`, own);
  const reminders = days === null ? [] : [{ id: days.id, key: REMINDER, data: { day: days.rest } as MarkerData }];
  const id = readTask(node.body)?.metadata.removed === true ? own.get(`${REMOVED}/${node.number}`) : undefined;
  return [...reminders, ...(id === undefined ? [] : [{ id, key: REMOVED, data: undefined }])];
}

/** A task does not store closings, as a parent does: the comment says what was done. */
function hiddenClosing(node: IssueNode, own: ObservedComments): number | null {
  return readTask(node.body) === null ? null : (latestOf(`${CLOSING}/${node.number}/`, own)?.id ?? null);
}

/** The latest of keys that end in a time. */
function latestOf(prefix: string, own: ObservedComments): { readonly rest: string; readonly id: number } | null {
  const found = [...own].filter(([identity]) => identity.startsWith(prefix));
  return found.reduce<{ rest: string; id: number } | null>((latest, [identity, id]) => {
    const rest = identity.slice(prefix.length);
    return latest === null || latest.rest < rest ? { rest, id } : latest;
  }, null);
}

/** A stand-in for one of our own comments that the store knows: its text does not matter. */
function ownComment(context: ReconcileContext, id: number, body: string): CommentNode {
  const author = { __typename: "Bot", login: context.self.slug };
  const at = context.now.toISOString();
  return { fullDatabaseId: String(id), author, body, createdAt: at, lastEditedAt: null, reactionGroups: [] };
}

/** One of our own comments by its id; null: somebody deleted it. */
async function readComment(github: GitHub, context: ReconcileContext, comment_id: number): Promise<CommentNode | null> {
  const { owner, name: repo } = context.repository;
  try {
    const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const { data } = await github.rest(route, { owner, repo, comment_id });
    return data.user?.login === context.self.login ? ownComment(context, data.id, data.body ?? "") : null;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
