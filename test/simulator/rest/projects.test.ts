import { expect, test } from "vitest";
import { parseWorld } from "../../../src/simulator/world/parse.ts";
import { worldOf } from "../../../src/simulator/world/serialize.ts";
import { type Rest, restOf } from "./github.ts";

const PROJECT = {
  owner: "acme",
  number: 5,
  title: "SRE",
  fields: [
    { name: "Status", options: ["Todo", "Done"] },
    { name: "Due date", type: "date" },
    { name: "Points", type: "number" },
    { name: "Note" },
  ],
  items: [{ repo: "acme/shop", number: 1, fields: { Status: "Todo", "Due date": "2026-12-01" } }],
};

function board(change: object = {}): Rest {
  return restOf({
    now: "2026-11-20T01:00:00Z",
    app: { permissions: { metadata: "read", issues: "write", organization_projects: "write" } },
    users: [{ login: "alice" }, { login: "stranger" }],
    repos: [
      {
        name: "acme/shop",
        permission: { alice: "write" },
        issues: [{ number: 1 }, { number: 2 }, { number: 3, deleted: true }],
        pulls: [{ number: 4, title: "P", base: "main", head: "x", state: "closed" }],
      },
      { name: "zoo/cage", issues: [{ number: 1 }] },
    ],
    projects: [PROJECT, { owner: "alice", number: 1 }],
    ...change,
  });
}

const ROOT = "/orgs/acme/projectsV2/5";
const answer = async (rest: Rest, path: string, method = "GET", body?: object) => {
  const response = await rest.raw(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: response.status, body: JSON.parse(await response.text()), link: response.headers.get("link") };
};

interface Field {
  id: number;
  name: string;
  options?: { id: string; name: { raw: string } }[];
}

async function ids(rest: Rest): Promise<{ field: (name: string) => number; option: (name: string) => string }> {
  const fields: Field[] = (await answer(rest, `${ROOT}/fields`)).body;
  return {
    field: (name) => fields.find((one) => one.name === name)?.id ?? 0,
    option: (name) => fields[0]?.options?.find((one) => one.name.raw === name)?.id ?? "",
  };
}

test("a project shows its fields, each with an id of its own, the same after writing and reading the world", async () => {
  const rest = board();
  expect((await answer(rest, ROOT)).body).toMatchObject({ number: 5, title: "SRE", owner: { login: "acme" } });
  const { body: fields } = await answer(rest, `${ROOT}/fields`);
  expect(fields).toMatchObject([
    { name: "Status", data_type: "single_select", options: [{ name: { raw: "Todo" } }, { name: { raw: "Done" } }] },
    { name: "Due date", data_type: "date" },
    { name: "Points", data_type: "number" },
    { name: "Note", data_type: "text" },
  ]);
  expect(new Set(fields.map(({ id }: Field) => id)).size).toBe(4);
  const again = restOf(JSON.parse(JSON.stringify(worldOf(rest.state))));
  expect((await answer(again, `${ROOT}/fields`)).body).toEqual(fields);
  expect(rest.unexpected).toEqual([]);
});

test("an issue is added once, by its id or by its number, and its fields are set and cleared", async () => {
  const rest = board();
  const { field, option } = await ids(rest);
  const added = await answer(rest, `${ROOT}/items`, "POST", { type: "Issue", id: rest.repo.issues.get(2)?.id });
  expect(added).toMatchObject({ status: 201, body: { content_type: "Issue", content: { number: 2 } } });
  const same = { type: "Issue", owner: "acme", repo: "shop", number: 2 };
  expect((await answer(rest, `${ROOT}/items`, "POST", same)).body.id).toBe(added.body.id);
  const item = `${ROOT}/items/${added.body.id}`;
  const values = [
    { id: field("Status"), value: option("Done") },
    { id: field("Due date"), value: "2026-12-24" },
    { id: field("Points"), value: 2.5 },
    { id: field("Note"), value: "n" },
  ];
  expect((await answer(rest, item, "PATCH", { fields: values })).status).toBe(200);
  const set = { Status: "Done", "Due date": "2026-12-24", Points: 2.5, Note: "n" };
  expect(rest.state.projects[0]?.items[1]).toMatchObject({ repo: "acme/shop", number: 2, fields: set });
  const shown = await answer(rest, `${item}?fields=${field("Status")},${field("Due date")}`);
  expect(shown.body.fields).toMatchObject([
    { name: "Status", value: { id: option("Done"), name: { raw: "Done" } } },
    { name: "Due date", value: "2026-12-24" },
  ]);
  await answer(rest, item, "PATCH", { fields: values.map(({ id }) => ({ id, value: null })) });
  expect(rest.state.projects[0]?.items[1]?.fields).toEqual({});
  expect(rest.unexpected).toEqual([]);
});

test("a pull request can stand on a project, too", async () => {
  const rest = board();
  const named = { type: "PullRequest", owner: "acme", repo: "shop", number: 4 };
  expect(await answer(rest, `${ROOT}/items`, "POST", named)).toMatchObject({
    status: 201,
    body: { content_type: "PullRequest", content: { number: 4 } },
  });
});

