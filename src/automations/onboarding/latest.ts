import { type GitHub, UNKNOWN } from "../../github/client.ts";
import type { ListedRepository } from "../../github/installation-repositories.ts";
import { onboardingFiles } from "./onboarding-files.generated.ts";

const A_QUERY = 50;
/** 500 repositories: an installation whose latest ones all have a file needs no more of them. */
const MOST_QUERIES = 10;

/** Where an issue that nobody asked for may be made, the latest push first. Pure. */
export function candidatesIn(repositories: readonly ListedRepository[]): readonly ListedRepository[] {
  return repositories
    .filter((one) => one.private && !one.fork && !one.archived && one.hasIssues)
    .sort((a, b) => b.pushedAt.getTime() - a.pushedAt.getTime() || a.id - b.id);
}

/** Ids of the first `most` of these that have no sre.yml; at most ten requests. */
export async function withoutFile(
  github: GitHub,
  candidates: readonly ListedRepository[],
  most: number,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let query = 0; query < MOST_QUERIES && found.length < most; query += 1) {
    const page = candidates.slice(query * A_QUERY, (query + 1) * A_QUERY);
    if (page.length === 0) break;
    const { nodes } = await github.graphql(onboardingFiles, { ids: page.map(({ nodeId }) => nodeId) });
    const lacking = new Set(
      nodes.flatMap((node) =>
        node !== null && node !== UNKNOWN && "databaseId" in node && node.file === null ? [node.databaseId] : [],
      ),
    );
    // What is gone since it was listed is skipped.
    found.push(...page.filter(({ id }) => lacking.has(id)).map(({ id }) => id));
  }
  return found.slice(0, most);
}
