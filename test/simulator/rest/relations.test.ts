import { expect, test } from "vitest";
import { type Rest, restOf } from "./github.ts";
import { refusal } from "./refusal.ts";

const at = { owner: "acme", repo: "shop" };

/** A parent (1) with one task of its own (2), two loose ones (3, 4), a closed one (5), a deleted and a transferred one. */
function shop(issues: readonly object[] = []): Rest {
  return restOf({
    now: "2026-11-20T01:00:00Z",
    app: { permissions: { metadata: "read", issues: "write" } },
    repos: [
      {
        name: "acme/shop",
        issues: [
          { number: 1, sub_issues: [2] },
          { number: 2 },
          { number: 3 },
          { number: 4, blocked_by: [3] },
          { number: 5, state: "closed" },
          { number: 6, deleted: true },
          { number: 7, transferred_to: { repo: "acme/docs", number: 1 } },
          ...issues,
        ],
      },
      { name: "acme/docs", issues: [{ number: 1 }] },
    ],
  });
}

const idOf = ({ repo }: Rest, number: number) => repo.issues.get(number)?.id ?? 0;
const numbers = (issues: readonly { number: number }[]) => issues.map(({ number }) => number);

test("sub-issues are added by id, listed in their order, counted on the parent and removed", async () => {
  const rest = shop();
  const { octokit } = rest;
  const add = (number: number, replace_parent = false) =>
    octokit.issues.addSubIssue({ ...at, issue_number: 1, sub_issue_id: idOf(rest, number), replace_parent });
  await add(3);
  const { data } = await add(5);
  expect(data).toMatchObject({ number: 1, sub_issues_summary: { total: 3, completed: 1, percent_completed: 33 } });
  const listed = await octokit.issues.listSubIssues({ ...at, issue_number: 1 });
  expect(numbers(listed.data)).toEqual([2, 3, 5]);
  expect(listed.data[0]?.parent_issue_url).toMatch(/\/repos\/acme\/shop\/issues\/1$/);
  expect((await octokit.issues.getParent({ ...at, issue_number: 3 })).data.number).toBe(1);
  await octokit.issues.removeSubIssue({ ...at, issue_number: 1, sub_issue_id: idOf(rest, 2) });
  expect((await octokit.issues.get({ ...at, issue_number: 2 })).data.parent_issue_url).toBeNull();
  expect(numbers((await octokit.issues.listSubIssues({ ...at, issue_number: 1 })).data)).toEqual([3, 5]);
  expect(rest.unexpected).toEqual([]);
});

test("a sub-issue goes to another parent only when that is asked for", async () => {
  const rest = shop();
  const add = (replace_parent: boolean) =>
    rest.octokit.issues.addSubIssue({ ...at, issue_number: 3, sub_issue_id: idOf(rest, 2), replace_parent });
  expect(await refusal(add(false))).toMatchObject({ status: 422, message: expect.stringContaining("only have one") });
  await add(true);
  expect([1, 3].map((number) => rest.repo.issues.get(number)?.sub_issues)).toEqual([[], [2]]);
});

test("dependencies are named by id, listed from both sides and counted", async () => {
  const rest = shop();
  const { octokit } = rest;
  const add = (number: number) =>
    octokit.issues.addBlockedByDependency({ ...at, issue_number: 4, issue_id: idOf(rest, number) });
  await add(5);
  const { data } = await add(2);
  expect(data.issue_dependencies_summary).toEqual({
    blocked_by: 2,
    total_blocked_by: 3,
    blocking: 0,
    total_blocking: 0,
  });
  const blockers = await octokit.issues.listDependenciesBlockedBy({ ...at, issue_number: 4 });
  expect(numbers(blockers.data)).toEqual([3, 5, 2]);
  expect(blockers.data[0]?.issue_dependencies_summary).toMatchObject({ blocking: 1, total_blocking: 1 });
  const blocked = await octokit.issues.listDependenciesBlocking({ ...at, issue_number: 2 });
  expect(numbers(blocked.data)).toEqual([4]);
  await octokit.issues.removeDependencyBlockedBy({ ...at, issue_number: 4, issue_id: idOf(rest, 3) });
  expect(rest.repo.issues.get(4)?.blocked_by).toEqual([5, 2]);
  expect(rest.unexpected).toEqual([]);
});

