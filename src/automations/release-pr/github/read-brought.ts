import type { Lane } from "../../../config/schema.ts";
import type { GitHub } from "../../../github/client.ts";
import { isGone } from "../../../github/error-meaning.ts";
import { readNumberedPages } from "../../../github/read-pages.ts";
import { A_PAGE } from "../../../github-limits.ts";
import type { ReconcileContext } from "../../automation.ts";
import { isBetweenLanes } from "../changes/lane-merge.ts";
import type { GraphCommit, MergedPull } from "../facts.ts";

const MOST_PAGES = 50;

/**
 * The commits that pull requests between two lane branches brought when they were squashed or rebased: those from the
 * previous one's head to theirs, and what those brought in turn. Those merged by a merge commit need no request.
 */
export async function readBrought(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  lanes: readonly Lane[],
  commits: readonly GraphCommit[],
  pulls: readonly MergedPull[],
): Promise<Map<number, readonly GraphCommit[]>> {
  const graph = new Map(commits.map((commit) => [commit.oid, commit]));
  // Commits from the lane's own base are already there.
  const carriers = pulls.filter((pull) => isBetweenLanes(pull, lanes) && pull.head !== lane.to);
  const brought = new Map<number, readonly GraphCommit[]>();
  for (let found = true; found; ) {
    found = false;
    for (const pull of carriers) {
      const merge = graph.get(pull.mergeCommit ?? "");
      if (merge === undefined || brought.has(pull.number) || merge.parents.length !== 1 || merge.oid === pull.headOid)
        continue;
      const start = (await previousHead(github, context, pull)) ?? merge.parents[0];
      const carried = start === undefined ? [] : await compare(github, context, start, pull.headOid);
      brought.set(pull.number, carried);
      for (const commit of carried) graph.set(commit.oid, commit);
      found = true;
    }
  }
  return brought;
}

/** The head of the previous pull request between the same branches; null: it was the first. */
export async function previousHead(
  github: GitHub,
  context: ReconcileContext,
  pull: MergedPull,
): Promise<string | null> {
  const { owner, name } = context.repository;
  const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls", {
    owner,
    repo: name,
    state: "closed",
    head: `${owner}:${pull.head}`,
    base: pull.base,
    sort: "created",
    direction: "desc",
    per_page: A_PAGE,
  });
  const earlier = data.flatMap((other) =>
    other.number !== pull.number &&
    other.merged_at !== null &&
    other.merged_at <= pull.mergedAt &&
    other.number < pull.number
      ? [{ at: other.merged_at, head: other.head.sha, number: other.number }]
      : [],
  );
  earlier.sort((a, b) => (a.at === b.at ? b.number - a.number : a.at < b.at ? 1 : -1));
  return earlier[0]?.head ?? null;
}

export async function compare(
  github: GitHub,
  context: ReconcileContext,
  from: string,
  to: string,
): Promise<GraphCommit[]> {
  const commits: GraphCommit[] = [];
  const read = async (page: number) => {
    try {
      const { data } = await github.rest("GET /repos/{owner}/{repo}/compare/{basehead}", {
        owner: context.repository.owner,
        repo: context.repository.name,
        basehead: `${from}...${to}`,
        per_page: A_PAGE,
        page,
      });
      return data.commits;
    } catch (error) {
      // The head was force-pushed away long ago: GitHub has forgotten it, and what it brought cannot be read.
      if (isGone(error)) return [];
      throw error;
    }
  };
  for await (const page of readNumberedPages(read, { most: MOST_PAGES })) {
    for (const { sha, commit, author, parents } of page)
      commits.push({
        oid: sha,
        message: commit.message,
        authoredAt: commit.author?.date ?? commit.committer?.date ?? "",
        committedAt: commit.committer?.date ?? "",
        author: author !== null && "login" in author ? String(author.login) : null,
        parents: parents.map((parent) => parent.sha),
      });
  }
  return commits;
}
