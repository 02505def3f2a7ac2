import { A_PAGE } from "../github-limits.ts";
import { nodesOf } from "./nodes.ts";
import { type Page, PageCursor } from "./page-cursor.ts";

/** 100,000 entries: no list that is read as a whole is as long. */
const ENDLESS = 1_000;

interface Bound {
  /** As many pages are read at the most, and what follows is left out. Without it the whole list is needed. */
  readonly most?: number;
}

/**
 * The pages of a connection, as long as the caller asks for another: it leaves the loop once it has found enough. `first`
 * is a page that was read already; null or undefined from `read` ends the list.
 */
export async function* readPages<P extends Page>(
  read: (after: string | null) => Promise<P | null | undefined>,
  { first, most }: Bound & { readonly first?: P | null } = {},
): AsyncGenerator<P> {
  const cursor = new PageCursor();
  if (first !== undefined) cursor.moveBehind(first);
  if (first != null) yield first;
  for (let count = 0; cursor.more && isWithin(count, most); count += 1) {
    const page = (await read(cursor.after)) ?? null;
    if (page === null) return;
    cursor.moveBehind(page);
    yield page;
  }
}

/** The nodes of all pages of a connection, without those that GitHub hides from this App. */
export async function readNodes<Node>(
  ...pages: Parameters<typeof readPages<Page & { readonly nodes: readonly (Node | null)[] | null }>>
): Promise<Node[]> {
  const nodes: Node[] = [];
  for await (const page of readPages(...pages)) nodes.push(...nodesOf(page));
  return nodes;
}

/** The pages of a list of REST's, which are numbered; the last one is not full. `from` is 1 where none was read already. */
export async function* readNumberedPages<Item>(
  read: (page: number) => Promise<readonly Item[]>,
  { from = 1, most }: Bound & { readonly from?: number } = {},
): AsyncGenerator<readonly Item[]> {
  for (let count = 0; isWithin(count, most); count += 1) {
    const items = await read(from + count);
    yield items;
    if (items.length < A_PAGE) return;
  }
}

/** Throws where a whole list has no end: half of it must not be taken for all. */
function isWithin(count: number, most: number | undefined): boolean {
  if (most !== undefined) return count < most;
  if (count < ENDLESS) return true;
  throw new Error(`a list of GitHub's does not end after ${ENDLESS} pages`);
}
