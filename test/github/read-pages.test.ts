import { expect, test } from "vitest";
import { readNodes, readNumberedPages, readPages } from "../../src/github/read-pages.ts";

interface Page {
  readonly name: string;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const page = (name: string, endCursor: string | null, hasNextPage = endCursor !== null): Page => ({
  name,
  pageInfo: { hasNextPage, endCursor },
});

/** A list whose pages are found by cursor; `asked` shows which were requested. */
function listOf(pages: Readonly<Record<string, Page | null>>) {
  const asked: (string | null)[] = [];
  const read = (after: string | null) => {
    asked.push(after);
    return Promise.resolve(pages[after ?? "top"]);
  };
  return { asked, read };
}

async function namesOf(pages: AsyncGenerator<Page>, until?: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of pages) {
    names.push(name);
    if (name === until) break;
  }
  return names;
}

const three = { top: page("one", "a"), a: page("two", "b"), b: page("three", null) };

test.each([
  ["a list to its end", three, {}, ["one", "two", "three"], [null, "a", "b"]],
  ["no page behind the bound", three, { most: 2 }, ["one", "two"], [null, "a"]],
  ["only what follows a page that was read", three, { first: page("one", "a") }, ["one", "two", "three"], ["a", "b"]],
  ["the bound beside a page that was read", three, { first: page("one", "a"), most: 1 }, ["one", "two"], ["a"]],
  ["nothing behind a last page that was read", three, { first: page("one", null) }, ["one"], []],
  ["nothing where the first page is missing", three, { first: null }, [], []],
  ["up to a page that GitHub leaves out", { ...three, a: null }, {}, ["one"], [null, "a"]],
  [
    "up to a cursor that leads back",
    { ...three, b: page("three", "a") },
    {},
    ["one", "two", "three"],
    [null, "a", "b"],
  ],
  ["a page that repeats itself twice", { ...three, a: page("two", "a") }, {}, ["one", "two"], [null, "a"]],
  ["up to a page without a cursor", { ...three, a: page("two", null, true) }, {}, ["one", "two"], [null, "a"]],
])("reads %s", async (_, pages, options, names, asked) => {
  const list = listOf(pages);
  expect(await namesOf(readPages(list.read, options))).toEqual(names);
  expect(list.asked).toEqual(asked);
});

test("requests no page after the one in which the caller found enough", async () => {
  const list = listOf(three);
  expect(await namesOf(readPages(list.read), "two")).toEqual(["one", "two"]);
  expect(list.asked).toEqual([null, "a"]);
});

test("all nodes are those of every page, without those that GitHub hides", async () => {
  const holding = (nodes: readonly (string | null)[] | null, endCursor: string | null) => ({
    ...page("", endCursor),
    nodes,
  });
  const pages = { top: holding(["a", null, "b"], "1"), 1: holding(null, "2"), 2: holding(["c"], null) };
  const read = (after: string | null) => Promise.resolve(pages[(after ?? "top") as keyof typeof pages]);
  expect(await readNodes(read)).toEqual(["a", "b", "c"]);
  expect(await readNodes(read, { first: pages.top })).toEqual(["a", "b", "c"]);
});

test("does not take half of a list without an end for all of it", async () => {
  let pages = 0;
  const endless = () => {
    pages += 1;
    return Promise.resolve(page("again", String(pages)));
  };
  await expect(namesOf(readPages(endless))).rejects.toThrow("does not end after 1000 pages");
});

test.each([
  ["a last page that is not full", [100, 100, 3], {}, [1, 2, 3]],
  ["an empty page after a full one", [100, 0], {}, [1, 2]],
  ["the bound", [100, 100, 100], { most: 2 }, [1, 2]],
  ["a last page behind one that was read", [100, 100, 3], { from: 2 }, [2, 3]],
])("reads numbered pages up to %s", async (_, sizes, options, asked) => {
  const requested: number[] = [];
  const read = (number: number) => {
    requested.push(number);
    return Promise.resolve(Array.from({ length: sizes[number - 1] ?? 0 }, (_, at) => `${number}/${at}`));
  };
  const items: string[] = [];
  for await (const each of readNumberedPages(read, options)) items.push(...each);
  expect(requested).toEqual(asked);
  expect(items).toHaveLength(asked.reduce((sum, number) => sum + (sizes[number - 1] ?? 0), 0));
});
