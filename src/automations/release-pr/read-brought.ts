import type { Lane } from "../../config/schema.ts";
import type { GitHub } from "../../github/client.ts";
import { NotFound } from "../../github/errors.ts";
import type { Look } from "../automation.ts";
import type { MergedPull, RangeCommit } from "./facts.ts";
import { isBetweenLanes } from "./transport.ts";

const A_PAGE = 100;
const MOST_PAGES = 50;

/**
 * What pull requests between two lane branches brought when they were squashed or rebased: the commits from the previous
 * one's head to theirs. Nothing is asked where they were merged by a merge commit.
 */
export async function readBrought(
  github: GitHub,
  look: Look,
  lanes: readonly Lane[],
  commits: readonly RangeCommit[],
  pulls: readonly MergedPull[],
): Promise<Map<number, readonly RangeCommit[]>> {
  const range = new Map(commits.map((commit) => [commit.oid, commit]));
  const carriers = pulls.filter((pull) => isBetweenLanes(pull, lanes));
  const brought = new Map<number, readonly RangeCommit[]>();
  for (const pull of carriers) {
    const merge = range.get(pull.mergeCommit ?? "");
    if (merge === undefined || merge.parents.length !== 1 || merge.oid === pull.headOid) continue;
    const previous = carriers
      .filter((other) => other.head === pull.head && other.base === pull.base && other.mergedAt < pull.mergedAt)
      .reduce<MergedPull | null>(
        (latest, other) => (latest === null || other.mergedAt > latest.mergedAt ? other : latest),
        null,
      );
    const start = previous?.headOid ?? merge.parents[0];
    if (start !== undefined) brought.set(pull.number, await compare(github, look, start, pull.headOid));
  }
  return brought;
}

async function compare(github: GitHub, look: Look, from: string, to: string): Promise<RangeCommit[]> {
  const commits: RangeCommit[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    try {
      const { data } = await github.rest("GET /repos/{owner}/{repo}/compare/{basehead}", {
        owner: look.repository.owner,
        repo: look.repository.name,
        basehead: `${from}...${to}`,
        per_page: A_PAGE,
        page,
      });
      commits.push(
        ...data.commits.map((commit) => ({
          oid: commit.sha,
          message: commit.commit.message,
          authoredAt: commit.commit.author?.date ?? commit.commit.committer?.date ?? "",
          committedAt: commit.commit.committer?.date ?? "",
          author: commit.author !== null && "login" in commit.author ? String(commit.author.login) : null,
          parents: commit.parents.map((parent) => parent.sha),
        })),
      );
      if (data.commits.length < A_PAGE) break;
    } catch (error) {
      // A head that was force-pushed away long ago: GitHub has forgotten it, and what it brought is not to be had.
      if (error instanceof NotFound) break;
      throw error;
    }
  }
  return commits;
}
