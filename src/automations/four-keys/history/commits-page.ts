import { nodesOf } from "../../../github/nodes.ts";
import type { RecordBook } from "../../../records/book.ts";
import { type CommitNode, commitReading, parentsOf } from "../commits/commit-reading.ts";
import { repositoryName } from "../records.ts";
import type { HistoryCursor } from "./cursor.ts";
import { fourKeysHistoryCommits } from "./four-keys-history-commits.generated.ts";
import { type HistoryPage, type HistoryPlace, movedOn, nextOf } from "./page.ts";
import { firstTips, otherTips } from "./tips.ts";

interface Walk {
  /** The first tip is read to the end, whatever is recorded. */
  readonly whole: boolean;
}

/** The history of what was deployed last, and of the default branch. */
export async function commitsPage(place: HistoryPlace, cursor: HistoryCursor, walk: Walk): Promise<HistoryPage> {
  if (cursor.tips !== null) return walkPage(place, cursor, walk);
  const { tips, limit } = await firstTips(place);
  return { readings: [], cursor: begin(cursor, tips), limit };
}

/** The history of what was deployed from elsewhere, back to what is recorded. */
export async function branchesPage(place: HistoryPlace, cursor: HistoryCursor, until: string): Promise<HistoryPage> {
  if (cursor.tips !== null) return walkPage(place, cursor, { whole: false });
  const tips = await otherTips(place, Date.parse(until));
  return { readings: [], cursor: begin(cursor, tips), limit: null };
}

function begin(cursor: HistoryCursor, tips: string[]): HistoryCursor {
  return tips.length === 0 ? movedOn(cursor, null) : { ...cursor, tips, after: null, open: [] };
}

async function walkPage(place: HistoryPlace, cursor: HistoryCursor, { whole }: Walk): Promise<HistoryPage> {
  const { book, repository } = place;
  const [tip = "", ...others] = cursor.tips ?? [];
  if (cursor.after === null && !whole && (await book.knownCommits([tip])).has(tip)) {
    return { readings: [], cursor: nextTip(cursor, others, { whole: false }), limit: null };
  }
  const variables = { owner: repository.owner, name: repository.name, oid: tip, since: cursor.since };
  const answer = await place.github.graphql(fourKeysHistoryCommits, { ...variables, cursor: cursor.after });
  const object = answer.repository?.object ?? null;
  const page = object?.__typename === "Commit" ? object.history : null;
  const nodes = nodesOf(page);
  const open = await openParents(book, cursor.open, nodes);
  const next = open.length > 0 || whole ? nextOf(page) : null;
  const reached = nodes.at(-1)?.committedDate ?? cursor.reached;
  return {
    readings: nodes.map((node) => commitReading(node, repositoryName(place))),
    cursor:
      next === null
        ? nextTip(cursor, others, { whole: whole && page === null })
        : movedOn(cursor, next, { open, reached }),
    limit: answer.rateLimit,
  };
}

/** Without a page of it the commit is gone: from a branch that was deployed, deleted and cleaned up. */
function nextTip(cursor: HistoryCursor, tips: string[], { whole }: Walk): HistoryCursor {
  const [task, ...todo] = cursor.todo;
  if (tips.length === 0 || task === undefined) return movedOn(cursor, null);
  const read = task.list === "commits" ? { ...task, whole } : task;
  // After the first one nothing that was deployed lately is missing.
  return { ...cursor, tips, after: null, open: [], reached: cursor.since, todo: [read, ...todo] };
}

/** The parents of all that was read behind a tip that are neither read nor recorded. */
async function openParents(
  book: Pick<RecordBook, "knownCommits">,
  before: readonly string[],
  nodes: readonly CommitNode[],
): Promise<string[]> {
  const read = new Set(nodes.map(({ oid }) => oid));
  const open = [...new Set([...before, ...nodes.flatMap(parentsOf)])].filter((sha) => !read.has(sha));
  const known = await book.knownCommits(open);
  return open.filter((sha) => !known.has(sha));
}
