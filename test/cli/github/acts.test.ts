import { expect, test } from "vitest";
import { createSimulator, parseWorld, type Simulator } from "../../../simulator/index.ts";
import { withPages } from "../../../src/cli/github/site.ts";

const start = { sha: "a", message: "Start", files: { "README.md": "# Shop\n" } };

function github({ reading = false } = {}): Simulator {
  const repo = {
    name: "acme/shop",
    permission: { alice: "admin", carol: "read" },
    commits: [start],
    branches: { main: "a" },
    labels: [{ name: "docs" }],
  };
  const state = parseWorld({ users: [{ login: "carol" }, { login: "alice" }], repos: [repo] }, "w");
  return withPages(createSimulator(state), { zone: "UTC", ...(reading ? {} : { acted: async () => {} }) });
}

async function visit(simulator: Simulator, path: string, form?: Readonly<Record<string, string>>, from?: string) {
  const answer = await simulator.fetch(`${simulator.baseUrl}${path}`, {
    headers: { accept: "text/html", ...(from === undefined ? {} : { origin: from }) },
    ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
  });
  return { status: answer.status, location: answer.headers.get("location"), text: await answer.text() };
}

/** Sends the form of that page which has this action, filled in, and returns where it leads. */
async function send(simulator: Simulator, path: string, action: string, typed: Readonly<Record<string, string>> = {}) {
  const { text } = await visit(simulator, path);
  const form = text.split("<form").find((one) => one.includes(`value="${action}"`));
  if (form === undefined) throw new Error(`${path} has no form for ${action}`);
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  const as = /<option>(\w+)<\/option><\/select><\/label><\/p><\/form>|name="as"><option>(\w+)/.exec(form)?.[2] ?? "";
  const fields = { as, ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])), ...typed };
  const { location, ...rest } = await visit(simulator, "/_act", fields);
  return location ?? `${rest.status}`;
}

test("who has nothing but a browser opens, labels, discusses, merges and closes", async () => {
  const simulator = github();
  const repo = simulator.state.repos.get("acme/shop");
  expect(await send(simulator, "/acme/shop/pulls", "new-pull", { title: "Gift cards" })).toBe("/acme/shop/pull/1");
  expect(await send(simulator, "/acme/shop/pull/1", "label", { label: "docs" })).toBe("/acme/shop/pull/1");
  await send(simulator, "/acme/shop/pull/1", "comment", { body: "/sre help" });
  await send(simulator, "/acme/shop/pull/1", "merge-pull", { merge_method: "squash" });
  expect(repo?.pulls.get(1)).toMatchObject({
    ...{ title: "Gift cards", user: "alice", base: "main", state: "merged", merge_method: "squash" },
    ...{ labels: [{ name: "docs" }], comments: [{ user: "alice", body: "/sre help" }] },
  });
  expect(await send(simulator, "/acme/shop/pulls", "new-pull", { title: "Wish lists" })).toBe("/acme/shop/pull/2");
  expect(await send(simulator, "/acme/shop/issues", "open-issue", { title: "Slow", body: "" })).toBe(
    "/acme/shop/issues/3",
  );
  await send(simulator, "/acme/shop/issues/3", "close");
  expect(repo?.issues.get(3)?.state).toBe("closed");
  const day = { title: "v1", due_on: "2026-12-17" };
  expect(await send(simulator, "/acme/shop/milestones", "create-milestone", day)).toBe("/acme/shop/milestone/1");
  expect(repo?.milestones.get(1)?.due_on).toMatch(/^2026-12-17/);
  await send(simulator, "/acme/shop/milestones", "create-milestone", { title: "v2", due_on: "" });
  expect(repo?.milestones.get(2)?.due_on).toBeNull();
  expect(simulator.unexpected).toEqual([]);
});

test("a link to GitHub's editor opens it with its file, and proposes it as a pull request", async () => {
  const simulator = github();
  const query = new URLSearchParams({ filename: ".github/sre.yml", value: "version: 1\n" });
  const { text } = await visit(simulator, `/acme/shop/new/main?${query}`);
  expect(text).toMatch(/value=".github\/sre.yml"[\s\S]*>version: 1\n<\/textarea>/);
  const typed = { path: ".github/sre.yml", text: "version: 1\r\nlanguage: ja\r\n" };
  expect(await send(simulator, `/acme/shop/new/main?${query}`, "propose-file", typed)).toBe("/acme/shop/pull/1");
  const repo = simulator.state.repos.get("acme/shop");
  const pull = repo?.pulls.get(1);
  expect(pull).toMatchObject({ title: "Change .github/sre.yml", base: "main", user: "alice" });
  expect(repo?.commits.get(pull?.head_sha ?? "")?.files.get(".github/sre.yml")).toBe("version: 1\nlanguage: ja\n");
  expect((await visit(simulator, "/acme/shop/edit/main/README.md")).text).toContain("># Shop\n</textarea>");
  expect((await visit(simulator, "/acme/shop/new/nowhere")).status).toBe(404);
});

test("what GitHub refuses is said in words, and nobody else's page acts", async () => {
  const simulator = github();
  const merge = { repo: "acme/shop", as: "alice", action: "merge-pull", number: "9", merge_method: "merge" };
  expect(await visit(simulator, "/_act", merge)).toMatchObject({
    status: 422,
    text: expect.stringContaining("Not Found"),
  });
  expect((await visit(simulator, "/_act", { ...merge, repo: "acme/none" })).text).toContain(
    "There is no such repository",
  );
  const title = { repo: "acme/shop", as: "alice", action: "new-pull", title: "Gift cards" };
  expect((await visit(simulator, "/_act", title, "https://evil.example")).status).toBe(405);
  expect(simulator.state.repos.get("acme/shop")?.pulls.size).toBe(0);
});

test("pages that are only for reading have no forms, and take none", async () => {
  const simulator = github({ reading: true });
  expect((await visit(simulator, "/acme/shop/pulls")).text).not.toContain("<form");
  expect((await visit(simulator, "/acme/shop/new/main")).status).toBe(404);
  const title = { repo: "acme/shop", as: "alice", action: "new-pull", title: "Gift cards" };
  expect((await visit(simulator, "/_act", title)).status).toBe(405);
});
