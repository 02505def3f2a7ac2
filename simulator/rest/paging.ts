import type { Call } from "./context.ts";

const USUAL = 30;
const MOST = 100;

export interface Page<Item> {
  readonly items: readonly Item[];
  /** `Link`, where there is more than one page. */
  readonly headers: Readonly<Record<string, string>>;
}

/** One page of a list by `page` and `per_page`, with GitHub's Link header. */
export function paged<Item>(call: Call, all: readonly Item[], usual: number = USUAL): Page<Item> {
  const size = Math.min(MOST, positive(call.query.get("per_page")) ?? usual);
  const page = positive(call.query.get("page")) ?? 1;
  const last = Math.max(1, Math.ceil(all.length / size));
  const items = all.slice((page - 1) * size, page * size);
  return { items, headers: linkHeader(call.url, page, last) };
}

/** One page of a list by cursors (`after`, `before`), as the API of projects has it; a cursor stands for an item's key. */
export function cursorPaged<Item>(call: Call, all: readonly Item[], key: (item: Item) => number): Page<Item> {
  const size = Math.min(MOST, positive(call.query.get("per_page")) ?? USUAL);
  const place = (name: string) => all.findIndex((item) => cursorOf(key(item)) === call.query.get(name));
  const end = call.query.has("before") ? Math.max(0, place("before")) : null;
  const from = end === null ? place("after") + 1 : Math.max(0, end - size);
  const to = Math.min(end ?? from + size, all.length);
  const link = (argument: "after" | "before", item: Item | undefined, rel: string) => {
    if (item === undefined) return [];
    const there = new URL(call.url);
    for (const name of ["after", "before"]) there.searchParams.delete(name);
    there.searchParams.set(argument, cursorOf(key(item)));
    return [`<${there.href}>; rel="${rel}"`];
  };
  const links = [
    ...(from > 0 ? link("before", all[from], "prev") : []),
    ...(to < all.length ? link("after", all[to - 1], "next") : []),
  ];
  return { items: all.slice(from, to), headers: links.length === 0 ? {} : { link: links.join(", ") } };
}

function cursorOf(key: number): string {
  return Buffer.from(`cursor:${key}`).toString("base64url");
}

/** A page's `Link` header: first and prev unless it is the first, next and last unless it is the last. */
export function linkHeader(url: URL, page: number, last: number): Record<string, string> {
  const to = (target: number, rel: string) => {
    const there = new URL(url);
    there.searchParams.set("page", String(target));
    return `<${there.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [to(Math.min(page - 1, last), "prev")] : []),
    ...(page < last ? [to(page + 1, "next"), to(last, "last")] : []),
    ...(page > 1 ? [to(1, "first")] : []),
  ];
  return links.length === 0 ? {} : { link: links.join(", ") };
}

/** A whole number of at least 1; GitHub uses the default for anything else. */
export function positive(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
