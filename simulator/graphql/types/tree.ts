import { createHash } from "node:crypto";
import { contentAt, pathsAt } from "../../git/content.ts";
import { resolveRef } from "../../git/resolve.ts";
import { shaOf } from "../../git/sha.ts";
import type { Sha, SimRepo } from "../../state.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { type BlobSource, commitOf, repositorySource, type TreeEntrySource, type TreeSource } from "../source.ts";

export function treeSource(repo: SimRepo, at: Sha, path: string): TreeSource {
  return { __typename: "Tree", repo, path, at };
}

/** The file or folder of that path at a commit; null for nothing. */
export function entryAt(repo: SimRepo, at: Sha, path: string): TreeEntrySource | null {
  if (contentAt(repo, at, path) !== null) return { __typename: "TreeEntry", repo, path, at, type: "blob" };
  const paths = pathsAt(repo, at);
  if (paths.includes(path)) return { __typename: "TreeEntry", repo, path, at, type: "blob" };
  const isFolder = paths.some((each) => each.startsWith(`${path}/`));
  return isFolder ? { __typename: "TreeEntry", repo, path, at, type: "tree" } : null;
}

function objectOf({ repo, at, path, type }: TreeEntrySource): BlobSource | TreeSource {
  if (type === "tree") return treeSource(repo, at, path);
  return { __typename: "Blob", repo, at, path };
}

/** `develop`, `HEAD:.github/sre.yml`, a sha: what `git rev-parse` would take of such. */
export function objectAt(repo: SimRepo, expression: string) {
  const cut = expression.indexOf(":");
  const sha = resolveRef(repo, cut < 0 ? expression : expression.slice(0, cut));
  if (sha === null || cut < 0) return commitOf(repo, sha);
  const path = expression.slice(cut + 1).replace(/^\.?\/|\/$/g, "");
  if (path === "") return treeSource(repo, sha, "");
  const entry = entryAt(repo, sha, path);
  return entry === null ? null : objectOf(entry);
}

type Place = Pick<BlobSource, "repo" | "at" | "path">;

/** Null if the world does not say the content. */
function text({ repo, at, path }: Place): string | null {
  return contentAt(repo, at, path);
}

/** Git's own id of a blob; if the world does not say the content, an id made from its position. */
function blobOid({ repo, at, path }: Place): Sha {
  const content = contentAt(repo, at, path);
  if (content === null) return shaOf(`blob ${at} ${path}`);
  const bytes = Buffer.from(content);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

const commitPath = ({ repo, at }: { repo: SimRepo; at: Sha }) => `/${repo.name}/commit/${at}`;

export const blob: Resolvers<BlobSource> = {
  id: (source) => nodeId("Blob", source.repo.id, source.at, source.path),
  oid: blobOid,
  abbreviatedOid: (source) => blobOid(source).slice(0, 7),
  text,
  byteSize: (source) => Buffer.byteLength(text(source) ?? ""),
  isBinary: (source) => (text(source) === null ? null : false),
  isTruncated: () => false,
  repository: ({ repo }) => repositorySource(repo),
  commitResourcePath: commitPath,
  commitUrl: (source, _args, { webUrl }) => `${webUrl}${commitPath(source)}`,
};

export const tree: Resolvers<TreeSource> = {
  id: ({ repo, at, path }) => nodeId("Tree", repo.id, at, path),
  oid: ({ at, path }) => shaOf(`tree ${at} ${path}`),
  abbreviatedOid: ({ at, path }) => shaOf(`tree ${at} ${path}`).slice(0, 7),
  repository: ({ repo }) => repositorySource(repo),
  commitResourcePath: commitPath,
  commitUrl: (source, _args, { webUrl }) => `${webUrl}${commitPath(source)}`,
  entries: ({ repo, at, path }) => {
    const inside = path === "" ? "" : `${path}/`;
    const names = new Set<string>();
    for (const each of pathsAt(repo, at)) {
      if (each.startsWith(inside)) names.add(each.slice(inside.length).split("/", 1)[0] ?? "");
    }
    return [...names].map((name) => entryAt(repo, at, `${inside}${name}`));
  },
};

export const treeEntry: Resolvers<TreeEntrySource> = {
  name: ({ path }) => path.slice(path.lastIndexOf("/") + 1),
  path: ({ path }) => path,
  type: ({ type }) => type,
  mode: ({ type }) => (type === "tree" ? 0o40000 : 0o100644),
  object: objectOf,
  oid: (entry) => (entry.type === "tree" ? shaOf(`tree ${entry.at} ${entry.path}`) : blobOid(entry)),
  repository: ({ repo }) => repositorySource(repo),
};
