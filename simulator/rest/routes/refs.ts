import { createTag, deleteBranch, deleteTag, moveBranch } from "../../actions/push.ts";
import { unpublishTagged } from "../../actions/releases.ts";
import { isAncestor } from "../../git/walk.ts";
import { nodeId } from "../../graphql/node-id.ts";
import { notFound, Refused } from "../../refused.ts";
import type { SimMergeQueue, SimRepo } from "../../state.ts";
import { bodyOf, created, NOTHING, ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderCommit } from "../render/commit.ts";
import { type Rendered, repoApi, repoWeb, type View } from "../render/view.ts";

export const refRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/branches": (call) => {
    const { context, repo } = call;
    const { items, headers } = paged(
      call,
      [...repo.branches].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const api = repoApi(context, repo);
    const short = items.map(([name, sha]) => ({
      name,
      commit: { sha, url: `${api}/commits/${sha}` },
      protected: isProtected(repo, name),
    }));
    return ok(short, headers);
  },

  "GET /repos/{owner}/{repo}/branches/{branch}": ({ context, repo, path }) => {
    const name = path.branch ?? "";
    const commit = repo.commits.get(repo.branches.get(name) ?? "");
    if (commit === undefined) throw new Refused(404, "Branch not found");
    const self = `${repoApi(context, repo)}/branches/${encodeURIComponent(name)}`;
    return ok({
      name,
      commit: renderCommit(context, repo, commit),
      _links: { self, html: `${repoWeb(context, repo)}/tree/${name}` },
      protected: isProtected(repo, name),
      protection: protectionOf(repo, name),
      protection_url: `${self}/protection`,
    });
  },

  "GET /repos/{owner}/{repo}/rules/branches/{branch}": (call) => {
    const { items, headers } = paged(call, rulesOf(call, call.path.branch ?? ""));
    return ok(items, headers);
  },

  "GET /repos/{owner}/{repo}/git/ref/{ref}": ({ context, repo, path }) => ok(found(context, repo, path.ref ?? "")),

  "GET /repos/{owner}/{repo}/git/matching-refs/{ref}": (call) => {
    const { context, repo, path } = call;
    const start = `refs/${path.ref ?? ""}`;
    const all = allRefs(repo).filter(([ref]) => ref.startsWith(start));
    const { items, headers } = paged(call, all);
    return ok(
      items.map(([ref, sha]) => renderRef(context, repo, ref, sha)),
      headers,
    );
  },

  "POST /repos/{owner}/{repo}/git/refs": (call) => {
    const { context, repo, acting } = call;
    const { ref = "", sha = "" } = bodyOf<{ ref: string; sha: string }>(call);
    if (!/^refs\/(heads|tags)\/.+/.test(ref)) throw new Refused(422, "Reference name must start with 'refs/'");
    if (allRefs(repo).some(([name]) => name === ref)) throw new Refused(422, "Reference already exists");
    if (ref.startsWith("refs/heads/")) moveBranch(acting, repo, ref.slice("refs/heads/".length), sha);
    else createTag(acting, repo, ref.slice("refs/tags/".length), sha);
    return created(renderRef(context, repo, ref, sha));
  },

  "PATCH /repos/{owner}/{repo}/git/refs/{ref}": (call) => {
    const { context, repo, acting } = call;
    const { sha = "", force = false } = bodyOf<{ sha: string; force: boolean }>(call);
    const name = branchIn(call);
    const before = repo.branches.get(name) ?? "";
    if (!repo.commits.has(sha)) throw new Refused(422, "Object does not exist");
    if (!force && !isAncestor(repo.commits, before, sha)) throw new Refused(422, "Update is not a fast forward");
    moveBranch(acting, repo, name, sha);
    return ok(renderRef(context, repo, `refs/heads/${name}`, sha));
  },

  "DELETE /repos/{owner}/{repo}/git/refs/{ref}": (call) => {
    const { acting, repo, path } = call;
    const tag = /^tags\/(.+)/.exec(path.ref ?? "")?.[1];
    if (tag === undefined) {
      deleteBranch(acting, repo, branchIn(call));
      return NOTHING;
    }
    deleteTag(acting, repo, tag);
    unpublishTagged(acting, repo, tag);
    return NOTHING;
  },
};

/** The rules of rulesets; a merge queue is one, and its required checks are another. */
function rulesOf({ repo }: RepoCall, branch: string): Rendered[] {
  const from = { ruleset_source_type: "Repository", ruleset_source: repo.name, ruleset_id: repo.id };
  const requiring = (checks: readonly string[]) => ({
    type: "required_status_checks",
    parameters: {
      required_status_checks: checks.map((context) => ({ context })),
      strict_required_status_checks_policy: false,
    },
    ...from,
  });
  const queue = repo.merge_queues.get(branch);
  const own = repo.branch_rules.filter(({ by, branches }) => by === "ruleset" && branches.includes(branch));
  return [
    ...own.flatMap(({ checks, deletions }) => [
      ...(checks.length === 0 ? [] : [requiring(checks)]),
      ...(deletions ? [] : [{ type: "deletion", ...from }]),
    ]),
    ...(queue === undefined ? [] : [{ type: "merge_queue", parameters: queueParameters(queue), ...from }]),
    ...(queue?.checks ? [requiring(queue.checks)] : []),
  ];
}

function queueParameters({ merge_method }: SimMergeQueue): Rendered {
  return {
    check_response_timeout_minutes: 60,
    grouping_strategy: "ALLGREEN",
    max_entries_to_build: 5,
    max_entries_to_merge: 5,
    merge_method: merge_method.toUpperCase(),
    min_entries_to_merge: 1,
    min_entries_to_merge_wait_minutes: 5,
  };
}

function isProtected(repo: SimRepo, branch: string): boolean {
  return repo.branch_rules.some(({ branches }) => branches.includes(branch));
}

/** The classic protection, as everybody sees it. */
function protectionOf(repo: SimRepo, branch: string): Rendered {
  const rules = repo.branch_rules.filter(({ by, branches }) => by === "protection" && branches.includes(branch));
  if (rules.length === 0) return { enabled: false };
  const contexts = rules.flatMap(({ checks }) => checks);
  return {
    enabled: true,
    required_status_checks: {
      enforcement_level: "non_admins",
      contexts,
      checks: contexts.map((context) => ({ context, app_id: null })),
    },
  };
}

function branchIn({ repo, path }: RepoCall): string {
  const name = (path.ref ?? "").replace(/^heads\//, "");
  if (!repo.branches.has(name)) throw new Refused(422, "Reference does not exist");
  return name;
}

function allRefs(repo: SimRepo): [string, string][] {
  return [
    ...[...repo.branches].map(([name, sha]): [string, string] => [`refs/heads/${name}`, sha]),
    ...[...repo.pulls.values()].map((pull): [string, string] => [`refs/pull/${pull.number}/head`, pull.head_sha]),
    ...[...repo.tags.values()].map((tag): [string, string] => [`refs/tags/${tag.name}`, tag.sha]),
  ];
}

function found(view: View, repo: SimRepo, name: string): Rendered {
  const match = allRefs(repo).find(([ref]) => ref === `refs/${name}`);
  if (match === undefined) throw notFound();
  return renderRef(view, repo, ...match);
}

function renderRef(view: View, repo: SimRepo, ref: string, sha: string): Rendered {
  const api = repoApi(view, repo);
  return {
    ref,
    node_id: nodeId("Ref", repo.id, ref),
    url: `${api}/git/${ref}`,
    object: { sha, type: "commit", url: `${api}/git/commits/${sha}` },
  };
}
