import type { Sha, SimCommit, SimRepo } from "../state.ts";
import { changesIn } from "./changes.ts";
import { oldestFirst } from "./order.ts";
import { shaOf } from "./sha.ts";
import { diverge } from "./walk.ts";

export interface NewCommit {
  readonly parents: readonly Sha[];
  readonly message: string;
  readonly author: string | null;
  readonly at: string;
  readonly authored_at?: string;
  readonly files: Map<string, string | null | undefined>;
}

/** Adds a commit to the repository. Its sha depends only on its content, so that two runs give the same. */
export function makeCommit(repo: SimRepo, made: NewCommit): SimCommit {
  const holds = JSON.stringify([repo.id, made.parents, made.message, made.author, made.at, [...made.files]]);
  let sha = shaOf(holds);
  for (let again = 1; repo.commits.has(sha); again += 1) sha = shaOf(`${holds}#${again}`);
  const commit: SimCommit = {
    sha,
    parents: [...made.parents],
    message: made.message,
    author: made.author,
    authored_at: made.authored_at ?? made.at,
    committed_at: made.at,
    files: made.files,
  };
  repo.commits.set(sha, commit);
  return commit;
}

/** What a merge needs to know beside the two commits. */
export interface Merging {
  readonly base: Sha;
  readonly head: Sha;
  readonly author: string;
  readonly at: string;
}

/** A merge commit of head into base. */
export function mergeCommit(repo: SimRepo, merging: Merging, message: string): SimCommit {
  const { base, head, author, at } = merging;
  return makeCommit(repo, { parents: [base, head], message, author, at, files: new Map() });
}

/** One commit on base with everything that head brings. */
export function squashCommit(repo: SimRepo, merging: Merging, message: string): SimCommit {
  const { base, head, author, at } = merging;
  const { ahead, mergeBases } = diverge(repo.commits, base, head);
  const changes = changesIn(repo, ahead, mergeBases[0]?.sha ?? null, head);
  const files = new Map(changes.map((change) => [change.path, change.content]));
  return makeCommit(repo, { parents: [base], message, author, at, files });
}

/** Head's commits one by one on base, merges left out, as GitHub's "Rebase and merge" does; the last one is returned. */
export function rebaseCommits(repo: SimRepo, merging: Merging): SimCommit[] {
  const { ahead } = diverge(repo.commits, merging.base, merging.head);
  let tip = merging.base;
  return oldestFirst(repo.commits, ahead)
    .filter((commit) => commit.parents.length < 2)
    .map((commit) => {
      const { message, author, authored_at } = commit;
      const files = new Map(commit.files);
      const copy = makeCommit(repo, { parents: [tip], message, author, at: merging.at, authored_at, files });
      tip = copy.sha;
      return copy;
    });
}
