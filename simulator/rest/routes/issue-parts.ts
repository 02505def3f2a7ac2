import { numbered } from "../../actions/acting.ts";
import { assign, unassign } from "../../actions/assignees.ts";
import { comment, commentOf, deleteComment, editComment, react, reactionKey } from "../../actions/comments.ts";
import { label, setLabels, unlabel } from "../../actions/labels.ts";
import { presentIssues } from "../../present.ts";
import { listed } from "../../replicas.ts";
import type { SimComment, SimIssue, SimPull } from "../../state.ts";
import { checkAuthor } from "../access.ts";
import { type Answer, bodyOf, created, NOTHING, numberIn, ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderComment, renderReaction } from "../render/comment.ts";
import { renderIssue } from "../render/issue.ts";
import { renderLabels } from "../render/label.ts";
import { itemOf } from "./pulls.ts";

export const issuePartRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": (call) => {
    const { number, comments } = itemOf(call);
    return listComments(
      call,
      comments.map((one) => ({ number, comment: one })),
    );
  },

  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": (call) => {
    const { context, repo, acting } = call;
    const { number } = itemOf(call);
    const made = comment(acting, repo, number, textIn(call));
    return created(renderComment(context, repo, number, made));
  },

  "GET /repos/{owner}/{repo}/issues/comments": (call) => {
    const { repo, query } = call;
    const all = [...presentIssues(repo), ...repo.pulls.values()].flatMap(({ number, comments }) =>
      comments.map((one) => ({ number, comment: one })),
    );
    const key = query.get("sort") === "updated" ? "updated_at" : "created_at";
    const value = (one: (typeof all)[number]) => (query.has("sort") ? one.comment[key] : one.comment.id);
    all.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
    return listComments(call, query.has("sort") && query.get("direction") !== "asc" ? all.reverse() : all);
  },

  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}": (call) => {
    const found = commentOf(call.repo, numberIn(call, "comment_id"));
    return ok(renderComment(call.context, call.repo, found.item.number, found.comment));
  },

  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": (call) => {
    const { context, repo, acting } = call;
    const found = commentOf(repo, numberIn(call, "comment_id"));
    checkAuthor(context, repo, found.comment.user);
    editComment(acting, repo, found.comment.id, textIn(call));
    return ok(renderComment(context, repo, found.item.number, found.comment));
  },

  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}": (call) => {
    const found = commentOf(call.repo, numberIn(call, "comment_id"));
    checkAuthor(call.context, call.repo, found.comment.user);
    deleteComment(call.acting, call.repo, found.comment.id);
    return NOTHING;
  },

  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": (call) => {
    const found = commentOf(call.repo, numberIn(call, "comment_id"));
    const wanted = call.query.get("content");
    const shown = listed(call.repo, "reactions", found.comment.reactions, (one) => reactionKey(found.comment, one));
    const places = found.comment.reactions.flatMap((one, at) =>
      shown.includes(one) && (wanted === null || one.content === wanted) ? [at] : [],
    );
    const { items, headers } = paged(call, places);
    return ok(
      items.map((at) => renderReaction(call.context, found.comment, at)),
      headers,
    );
  },

  "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": (call) => {
    const { acting, repo, context } = call;
    const found = commentOf(repo, numberIn(call, "comment_id"));
    const { content = "" } = bodyOf<{ content: string }>(call);
    const made = react(acting, repo, found.comment.id, content);
    const at = found.comment.reactions.findIndex((one) => one.user === acting.login && one.content === content);
    return { status: made.created ? 201 : 200, body: renderReaction(context, found.comment, at) };
  },

  "GET /repos/{owner}/{repo}/issues/{issue_number}/labels": (call) => {
    const { items, headers } = paged(call, renderLabels(call.context, call.repo, itemOf(call).labels));
    return ok(items, headers);
  },

  "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": (call) => {
    label(call.acting, call.repo, itemOf(call).number, labelsIn(call));
    return labelled(call);
  },

  "PUT /repos/{owner}/{repo}/issues/{issue_number}/labels": (call) => {
    setLabels(call.acting, call.repo, itemOf(call).number, labelsIn(call));
    return labelled(call);
  },

  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}": (call) => {
    unlabel(call.acting, call.repo, itemOf(call).number, call.path.name ?? "");
    return labelled(call);
  },

  "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees": (call) => {
    assign(call.acting, call.repo, itemOf(call).number, bodyOf<{ assignees: string[] }>(call).assignees ?? []);
    return created(shown(call));
  },

  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees": (call) => {
    unassign(call.acting, call.repo, itemOf(call).number, bodyOf<{ assignees: string[] }>(call).assignees ?? []);
    return ok(shown(call));
  },
};

function listComments(call: RepoCall, all: readonly { number: number; comment: SimComment }[]): Answer {
  const since = call.query.get("since");
  const shown = listed(call.repo, "comments", all, (one) => one.comment.id);
  const fresh = shown.filter((one) => since === null || Date.parse(one.comment.updated_at) >= Date.parse(since));
  const { items, headers } = paged(call, fresh);
  return ok(
    items.map((one) => renderComment(call.context, call.repo, one.number, one.comment)),
    headers,
  );
}

function textIn(call: RepoCall): string {
  return bodyOf<{ body: string }>(call).body ?? "";
}

/** GitHub takes a list, `{labels: […]}` of names or of objects, and a single name. */
function labelsIn({ body }: RepoCall): string[] {
  const given =
    Array.isArray(body) || typeof body === "string" ? body : ((body as { labels?: unknown } | undefined)?.labels ?? []);
  const list: unknown[] = Array.isArray(given) ? given : [given];
  return list.map((one) => (typeof one === "string" ? one : String((one as { name?: unknown }).name ?? "")));
}

function labelled(call: RepoCall): Answer {
  return ok(renderLabels(call.context, call.repo, itemOf(call).labels));
}

function shown(call: RepoCall): object {
  const { item } = numbered(call.repo, numberIn(call, "issue_number"));
  return renderIssue(call.context, call.repo, item as SimIssue | SimPull);
}
