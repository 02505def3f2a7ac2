import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { RepoRef } from "../../../github/repo-ref.ts";
import type { UpdateReading } from "../../../records/book.ts";
import type { Instant } from "../../../records/record.ts";
import { stateOf } from "../reading/ended.ts";
import { readUpdate } from "../reading/read-update.ts";
import type { Update } from "../reading/update.ts";
import type { Counts } from "./authors-that-count.ts";
import { cadenceClosed } from "./cadence-closed.generated.ts";
import { type ClosedNode, closedTexts, type LongTexts, longTextsIn } from "./pull-texts.ts";
import type { ReadCursor } from "./read-cursor.ts";
import { readTextsOf } from "./read-texts-of.ts";
import { readingOf } from "./recorded-update.ts";

/** GitHub's lists lag behind by some seconds; so much is read again. */
const LAG_MS = 10 * 60_000;

/** The first time five pages are read in any case: a preview lists these updates, whatever is needed to measure. */
const LEAST = 500;

interface ReadingClosed {
  readonly github: GitHub;
  readonly repository: RepoRef;
  readonly authors: readonly string[];
  readonly counts: Counts;
  /** The recorded ones. */
  readonly recorded: readonly Update[];
  /** Where the last reading ended; null: everything is read. */
  readonly cursor: ReadCursor | null;
  /** Whether all that were updated at `from` or later are enough. */
  isFarEnough(closed: readonly Update[], from: Instant): boolean;
}

interface ClosedUpdates {
  readonly updates: readonly Update[];
  readonly readings: readonly UpdateReading[];
  readonly read: Pick<ReadCursor, "until" | "from" | "others">;
}

/** Closed updates: those that are recorded, and what was closed or changed since, the latest updated first. */
export async function readClosed(reading: ReadingClosed): Promise<ClosedUpdates> {
  const { github, repository, cursor, recorded } = reading;
  const { owner, name } = repository;
  const known = new Map(recorded.map((update) => [update.number, update]));
  const others = new Map((cursor?.others ?? []).map((other) => [other, 0]));
  const updates = new Map(known);
  const readings: UpdateReading[] = [];
  const since = cursor === null ? 0 : cursor.until - LAG_MS;
  let pulls = 0;
  let [until, from] = [cursor?.until ?? 0, cursor?.from ?? 0];
  const read = async (after: string | null) => {
    // What is recorded needs no texts. Where a whole page has changed, hardly anything on the next one is.
    const texts = cursor === null || after !== null;
    return (await github.graphql(cadenceClosed, { owner, name, cursor: after, texts })).repository?.pullRequests;
  };
  for await (const page of readPages(read)) {
    const all = nodesOf(page);
    const nodes = all.filter((node) => updatedAt(node) >= since);
    const unseen = nodes.filter((node) => !known.has(node.number) && !others.has(nameOf(node)));
    const texts = await readTextsOf(github, unseen);
    for (const node of nodes) {
      until = Math.max(until, updatedAt(node));
      const update = await updateIn(node, known.get(node.number), texts.get(node.number), reading);
      if (update === null) others.set(nameOf(node), updatedAt(node));
      else {
        updates.set(node.number, update);
        readings.push(readingOf(update, updatedAt(node)));
      }
    }
    if (cursor !== null) {
      if (nodes.length < all.length) break;
      continue;
    }
    from = page.pageInfo.hasNextPage ? updatedAt(all.at(-1)) : 0;
    pulls += all.length;
    if (pulls >= LEAST && reading.isFarEnough([...updates.values()], from)) break;
  }
  const latest = [...others].filter(([, at]) => at >= until - LAG_MS).map(([other]) => other);
  return { updates: [...updates.values()], readings, read: { until, from, others: latest } };
}

/** Of a recorded one only the end is read again. null: it is no update, or its author does not count. */
async function updateIn(
  node: ClosedNode,
  known: Update | undefined,
  texts: LongTexts | undefined,
  { authors, counts }: ReadingClosed,
): Promise<Update | null> {
  if (known !== undefined) {
    const { state, closedAt, ...ended } = closedTexts(node, longTextsIn(node));
    return { ...known, state: stateOf({ ...ended, state }), closedAt };
  }
  if (texts === undefined) return null;
  const pull = closedTexts(node, texts);
  const update = readUpdate(pull, authors);
  return update !== null && (await counts(pull.author)) ? update : null;
}

function updatedAt(node: ClosedNode | undefined): Instant {
  return node === undefined ? 0 : Date.parse(node.updatedAt);
}

function nameOf(node: ClosedNode): string {
  return `${node.number}@${updatedAt(node)}`;
}
