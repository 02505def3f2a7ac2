import type { Sha, SimCommit, SimRepo } from "../state.ts";
import { ancestors } from "./walk.ts";

/** Commits and their ancestors never change, so the content of a path at a commit is computed once. */
const found = new WeakMap<SimCommit, Map<string, string | null | undefined>>();

/**
 * A file's content at a commit: the nearest ancestor's that says it, else the repository's `files` (contract §5); null
 * where it is deleted or nowhere.
 */
export function contentAt(repo: SimRepo, sha: Sha, path: string): string | null {
  const commit = repo.commits.get(sha);
  if (commit === undefined) return null;
  let known = found.get(commit);
  if (known === undefined) {
    known = new Map();
    found.set(commit, known);
  }
  if (!known.has(path)) known.set(path, nearest(repo, sha, path));
  const content = known.get(path);
  return content === undefined ? (repo.files.get(path) ?? null) : content;
}

function nearest(repo: SimRepo, sha: Sha, path: string): string | null | undefined {
  for (const commit of ancestors(repo.commits, [sha])) {
    const content = commit.files.get(path);
    if (content !== undefined) return content;
  }
  return undefined;
}

/** Whether a path exists at a commit, even if the world does not say its content. */
export function isThere(repo: SimRepo, sha: Sha, path: string): boolean {
  for (const commit of ancestors(repo.commits, [sha])) {
    if (commit.files.has(path)) return commit.files.get(path) !== null;
  }
  return repo.files.has(path);
}

/** Every path that exists at a commit, sorted, including those whose content the world does not say. */
export function pathsAt(repo: SimRepo, sha: Sha): string[] {
  const seen = new Map<string, boolean>();
  for (const commit of ancestors(repo.commits, [sha])) {
    for (const [path, content] of commit.files) if (!seen.has(path)) seen.set(path, content !== null);
  }
  for (const path of repo.files.keys()) if (!seen.has(path)) seen.set(path, true);
  return [...seen].flatMap(([path, there]) => (there ? [path] : [])).sort();
}
