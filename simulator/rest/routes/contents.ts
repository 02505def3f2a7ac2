import { contentAt, pathsAt } from "../../git/content.ts";
import { resolveRef } from "../../git/resolve.ts";
import { shaOf } from "../../git/sha.ts";
import { notFound } from "../../refused.ts";
import type { Sha, SimRepo } from "../../state.ts";
import { type Answer, ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { blobSha, treeSha } from "../render/commit.ts";
import { type Rendered, repoApi, repoWeb, type View } from "../render/view.ts";

export const contentRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/contents/{path}": (call) => {
    const { context, repo, query } = call;
    const ref = query.get("ref") ?? repo.default_branch;
    const sha = resolveRef(repo, ref);
    if (sha === null) throw notFound();
    const path = (call.path.path ?? "").replace(/^(\.$|\/+)|\/+$/g, "");
    const content = contentAt(repo, sha, path);
    if (content !== null) return file(call, path, ref, content);
    const entries = entriesIn(repo, sha, path);
    if (entries.length === 0) throw notFound();
    return ok(entries.map((entry) => ({ ...renderEntry(context, repo, ref, sha, entry) })));
  },

  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}": ({ context, repo, path, query }) => {
    const named = path.tree_sha ?? "";
    const sha = resolveRef(repo, named) ?? commitOfTree(repo, named);
    if (sha === null) throw notFound();
    const api = repoApi(context, repo);
    const deep = query.has("recursive");
    const paths = deep ? pathsAt(repo, sha).map((one) => ({ path: one, isFile: true })) : entriesIn(repo, sha, "");
    const tree = paths.map((entry) => {
      const id = idOf(repo, sha, entry);
      const kind = entry.isFile ? "blob" : "tree";
      return {
        path: entry.path,
        mode: entry.isFile ? "100644" : "040000",
        type: kind,
        sha: id,
        url: `${api}/git/${kind}s/${id}`,
      };
    });
    return ok({ sha: named, url: `${api}/git/trees/${named}`, tree, truncated: false });
  },

  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}": ({ context, repo, path }) => {
    const sha = path.file_sha ?? "";
    const content = contentOfBlob(repo, sha);
    if (content === null) throw notFound();
    return ok({
      sha,
      node_id: `B_${sha}`,
      size: Buffer.byteLength(content),
      url: `${repoApi(context, repo)}/git/blobs/${sha}`,
      content: base64(content),
      encoding: "base64",
    });
  },
};

export interface Entry {
  readonly path: string;
  readonly isFile: boolean;
}

/** A folder's direct entries; empty when there is no such folder. */
function entriesIn(repo: SimRepo, sha: Sha, folder: string): Entry[] {
  const start = folder === "" ? "" : `${folder}/`;
  const entries = new Map<string, Entry>();
  for (const path of pathsAt(repo, sha)) {
    if (!path.startsWith(start)) continue;
    const slash = path.indexOf("/", start.length);
    const own = slash < 0 ? path : path.slice(0, slash);
    entries.set(own, { path: own, isFile: slash < 0 });
  }
  return [...entries.values()];
}

function idOf(repo: SimRepo, sha: Sha, entry: Entry): Sha {
  if (!entry.isFile) return shaOf(`tree ${sha} ${entry.path}`);
  return blobSha(contentAt(repo, sha, entry.path) ?? entry.path);
}

function file({ context, repo, request }: RepoCall, path: string, ref: string, content: string): Answer {
  if (/\braw\b/.test(request.headers.get("accept") ?? "")) {
    return ok(content, { "content-type": "application/vnd.github.raw+json; charset=utf-8" });
  }
  const sha = blobSha(content);
  const size = Buffer.byteLength(content);
  return ok({
    ...links(context, repo, ref, { path, isFile: true }, sha),
    type: "file",
    size,
    encoding: "base64",
    content: base64(content),
  });
}

function renderEntry(view: View, repo: SimRepo, ref: string, at: Sha, entry: Entry): Rendered {
  const content = entry.isFile ? contentAt(repo, at, entry.path) : null;
  const size = content === null ? 0 : Buffer.byteLength(content);
  return { ...links(view, repo, ref, entry, idOf(repo, at, entry)), type: entry.isFile ? "file" : "dir", size };
}

/** What names a file or folder, as every answer about one has it. */
export function links(view: View, repo: SimRepo, ref: string, entry: Entry, sha: Sha): Rendered {
  const path = entry.path.split("/").map(encodeURIComponent).join("/");
  const url = `${repoApi(view, repo)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const git_url = `${repoApi(view, repo)}/git/${entry.isFile ? "blobs" : "trees"}/${sha}`;
  const html_url = `${repoWeb(view, repo)}/${entry.isFile ? "blob" : "tree"}/${ref}/${path}`;
  return {
    name: entry.path.split("/").at(-1) ?? entry.path,
    path: entry.path,
    sha,
    url,
    git_url,
    html_url,
    download_url: entry.isFile ? `${repoWeb(view, repo)}/raw/${ref}/${path}` : null,
    _links: { self: url, git: git_url, html: html_url },
  };
}

/** As GitHub sends it: lines of 60 characters. */
function base64(content: string): string {
  return Buffer.from(content)
    .toString("base64")
    .replace(/.{1,60}/g, "$&\n");
}

function commitOfTree(repo: SimRepo, tree: Sha): Sha | null {
  for (const commit of repo.commits.values()) if (treeSha(commit) === tree) return commit.sha;
  return null;
}

function contentOfBlob(repo: SimRepo, sha: Sha): string | null {
  for (const content of repo.files.values()) if (blobSha(content) === sha) return content;
  for (const commit of repo.commits.values()) {
    for (const content of commit.files.values())
      if (typeof content === "string" && blobSha(content) === sha) return content;
  }
  return null;
}