type Ids = Awaited<ReturnType<typeof ids>>;

const VALUES: readonly (readonly [what: string, change: (ids: Ids) => { id: number; value: unknown }])[] = [
  ["a field of another project", () => ({ id: 12, value: "x" })],
  ["an option's name in place of its id", ({ field }) => ({ id: field("Status"), value: "Done" })],
  ["an option of another field", ({ field }) => ({ id: field("Status"), value: "12345678" })],
  ["a time in place of a date", ({ field }) => ({ id: field("Due date"), value: "2026-12-01T00:00:00Z" })],
  ["a day that is none", ({ field }) => ({ id: field("Due date"), value: "2026-13-41" })],
  ["a number in place of a date", ({ field }) => ({ id: field("Due date"), value: 20261201 })],
  ["a text in place of a number", ({ field }) => ({ id: field("Points"), value: "3" })],
];

test.each(VALUES)("GitHub refuses %s, and sets nothing", async (_, change) => {
  const rest = board();
  const known = await ids(rest);
  const before = structuredClone(rest.state.projects);
  const fields = [{ id: known.field("Note"), value: "kept out" }, change(known)];
  const item = `${ROOT}/items/${rest.state.projects[0]?.items[0]?.id}`;
  expect((await answer(rest, item, "PATCH", { fields })).status).toBe(422);
  expect([rest.state.projects, rest.events]).toEqual([before, []]);
});

const byNumber = (owner: string, repo: string, number: number) => ({ type: "Issue", owner, repo, number });

test.each([
  ["an unknown project", "/orgs/acme/projectsV2/6", "GET", undefined],
  ["a person's project", "/orgs/alice/projectsV2/1", "GET", undefined],
  ["an unknown item", `${ROOT}/items/1`, "GET", undefined],
  ["changes to an unknown item", `${ROOT}/items/1`, "PATCH", { fields: [] }],
  ["an unknown issue", `${ROOT}/items`, "POST", byNumber("acme", "shop", 99)],
  ["a deleted issue", `${ROOT}/items`, "POST", byNumber("acme", "shop", 3)],
  ["a pull request as an issue", `${ROOT}/items`, "POST", byNumber("acme", "shop", 4)],
  ["an issue that the App cannot see", `${ROOT}/items`, "POST", byNumber("zoo", "cage", 1)],
])("%s is 404", async (_, path, method, body) => {
  expect((await answer(board(), path, method, body)).status).toBe(404);
});

test("reading takes organization_projects: read, adding and setting write", async () => {
  const status = async (permissions: object, path: string, method?: string, body?: object) =>
    (
      await answer(
        board({ app: { permissions: { metadata: "read", issues: "write", ...permissions } } }),
        path,
        method,
        body,
      )
    ).status;
  const read = { organization_projects: "read" };
  expect(await status({}, `${ROOT}/fields`)).toBe(403);
  expect(await status(read, `${ROOT}/fields`)).toBe(200);
  expect(await status(read, `${ROOT}/items`, "POST", byNumber("acme", "shop", 2))).toBe(403);
  expect(await status(read, `${ROOT}/items/1`, "PATCH", { fields: [] })).toBe(403);
});

test("an organisation's projects are its people's and its installation's", async () => {
  const rest = board();
  const zoo = [...rest.state.installations.values()].find(({ account }) => account === "zoo");
  if (zoo === undefined) throw new Error("zoo has repositories, and so an installation");
  const status = async (actor: Parameters<Rest["raw"]>[2]) => (await rest.raw(ROOT, {}, actor)).status;
  expect(await status({ kind: "user", login: "alice" })).toBe(200);
  expect(await status({ kind: "user", login: "stranger" })).toBe(404);
  expect(await status({ kind: "installation", installation: zoo })).toBe(404);
  expect(await status({ kind: "anonymous" })).toBe(404);
});

test("items come in pages that link to each other; those of deleted issues are left out", async () => {
  const issues = Array.from({ length: 5 }, (_, index) => ({ number: index + 1, deleted: index === 3 }));
  const items = issues.map(({ number }) => ({ repo: "acme/shop", number }));
  const rest = board({ repos: [{ name: "acme/shop", issues }], projects: [{ ...PROJECT, items }] });
  const seen: number[][] = [];
  const follow = async (path: string | undefined, rel: "next" | "prev"): Promise<string | undefined> => {
    let last = path;
    for (let at = path; at !== undefined; ) {
      const { body, link } = await answer(rest, at);
      seen.push(body.map(({ content }: { content: { number: number } }) => content.number));
      last = at;
      at = new RegExp(`<[^>]*/api/v3([^>]*)>; rel="${rel}"`).exec(link ?? "")?.[1];
    }
    return last;
  };
  const last = await follow(`${ROOT}/items?per_page=2`, "next");
  await follow(last, "prev");
  expect(seen).toEqual([
    [1, 2],
    [3, 5],
    [3, 5],
    [1, 2],
  ]);
  expect(rest.unexpected).toEqual([]);
});

test("a world with projects reads back as it was", () => {
  const { state } = board();
  expect(parseWorld(JSON.parse(JSON.stringify(worldOf(state))), "again")).toEqual(state);
});
