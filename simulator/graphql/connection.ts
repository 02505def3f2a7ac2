import { refusal } from "./refusal.ts";

/** The paging arguments of every connection. */
export interface Page {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

export interface Connection {
  totalCount: number;
  nodes: unknown[];
  edges: { cursor: string; node: unknown }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/**
 * One page of a list. A cursor carries the key of its item, so that it stays right when items are added or removed, and
 * its place, for when that very item is gone.
 */
export function connection<T>(
  items: readonly T[],
  page: Page,
  key: (item: T) => string | number,
  node: (item: T) => unknown,
): Connection {
  const cursorOf = (at: number): string => {
    const item = items[at] as T; // every caller stays within the list
    return Buffer.from(`cursor:v2:${at}:${key(item)}`).toString("base64");
  };
  const placeOf = (cursor: string, argument: string): { at: number; found: boolean } => {
    const [, , at, ...rest] = Buffer.from(cursor, "base64").toString("utf8").split(":");
    if (at === undefined || !/^\d+$/.test(at)) {
      throw refusal(
        "INVALID_CURSOR_ARGUMENTS",
        `\`${cursor}\` does not appear to be a valid cursor (\`${argument}\`).`,
      );
    }
    const wanted = rest.join(":");
    const hinted = items[Number(at)];
    if (hinted !== undefined && String(key(hinted)) === wanted) return { at: Number(at), found: true };
    const found = items.findIndex((item) => String(key(item)) === wanted);
    return found >= 0 ? { at: found, found: true } : { at: Math.min(Number(at), items.length), found: false };
  };

  let from = 0;
  let to = items.length;
  if (page.after) {
    const place = placeOf(page.after, "after");
    from = place.found ? place.at + 1 : place.at;
  }
  if (page.before) to = Math.min(to, placeOf(page.before, "before").at);
  if (page.first != null) to = Math.min(to, from + page.first);
  else if (page.last != null) from = Math.max(from, to - page.last);
  else to = from; // only the count was requested

  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const nodes = indexes.map((at) => node(items[at] as T));
  return {
    totalCount: items.length,
    nodes,
    edges: indexes.map((at, i) => ({ cursor: cursorOf(at), node: nodes[i] })),
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: indexes.length > 0 ? cursorOf(from) : null,
      endCursor: indexes.length > 0 ? cursorOf(to - 1) : null,
    },
  };
}
