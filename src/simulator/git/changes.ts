import type { Sha, SimCommit, SimRepo } from "../state.ts";
import { contentAt } from "./content.ts";
import { ancestors, diverge } from "./walk.ts";

export interface FileChange {
  readonly path: string;
  readonly status: "added" | "modified" | "removed";
  /** Content after the change; undefined when the world does not tell it. */
  readonly content: string | null | undefined;
}

/**
 * What `git diff base...head` names: files that commits reachable from head and not from base touch. Merges touch
 * nothing of their own here. A file that ends as it was at the merge base is no change.
 */
export function changedFiles(repo: SimRepo, base: Sha, head: Sha): FileChange[] {
  const { ahead, mergeBases } = diverge(repo.commits, base, head);
  return changesIn(repo, ahead, mergeBases[0]?.sha ?? null, head);
}

/** The same for commits already known. */
export function changesIn(repo: SimRepo, ahead: readonly SimCommit[], from: Sha | null, to: Sha): FileChange[] {
  const touched = new Map<string, boolean>(); // path → whether any of the commits tells its content
  for (const commit of ahead) {
    for (const [path, content] of commit.files)
      touched.set(path, (touched.get(path) ?? false) || content !== undefined);
  }
  const existed = from === null ? new Set<string>() : touchedBefore(repo, from, touched);
  return [...touched.keys()].sort().flatMap((path) => {
    const after = touched.get(path) === true ? contentAt(repo, to, path) : undefined;
    const before = from === null ? null : contentAt(repo, from, path);
    const there = before !== null || existed.has(path);
    if (after !== undefined && after === before && (after !== null || !existed.has(path))) return [];
    const status: FileChange["status"] = after === null ? "removed" : there ? "modified" : "added";
    return [{ path, status, content: after }];
  });
}

/** Those of the paths that some ancestor changed without telling content, and none deleted since. */
function touchedBefore(repo: SimRepo, sha: Sha, paths: ReadonlyMap<string, boolean>): Set<string> {
  const decided = new Map<string, boolean>();
  for (const commit of ancestors(repo.commits, [sha])) {
    for (const [path, content] of commit.files) {
      if (paths.has(path) && !decided.has(path)) decided.set(path, content !== null);
    }
    if (decided.size === paths.size) break;
  }
  return new Set([...decided].flatMap(([path, there]) => (there ? [path] : [])));
}

/** Paths that both sides changed since they parted and that now differ: what git would call a conflict. */
export function conflicts(repo: SimRepo, base: Sha, head: Sha): string[] {
  const { ahead, behind } = diverge(repo.commits, base, head);
  const told = (commits: readonly SimCommit[]) =>
    new Set(
      commits.flatMap((commit) =>
        [...commit.files].flatMap(([path, content]) => (content === undefined ? [] : [path])),
      ),
    );
  const ours = told(behind);
  return [...told(ahead)].filter(
    (path) => ours.has(path) && contentAt(repo, base, path) !== contentAt(repo, head, path),
  );
}
