import { numbered, pullOf } from "../../actions/acting.ts";
import { editPull } from "../../actions/edit-pull.ts";
import { mergePull } from "../../actions/merge-pull.ts";
import { openPull } from "../../actions/open-pull.ts";
import { notFound, Refused } from "../../refused.ts";
import { listed } from "../../replicas.ts";
import type { SimPull } from "../../state.ts";
import { checkAuthor } from "../access.ts";
import { bodyOf, created, NOTHING, numberIn, ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderPull, renderSimplePull } from "../render/pull.ts";
import { nameParts } from "../render/view.ts";

interface CreateBody {
  title: string;
  body: string | null;
  head: string;
  head_repo: string;
  base: string;
  draft: boolean;
}

interface UpdateBody {
  title: string;
  body: string | null;
  base: string;
  state: "open" | "closed";
}

interface MergeBody {
  commit_title: string;
  commit_message: string;
  sha: string;
  merge_method: "merge" | "squash" | "rebase";
}

export const pullRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/pulls": (call) => {
    const { context, repo, query } = call;
    const shown = listed(repo, "pulls", [...repo.pulls.values()], ({ id }) => id);
    const all = shown.filter((pull) => isWanted(call, pull));
    const { items, headers } = paged(call, sorted(all, query));
    return ok(
      items.map((pull) => renderSimplePull(context, repo, pull)),
      headers,
    );
  },

  "POST /repos/{owner}/{repo}/pulls": (call) => {
    const { context, repo, acting } = call;
    const { title, body, base = "", head = "", head_repo, draft } = bodyOf<CreateBody>(call);
    if (title === undefined) {
      throw new Refused(422, "Validation Failed", [{ resource: "PullRequest", field: "title", code: "missing_field" }]);
    }
    const from = headOf(call, head, head_repo);
    const pull = openPull(acting, repo, { title, body: body ?? "", base, draft: draft ?? false, ...from });
    return created(renderPull(context, repo, pull));
  },

  "GET /repos/{owner}/{repo}/pulls/{pull_number}": (call) =>
    ok(renderPull(call.context, call.repo, pullOf(call.repo, numberIn(call, "pull_number")))),

  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}": (call) => {
    const { context, repo, acting } = call;
    const pull = pullOf(repo, numberIn(call, "pull_number"));
    checkAuthor(context, repo, pull.user);
    const { title, body, base, state } = bodyOf<UpdateBody>(call);
    const edit = { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body: body ?? "" }) };
    editPull(acting, repo, pull.number, {
      ...edit,
      ...(base === undefined ? {} : { base }),
      ...(state === undefined ? {} : { state }),
    });
    return ok(renderPull(context, repo, pull));
  },

  "GET /repos/{owner}/{repo}/pulls/{pull_number}/merge": (call) => {
    if (pullOf(call.repo, numberIn(call, "pull_number")).state !== "merged") throw notFound();
    return NOTHING;
  },

  "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge": (call) => {
    const how = bodyOf<MergeBody>(call);
    const pull = mergePull(call.acting, call.repo, numberIn(call, "pull_number"), how);
    return ok({ sha: pull.merge_commit_sha, merged: true, message: "Pull Request successfully merged" });
  },
};

/** `branch`, or `owner:branch` for a fork's. */
function headOf(
  { repo, context }: RepoCall,
  head: string,
  head_repo: string | undefined,
): { head: string; head_repo?: string } {
  const colon = head.indexOf(":");
  if (colon < 0) return head_repo === undefined ? { head } : { head, head_repo };
  const owner = head.slice(0, colon);
  const own = nameParts(repo);
  if (owner.toLowerCase() === own.owner.toLowerCase()) return { head: head.slice(colon + 1) };
  const fork = head_repo ?? `${owner}/${own.name}`;
  if (!context.state.repos.has(fork)) {
    throw new Refused(422, "Validation Failed", [{ resource: "PullRequest", field: "head", code: "invalid" }]);
  }
  return { head: head.slice(colon + 1), head_repo: fork };
}

function isWanted({ query, repo }: RepoCall, pull: SimPull): boolean {
  const state = query.get("state") ?? "open";
  if (state !== "all" && (pull.state === "open") !== (state === "open")) return false;
  const base = query.get("base");
  if (base !== null && pull.base !== base) return false;
  const head = query.get("head");
  // GitHub filters by head only when it is `owner:branch`; a bare branch name filters nothing.
  if (head === null || !head.includes(":")) return true;
  const owner = (pull.head_repo ?? repo.name).split("/")[0] ?? "";
  return `${owner.toLowerCase()}:${pull.head}` === head.replace(/^[^:]*/, (name) => name.toLowerCase());
}

/** By creation (newest first unless told), or oldest first for the other orders, as GitHub's documentation has it. */
function sorted(pulls: SimPull[], query: URLSearchParams): SimPull[] {
  const by = query.get("sort") ?? "created";
  const direction = query.get("direction") ?? (by === "created" ? "desc" : "asc");
  const key = (pull: SimPull) => (by === "updated" ? pull.updated_at : pull.created_at);
  const ascending = pulls.sort((a, b) => (key(a) === key(b) ? a.number - b.number : key(a) < key(b) ? -1 : 1));
  return direction === "desc" ? ascending.reverse() : ascending;
}

/** The issue or pull request that a path names; 410 when it was deleted. */
export function itemOf(call: RepoCall) {
  return numbered(call.repo, numberIn(call, "issue_number")).item;
}
