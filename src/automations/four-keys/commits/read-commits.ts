import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { RecordBook } from "../../../records/book.ts";
import type { Repository } from "../../automation.ts";
import { type CommitNode, parentsOf } from "./commit-reading.ts";
import { fourKeysCommits } from "./four-keys-commits.generated.ts";

interface Deployed {
  readonly sha: string;
  /** Where the recorded history begins. */
  readonly since: Date;
}

/** 5,000 commits. Whoever deploys more at once waits for the history to be read. */
const MOST_PAGES = 50;

/**
 * The commits from a deployed one back to those that are recorded, or to where history begins. All of them or none: a commit
 * is recorded only together with what it came from, because the next deployment reads no further than to it.
 */
export async function readCommits(
  github: GitHub,
  { owner, name }: Repository,
  book: RecordBook,
  { sha, since }: Deployed,
): Promise<readonly CommitNode[]> {
  if ((await book.knownCommits([sha])).has(sha)) return [];
  const read = async (cursor: string | null) => {
    const variables = { owner, name, oid: sha, since: since.toISOString(), cursor };
    const object = (await github.graphql(fourKeysCommits, variables)).repository?.object ?? null;
    return object?.__typename === "Commit" ? object.history : null;
  };
  const found = new Map<string, CommitNode>();
  const known = new Set<string>();
  let pages = 0;
  for await (const page of readPages(read)) {
    for (const node of nodesOf(page)) found.set(node.oid, node);
    const open = [...found.values()].flatMap(parentsOf).filter((parent) => !found.has(parent) && !known.has(parent));
    for (const parent of await book.knownCommits([...new Set(open)])) known.add(parent);
    if (open.every((parent) => known.has(parent))) break;
    pages += 1;
    if (pages === MOST_PAGES && page.pageInfo.hasNextPage) return [];
  }
  const news = [...found.values()];
  const recorded = await book.knownCommits(news.map(({ oid }) => oid));
  return news.filter(({ oid }) => !recorded.has(oid));
}
