import { touches } from "../../git/changes.ts";
import { oldestFirst } from "../../git/order.ts";
import { ancestors } from "../../git/walk.ts";
import { gitUser } from "../../rest/render/commit.ts";
import type { SimCommit, SimRepo, SimState } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { refusal } from "../refusal.ts";
import { type CommitSource, commitSource, repositorySource } from "../source.ts";
import { userOf } from "./account.ts";
import { checkSuites } from "./check-suite.ts";
import { type PullFilter, pulls } from "./pull-requests.ts";
import { rollupOf, statusOf } from "./status.ts";
import { entryAt, treeSource } from "./tree.ts";

interface HistoryArguments extends Page {
  path?: string | null;
  author?: unknown;
  since?: string | null;
  until?: string | null;
}

/** `git log`: newest first, of one path or all; a merge touches no path of its own. */
function history(source: CommitSource, args: HistoryArguments) {
  if (args.author != null) throw refusal("NOT_SIMULATED", "Commit.history(author:) is not simulated.");
  return connection(
    historyOf(source, args),
    args,
    ({ sha }) => sha,
    (each) => commitSource(source.repo, each),
  );
}

interface Ordered {
  readonly asked: string;
  readonly commits: readonly SimCommit[];
}

/** What leads to a commit never changes, and whoever reads it reads page after page: the latest order of each is kept. */
const orders = new WeakMap<SimCommit, Ordered>();

function historyOf({ repo, commit }: CommitSource, args: HistoryArguments): readonly SimCommit[] {
  const asked = JSON.stringify([args.path, args.since, args.until]);
  const known = orders.get(commit);
  if (known?.asked === asked) return known.commits;
  const found: SimCommit[] = [];
  for (const each of ancestors(repo.commits, [commit.sha])) {
    if (args.path && !touches(repo, each, args.path)) continue;
    if (args.since && Date.parse(each.committed_at) < Date.parse(args.since)) continue;
    if (args.until && Date.parse(each.committed_at) > Date.parse(args.until)) continue;
    found.push(each);
  }
  const commits = oldestFirst(repo.commits, found).reverse();
  orders.set(commit, { asked, commits });
  return commits;
}

function actorOf(state: SimState, commit: SimCommit, date: string) {
  return { ...gitUser(commit, date), user: userOf(state, commit.author) };
}

/** Merged or not, the pull requests that brought this commit or carry it. */
function associated(repo: SimRepo, sha: string) {
  return [...repo.pulls.values()].filter(
    (pull) => pull.merge_commit_sha === sha || pull.head_sha === sha || pull.commits.includes(sha),
  );
}

/** GitHub's answer for a path without a file, as integration tests catch it: null and NOT_FOUND; `object(expression:)` is null alone. */
function fileAt(repo: SimRepo, sha: string, path: string) {
  const found = entryAt(repo, sha, path);
  if (found === null) throw refusal("NOT_FOUND", `Could not resolve file for path '${path}'.`);
  return found;
}

function headline(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}

export const commit: Resolvers<CommitSource> = {
  id: ({ repo, commit }) => nodeId("Commit", repo.id, commit.sha),
  oid: ({ commit }) => commit.sha,
  abbreviatedOid: ({ commit }) => commit.sha.slice(0, 7),
  message: ({ commit }) => commit.message,
  messageHeadline: ({ commit }) => headline(commit.message),
  messageBody: ({ commit }) => commit.message.slice(headline(commit.message).length).trim(),
  authoredDate: ({ commit }) => commit.authored_at,
  committedDate: ({ commit }) => commit.committed_at,
  author: ({ commit }, _args, { state }) => actorOf(state, commit, commit.authored_at),
  committer: ({ commit }, _args, { state }) => actorOf(state, commit, commit.committed_at),
  authoredByCommitter: () => true,
  changedFilesIfAvailable: ({ commit }) => commit.files.size,
  repository: ({ repo }) => repositorySource(repo),
  resourcePath: ({ repo, commit }) => `/${repo.name}/commit/${commit.sha}`,
  commitResourcePath: ({ repo, commit }) => `/${repo.name}/commit/${commit.sha}`,
  url: ({ repo, commit }, _args, { webUrl }) => `${webUrl}/${repo.name}/commit/${commit.sha}`,
  commitUrl: ({ repo, commit }, _args, { webUrl }) => `${webUrl}/${repo.name}/commit/${commit.sha}`,
  parents: ({ repo, commit }, page: Page) =>
    connection(
      commit.parents.flatMap((sha) => repo.commits.get(sha) ?? []),
      page,
      ({ sha }) => sha,
      (parent) => commitSource(repo, parent),
    ),
  history,
  tree: ({ repo, commit }) => treeSource(repo, commit.sha, ""),
  file: ({ repo, commit }, { path }: { path: string }) => fileAt(repo, commit.sha, path),
  associatedPullRequests: ({ repo, commit }, args: PullFilter & Page) =>
    pulls(repo, associated(repo, commit.sha), args),
  checkSuites: ({ repo, commit }, args: Parameters<typeof checkSuites>[2], context) =>
    checkSuites(repo, commit.sha, args, context),
  status: ({ repo, commit }) => statusOf(repo, commit.sha),
  statusCheckRollup: ({ repo, commit }) => rollupOf(repo, commit.sha),
};
