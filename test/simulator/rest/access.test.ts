import appPermissions from "@octokit/app-permissions/generated/api.github.com.json" with { type: "json" };
import { expect, test } from "vitest";
import type { Actor } from "../../../src/simulator/platform/actor.ts";
import slice from "../../../src/simulator/rest/openapi-slice.json" with { type: "json" };
import { PERMISSIONS } from "../../../src/simulator/rest/permissions.ts";
import { restOf, SHOP } from "./github.ts";

const post = (body: unknown): RequestInit => ({ method: "POST", body: JSON.stringify(body) });

function limited(permissions: Record<string, string>, change: object = {}): unknown {
  return { ...SHOP, app: { permissions }, repos: [{ ...SHOP.repos[0], ...change }] };
}

test("an installation may do what its permissions say and nothing else", async () => {
  const rest = restOf(limited({ metadata: "read", issues: "read", pull_requests: "write" }));
  const status = async (path: string, init?: RequestInit) => (await rest.raw(path, init)).status;
  expect(await status("/repos/acme/shop/issues")).toBe(200);
  expect(await status("/repos/acme/shop/issues", post({ title: "x" }))).toBe(403);
  expect(await status("/repos/acme/shop/issues/5/labels", post(["x"]))).toBe(200);
  expect(await status("/repos/acme/shop/compare/main...develop")).toBe(403);
  expect(await status("/repos/acme/shop/check-runs", post({ name: "x", head_sha: "0" }))).toBe(403);
  const refused = await (await rest.raw("/repos/acme/shop/branches")).json();
  expect(refused).toMatchObject({
    message: "Resource not accessible by integration",
    documentation_url: expect.any(String),
  });
});

const bo: Actor = { kind: "user", login: "bo" };
const stranger: Actor = { kind: "user", login: "stranger" };
const nobody: Actor = { kind: "anonymous" };

test.each([
  ["a member reads a private repository", true, bo, "/repos/acme/shop", undefined, 200],
  ["a stranger does not know of it", true, stranger, "/repos/acme/shop", undefined, 404],
  ["nor does anybody", true, nobody, "/repos/acme/shop", undefined, 404],
  ["a public one is everybody's to read", false, nobody, "/repos/acme/shop/pulls", undefined, 200],
  ["but not to write", false, nobody, "/repos/acme/shop/issues", post({ title: "x" }), 401],
  ["a person makes no check runs", true, bo, "/repos/acme/shop/check-runs", post({ name: "x", head_sha: "0" }), 403],
  ["the App's own JWT reads no repository", true, { kind: "app" } as Actor, "/repos/acme/shop", undefined, 403],
])("%s", async (_, isPrivate, actor, path, init, expected) => {
  const { permissions } = SHOP.app;
  const rest = restOf({
    ...(limited(permissions, { private: isPrivate }) as object),
    users: [...SHOP.users, { login: "stranger" }],
  });
  expect((await rest.raw(path, init, actor)).status).toBe(expected);
});

test("another owner's repository: private is not there, public is for reading", async () => {
  const others = [{ name: "zoo/open", private: false }, { name: "zoo/closed" }];
  const rest = restOf({ ...SHOP, repos: [...SHOP.repos, ...others] });
  expect((await rest.raw("/repos/zoo/closed")).status).toBe(404);
  expect((await rest.raw("/repos/zoo/open")).status).toBe(200);
  expect((await rest.raw("/repos/zoo/open/issues", post({ title: "x" }))).status).toBe(403);
});

test("an archived repository is read-only", async () => {
  const rest = restOf(limited(SHOP.app.permissions, { archived: true }));
  const refused = await rest.raw("/repos/acme/shop/issues", post({ title: "x" }));
  expect([refused.status, ((await refused.json()) as { message: string }).message]).toEqual([
    403,
    "Repository was archived so is read-only.",
  ]);
  expect((await rest.raw("/repos/acme/shop")).status).toBe(200);
});

test("a former name leads to the new one", async () => {
  const rest = restOf(limited(SHOP.app.permissions, { former_names: ["acme/store"] }));
  const moved = await rest.raw("/repos/acme/store/pulls?state=all");
  const location = moved.headers.get("location") ?? "";
  expect([moved.status, location]).toEqual([
    301,
    expect.stringContaining(`/repositories/${rest.repo.id}/pulls?state=all`),
  ]);
  const there = await rest.raw(location.slice(location.indexOf("/repositories")));
  expect(await there.json()).toHaveLength(3);
  expect((await rest.raw("/repos/acme/store/issues", post({ title: "x" }))).status).toBe(307);
});

test.each([
  [
    "an unknown route",
    "/repos/acme/shop/subscription",
    undefined,
    404,
    "unknown operation GET /repos/acme/shop/subscription",
  ],
  ["an unknown key in a body", "/repos/acme/shop/issues", post({ title: "x", colour: "red" }), 422, "(colour)"],
  ["a wrong type in a body", "/repos/acme/shop/issues/9/assignees", post({ assignees: "alice" }), 422, "must be array"],
  ["an unknown parameter", "/repos/acme/shop/pulls?limit=3", undefined, 200, "?limit is unknown"],
  [
    "a parameter of the wrong type",
    "/repos/acme/shop/pulls?per_page=many",
    undefined,
    200,
    "?per_page must be integer",
  ],
])("%s is told loudly", async (_, path, init, status, message) => {
  const rest = restOf(SHOP);
  const response = await rest.raw(path, init);
  expect([response.status, rest.unexpected]).toEqual([status, [expect.stringContaining(message)]]);
});

test("broken JSON and a number that is none are refused", async () => {
  const { raw } = restOf(SHOP);
  expect((await raw("/repos/acme/shop/issues", { method: "POST", body: "{" })).status).toBe(400);
  expect((await raw("/repos/acme/shop/pulls/abc")).status).toBe(404);
});

/** Where the machine-readable table names something that GitHub's documentation does not, or another one of several. */
const OTHERWISE = new Set(["contents", "pull_requests", "issues", "metadata", "single_file", "statuses"]);

test("the permission table agrees with @octokit/app-permissions about what reads and what writes", () => {
  const { paths } = appPermissions as unknown as {
    paths: Record<string, Record<string, { permission: string; access: string }>>;
  };
  const bare = (path: string) => path.replace(/\{\w+\}(\.\.\.\{\w+\})?/g, "{}");
  const known = new Map(Object.entries(paths).map(([path, methods]) => [bare(path), methods]));
  const wrong: string[] = [];
  for (const [key, needs] of Object.entries(PERMISSIONS)) {
    const [method = "", path = ""] = key.split(" ");
    const theirs = known.get(bare(path))?.[method];
    if (theirs === undefined || needs.length === 0 || needs.some((need) => need === "app")) continue;
    const agrees = needs.some((need) => need.endsWith(`:${theirs.access}`));
    const same = needs.some((need) => need === `${theirs.permission}:${theirs.access}`);
    if (!agrees || !(same || OTHERWISE.has(theirs.permission)))
      wrong.push(`${key}: ${needs.join("|")} but ${theirs.permission}:${theirs.access}`);
  }
  expect(wrong).toEqual([]);
});

test("the slice of GitHub's description holds every operation of the table (scripts/openapi-slice.ts)", () => {
  expect(Object.keys(slice.operations).sort()).toEqual(Object.keys(PERMISSIONS).sort());
});
