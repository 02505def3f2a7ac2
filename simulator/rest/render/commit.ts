import type { FileChange } from "../../git/changes.ts";
import { shaOf } from "../../git/sha.ts";
import { nodeId } from "../../graphql/node-id.ts";
import type { SimCommit, SimRepo } from "../../state.ts";
import { renderUser } from "./user.ts";
import { type Rendered, repoApi, repoWeb, type View } from "./view.ts";

/** A commit as GitHub shows it in lists, with the accounts of author and committer where there are any. */
export function renderCommit(view: View, repo: SimRepo, commit: SimCommit): Rendered {
  const api = `${repoApi(view, repo)}/commits/${commit.sha}`;
  const account =
    commit.author !== null && view.state.users.has(commit.author) ? renderUser(view, commit.author) : null;
  return {
    sha: commit.sha,
    node_id: nodeId("Commit", repo.id, commit.sha),
    commit: {
      author: gitUser(commit, commit.authored_at),
      committer: gitUser(commit, commit.committed_at),
      message: commit.message,
      tree: treeOf(view, repo, commit),
      url: `${repoApi(view, repo)}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: api,
    html_url: `${repoWeb(view, repo)}/commit/${commit.sha}`,
    comments_url: `${api}/comments`,
    author: account,
    committer: account,
    parents: commit.parents.map((sha) => parent(view, repo, sha)),
  };
}

/** The same commit as git knows it. */
export function renderGitCommit(view: View, repo: SimRepo, commit: SimCommit): Rendered {
  return {
    sha: commit.sha,
    node_id: nodeId("Commit", repo.id, commit.sha),
    url: `${repoApi(view, repo)}/git/commits/${commit.sha}`,
    html_url: `${repoWeb(view, repo)}/commit/${commit.sha}`,
    author: gitUser(commit, commit.authored_at),
    committer: gitUser(commit, commit.committed_at),
    tree: treeOf(view, repo, commit),
    message: commit.message,
    parents: commit.parents.map((sha) => parent(view, repo, sha)),
    verification: UNSIGNED,
  };
}

const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** Name, address and date; the address is a `users.noreply` one, so that it never belongs to a person. */
export function gitUser(commit: SimCommit, date: string): { name: string; email: string; date: string } {
  const name = commit.author ?? "unknown";
  return { name, email: `${name.replace(/[^\w.-]+/g, ".")}@users.noreply.github.com`, date };
}

/** Trees have no objects of their own here: a commit's tree is named after the commit. */
export function treeSha(commit: SimCommit): string {
  return shaOf(`tree ${commit.sha}`);
}

function treeOf(view: View, repo: SimRepo, commit: SimCommit): Rendered {
  const sha = treeSha(commit);
  return { sha, url: `${repoApi(view, repo)}/git/trees/${sha}` };
}

function parent(view: View, repo: SimRepo, sha: string): Rendered {
  return { sha, url: `${repoApi(view, repo)}/commits/${sha}`, html_url: `${repoWeb(view, repo)}/commit/${sha}` };
}

/** A changed file; lines are counted only where the content is known. */
export function renderChange(view: View, repo: SimRepo, sha: string, change: FileChange): Rendered {
  const path = change.path.split("/").map(encodeURIComponent).join("/");
  const lines = typeof change.content === "string" ? change.content.split("\n").length : 0;
  const gone = change.status === "removed";
  return {
    sha: gone ? null : blobSha(change.content ?? change.path),
    filename: change.path,
    status: change.status,
    additions: lines,
    deletions: 0,
    changes: lines,
    blob_url: `${repoWeb(view, repo)}/blob/${sha}/${path}`,
    raw_url: `${repoWeb(view, repo)}/raw/${sha}/${path}`,
    contents_url: `${repoApi(view, repo)}/contents/${path}?ref=${sha}`,
  };
}

/** Git's own id of a file's content. */
export function blobSha(content: string): string {
  return shaOf(`blob ${Buffer.byteLength(content)}\0${content}`);
}
