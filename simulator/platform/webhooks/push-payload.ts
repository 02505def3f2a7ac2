import type { SimSubject } from "../../events.ts";
import { compare } from "../../git/compare.ts";
import { isThere } from "../../git/content.ts";
import { NO_SHA } from "../../git/sha.ts";
import { gitUser, treeSha } from "../../rest/render/commit.ts";
import { type Rendered, repoWeb, type View } from "../../rest/render/view.ts";
import type { SimCommit, SimRepo } from "../../state.ts";

/** Commits that a push carries at most. */
const MOST_COMMITS = 2048;

/** A branch that moved, began (`before` is zeros) or ended (`after` is zeros). */
export function pushPayload(view: View, repo: SimRepo, subject: SimSubject): Rendered {
  const { ref, before = NO_SHA, after = NO_SHA, forced = false } = subject;
  const web = repoWeb(view, repo);
  const commits = pushed(repo, before, after).map((commit) => renderPushed(web, repo, commit));
  const head = repo.commits.get(after);
  const between = before === NO_SHA ? after.slice(0, 12) : `${before.slice(0, 12)}...${after.slice(0, 12)}`;
  return {
    ref,
    before,
    after,
    created: before === NO_SHA,
    deleted: after === NO_SHA,
    forced,
    base_ref: null,
    compare: `${web}/compare/${between}`,
    commits,
    head_commit: head === undefined ? null : renderPushed(web, repo, head),
    pusher: { name: "pusher", email: "pusher@users.noreply.github.com" },
  };
}

/** New ones, oldest first; a new branch brings those that the default branch does not have. */
function pushed(repo: SimRepo, before: string, after: string): SimCommit[] {
  if (after === NO_SHA) return [];
  const base = before === NO_SHA ? (repo.branches.get(repo.default_branch) ?? NO_SHA) : before;
  return compare(repo, base, after).commits.slice(-MOST_COMMITS);
}

function renderPushed(web: string, repo: SimRepo, commit: SimCommit): Rendered {
  const { name, email } = gitUser(commit, commit.committed_at);
  const person = { name, email, username: name };
  const [parent] = commit.parents;
  const kept = [...commit.files].flatMap(([path, content]) => (content === null ? [] : [path]));
  const isNew = (path: string) => parent === undefined || !isThere(repo, parent, path);
  return {
    id: commit.sha,
    tree_id: treeSha(commit),
    distinct: true,
    message: commit.message,
    timestamp: commit.committed_at,
    url: `${web}/commit/${commit.sha}`,
    author: person,
    committer: person,
    added: kept.filter(isNew),
    removed: [...commit.files].flatMap(([path, content]) => (content === null ? [path] : [])),
    modified: kept.filter((path) => !isNew(path)),
  };
}
