import type { Sha, SimCommit, SimRepo } from "../state.ts";
import { contentAt } from "./content.ts";
import { ancestors, diverge } from "./walk.ts";

export interface FileChange {
  readonly path: string;
  readonly status: "added" | "modified" | "removed";
  /** Content after the change; undefined if the world does not say it. */
  readonly content: string | null | undefined;
}

/**
 * What `git diff base...head` names: files that commits reachable from head and not from base touch. Merges touch
 * nothing of their own here. A file that ends as it was at the merge base is not a change.
 */
export function changedFiles(repo: SimRepo, base: Sha, head: Sha): FileChange[] {
  const { ahead, mergeBases } = diverge(repo.commits, base, head);
  return changesIn(repo, ahead, mergeBases[0]?.sha ?? null, head);
}

/** The same for commits already known. */
export function changesIn(repo: SimRepo, ahead: readonly SimCommit[], from: Sha | null, to: Sha): FileChange[] {
  const touched = new Map<string, boolean>(); // path → whether any of the commits tells its content
  for (const commit of ahead) {
    for (const [path, content] of commit.files) touched.set(path, touched.get(path) === true || content !== undefined);
  }
  const before = beforehand(repo, from, touched);
  return [...touched.keys()].sort().flatMap((path) => {
    const after = touched.get(path) === true ? contentAt(repo, to, path) : undefined;
    const old = before.get(path);
    const existed = old !== undefined && old !== null;
    if (after !== undefined && (after === old?.content || (after === null && !existed))) return [];
    const status: FileChange["status"] = after === null ? "removed" : existed ? "modified" : "added";
    return [{ path, status, content: after }];
  });
}

/** What the paths were at a commit, all in one walk: with their content where the world tells it, null for deleted ones. */
function beforehand(
  repo: SimRepo,
  sha: Sha | null,
  paths: ReadonlyMap<string, unknown>,
): Map<string, { content: string | null } | null> {
  const found = new Map<string, { content: string | null } | null>();
  for (const commit of sha === null ? [] : ancestors(repo.commits, [sha])) {
    for (const [path, content] of commit.files) {
      if (!paths.has(path)) continue;
      const known = found.get(path);
      if (known === undefined) found.set(path, content === null ? null : { content: content ?? null });
      else if (known?.content === null && typeof content === "string") known.content = content;
    }
  }
  for (const path of sha === null ? [] : paths.keys()) {
    const content = repo.files.get(path);
    if (content !== undefined && !found.has(path)) found.set(path, { content });
  }
  return found;
}

/**
 * Whether `git log -- path` names this commit, for a file or a folder. A history's first commit brings what the repository's
 * `files` hold: Git knows no file that no commit has brought.
 */
export function touches(repo: SimRepo, commit: SimCommit, path: string): boolean {
  const within = (names: Iterable<string>) => [...names].some((name) => name === path || name.startsWith(`${path}/`));
  return within(commit.files.keys()) || (commit.parents.length === 0 && within(repo.files.keys()));
}

/** Paths that both sides changed since they parted and that now differ: what git would call a conflict. */
export function conflicts(repo: SimRepo, base: Sha, head: Sha): string[] {
  const { ahead, behind } = diverge(repo.commits, base, head);
  const changedPaths = (commits: readonly SimCommit[]) =>
    new Set(
      commits.flatMap((commit) =>
        [...commit.files].flatMap(([path, content]) => (content === undefined ? [] : [path])),
      ),
    );
  const inBase = changedPaths(behind);
  return [...changedPaths(ahead)].filter(
    (path) => inBase.has(path) && contentAt(repo, base, path) !== contentAt(repo, head, path),
  );
}
