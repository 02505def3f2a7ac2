import { A_PAGE } from "../github-limits.ts";
import type { GitHub } from "./client.ts";
import { readNumberedPages } from "./read-pages.ts";

/** A repository as GitHub lists it for an installation. */
export interface ListedRepository {
  readonly id: number;
  readonly nodeId: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly archived: boolean;
  readonly hasIssues: boolean;
  /** The latest push, to whichever branch; of one that is empty, when it was made. */
  readonly pushedAt: Date;
}

export type InstallationRepositories =
  | { readonly selection: "all" }
  /** The first thousand of those that the owner selected. */
  | { readonly selection: "selected"; readonly repositories: readonly ListedRepository[] };

const MOST_PAGES = 10;

/**
 * Which repositories an installation is for: at most ten requests, and one where it is for all. Throws
 * what client.ts throws: a person's token is not permitted.
 */
export async function readInstallationRepositories(github: GitHub): Promise<InstallationRepositories> {
  let selection: unknown = null;
  const repositories: ListedRepository[] = [];
  const read = async (page: number) => {
    const { data } = await github.rest("GET /installation/repositories", { per_page: A_PAGE, page });
    selection = data.repository_selection;
    return data.repositories;
  };
  for await (const page of readNumberedPages(read, { most: MOST_PAGES })) {
    if (selection === "all") return { selection };
    for (const one of page) {
      repositories.push({
        ...{ id: one.id, nodeId: one.node_id, private: one.private, fork: one.fork, archived: one.archived },
        hasIssues: one.has_issues,
        pushedAt: new Date(one.pushed_at ?? one.created_at ?? 0),
      });
    }
  }
  return { selection: "selected", repositories };
}
