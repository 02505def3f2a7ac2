import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";

interface UserPage {
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly nodes: readonly ({ readonly login: string } | null)[] | null;
}

const MOST_PAGES = 20;

/**
 * Logins, lower case, that GitHub lets assign here; null: nobody has to be assigned. Only big organizations have a
 * second page.
 */
export async function readAssignable(
  github: GitHub,
  context: ReconcileContext,
  first: UserPage | null,
): Promise<ReadonlySet<string> | null> {
  if (first === null) return null;
  const logins = nodesOf(first).map((user) => user.login);
  const { owner, name } = context.repository;
  for (let page = 2, more = first.pageInfo.hasNextPage; more && page <= MOST_PAGES; page += 1) {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/assignees", {
      owner,
      repo: name,
      per_page: 100,
      page,
    });
    logins.push(...data.map((user) => user.login));
    more = data.length === 100;
  }
  return new Set(logins.map((login) => login.toLowerCase()));
}
