import type { Endpoints } from "@octokit/types";
import type { GitHub } from "../../../github/client.ts";
import { readNumberedPages } from "../../../github/read-pages.ts";
import { A_PAGE } from "../../../github-limits.ts";
import type { ReconcileContext } from "../../automation.ts";

type ListedPull = Endpoints["GET /repos/{owner}/{repo}/pulls"]["response"]["data"][number];

const MOST_PAGES = 10;

/**
 * Pull requests from a branch of this repository, into one base or (null) into any, newest first. REST filters by the
 * head's owner, which GraphQL cannot: forks with a branch of that name would fill any page
 * (vscode-pull-request-github#3526).
 */
export async function* ownPulls(
  github: GitHub,
  context: ReconcileContext,
  { from, to }: { readonly from: string; readonly to: string | null },
  state: "open" | "closed",
): AsyncGenerator<ListedPull> {
  const { owner, name, id } = context.repository;
  const read = async (page: number) => {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls", {
      owner,
      repo: name,
      state,
      head: `${owner}:${from}`,
      ...(to === null ? {} : { base: to }),
      sort: "created",
      direction: "desc",
      per_page: A_PAGE,
      page,
    });
    return data;
  };
  for await (const pulls of readNumberedPages(read, { most: MOST_PAGES }))
    yield* pulls.filter((pull) => pull.head.repo?.id === id);
}