test("an issue that was deleted or transferred counts nowhere any more", async () => {
  const rest = shop([{ number: 8, sub_issues: [2, 6, 7], blocked_by: [3, 6, 7] }]);
  const { data } = await rest.octokit.issues.get({ ...at, issue_number: 8 });
  expect([data.sub_issues_summary?.total, data.issue_dependencies_summary?.total_blocked_by]).toEqual([1, 1]);
  const all = await rest.octokit.issues.listForRepo({ ...at, state: "all" });
  expect(numbers(all.data)).toEqual([8, 5, 4, 3, 2, 1]);
});

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ number: 100 + index }));
const hundreds = (count: number) => many(count).map(({ number }) => number);

type Write = (rest: Rest) => Promise<Response>;
const send = (rest: Rest, path: string, method: string, body?: object) =>
  rest.raw(`/repos/acme/shop/issues/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const sub = (parent: number, child: number): Write => {
  return (rest) => send(rest, `${parent}/sub_issues`, "POST", { sub_issue_id: idOf(rest, child) });
};
const block = (issue: number, blocker: number): Write => {
  return (rest) => send(rest, `${issue}/dependencies/blocked_by`, "POST", { issue_id: idOf(rest, blocker) });
};

const REFUSED: readonly (readonly [what: string, write: Write, status: number, issues?: readonly object[]])[] = [
  ["a sub-issue twice", sub(1, 2), 422],
  ["an issue under itself", sub(3, 3), 422],
  ["a parent under its child", sub(2, 1), 422],
  ["a deleted issue under another", sub(1, 6), 404],
  ["a sub-issue of a deleted issue", sub(6, 3), 410],
  ["a sub-issue of nothing", sub(99, 3), 404],
  ["the 101st sub-issue", sub(90, 3), 422, [...many(100), { number: 90, sub_issues: hundreds(100) }]],
  ["a dependency twice", block(4, 3), 422],
  ["a dependency on itself", block(4, 4), 422],
  ["a dependency on nothing", (rest) => send(rest, "4/dependencies/blocked_by", "POST", { issue_id: 1 }), 404],
  ["the 51st blocker", block(90, 3), 422, [...many(50), { number: 90, blocked_by: hundreds(50) }]],
  [
    "the 51st that one blocks",
    block(3, 90),
    422,
    [{ number: 90 }, ...many(50).map((one) => ({ ...one, blocked_by: [90] }))],
  ],
  [
    "taking away a sub-issue of another",
    (rest) => send(rest, "3/sub_issue", "DELETE", { sub_issue_id: idOf(rest, 2) }),
    404,
  ],
  [
    "taking away a dependency that is none",
    (rest) => send(rest, `3/dependencies/blocked_by/${idOf(rest, 2)}`, "DELETE"),
    404,
  ],
];

for (const [what, write, status, issues = []] of REFUSED) {
  test(`GitHub refuses ${what}`, async () => {
    const rest = shop(issues);
    const before = structuredClone(rest.repo.issues);
    expect((await write(rest)).status).toBe(status);
    expect([rest.repo.issues, rest.events, rest.unexpected]).toEqual([before, [], []]);
  });
}

test("the hundredth sub-issue and the fiftieth blocker are taken", async () => {
  const rest = shop([...many(99), { number: 90, sub_issues: hundreds(99), blocked_by: hundreds(49) }]);
  expect((await sub(90, 3)(rest)).status).toBe(201);
  expect((await block(90, 3)(rest)).status).toBe(201);
});

test("relations over repositories are a gap that is told", async () => {
  const rest = shop();
  const other = rest.state.repos.get("acme/docs")?.issues.get(1)?.id ?? 0;
  await send(rest, "4/dependencies/blocked_by", "POST", { issue_id: other });
  expect(rest.unexpected).toEqual([expect.stringContaining("another repository")]);
});

test.each(["GET", "PATCH"])("a transferred issue answers %s with 301 and where it is", async (method) => {
  const rest = shop();
  const response = await send(rest, "7", method, ...(method === "GET" ? [] : [{ title: "x" }]));
  const location = response.headers.get("location") ?? "";
  expect([response.status, location]).toEqual([
    301,
    expect.stringContaining(`/api/v3/repositories/${rest.state.repos.get("acme/docs")?.id}/issues/1`),
  ]);
  const there = await rest.raw(location.slice(location.indexOf("/repositories")));
  expect(await there.json()).toMatchObject({ number: 1, repository_url: expect.stringContaining("acme/docs") });
});

test("reading relations takes issues: read, changing them issues: write", async () => {
  const read = shop();
  for (const one of read.state.installations.values()) one.permissions = { metadata: "read", issues: "read" };
  expect((await read.raw("/repos/acme/shop/issues/1/sub_issues")).status).toBe(200);
  expect((await sub(1, 3)(read)).status).toBe(403);
  expect((await block(1, 3)(read)).status).toBe(403);
});
