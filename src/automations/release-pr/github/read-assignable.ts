import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readNumberedPages } from "../../../github/read-pages.ts";
import { A_PAGE } from "../../../github-limits.ts";
import { type Assignable, assignableFrom } from "../../../managed/assignable.ts";
import type { ReconcileContext } from "../../automation.ts";

interface UserPage {
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly nodes: readonly ({ readonly login: string } | null)[] | null;
}

const MOST_PAGES = 20;

/**
 * Whom GitHub lets assign here; null: nobody has to be assigned. Only big organizations have a
 * second page.
 */
export async function readAssignable(
  github: GitHub,
  context: ReconcileContext,
  first: UserPage | null,
): Promise<Assignable | null> {
  if (first === null) return null;
  const logins = nodesOf(first).map((user) => user.login);
  const { owner, name } = context.repository;
  const read = async (page: number) =>
    (await github.rest("GET /repos/{owner}/{repo}/assignees", { owner, repo: name, per_page: A_PAGE, page })).data;
  if (first.pageInfo.hasNextPage) {
    for await (const users of readNumberedPages(read, { from: 2, most: MOST_PAGES - 1 }))
      logins.push(...users.map((user) => user.login));
  }
  return assignableFrom(logins);
}
