import { expect, test } from "vitest";
import { createSimulator, parseWorld, type Simulator, worldOf } from "../../../src/simulator/index.ts";
import { control, octokitWith } from "./octokit.ts";

const WORLD = {
  now: "2026-11-20T01:00:00Z",
  app: {
    permissions: { metadata: "read", issues: "write", organization_projects: "write" },
    events: ["issues", "issue_comment", "milestone"],
  },
  users: [{ login: "bo" }],
  repos: [
    {
      name: "acme/shop",
      permission: { bo: "admin" },
      labels: [{ name: "release" }, { name: "own" }],
      milestones: [{ number: 1, title: "v1", due_on: "2026-12-01T08:00:00Z" }],
      issues: [
        { number: 1, title: "Parent", sub_issues: [2, 3], milestone: 1 },
        {
          number: 2,
          title: "Task",
          body: "marked",
          user: "detoil[bot]",
          labels: ["release", "own"],
          assignees: ["bo"],
          milestone: 1,
          blocked_by: [3],
          comments: [{ user: "bo", body: "soon" }],
        },
        { number: 3, title: "Before", milestone: 1 },
      ],
    },
    {
      name: "acme/docs",
      permission: { bo: "admin" },
      labels: [{ name: "Release" }],
      milestones: [{ number: 4, title: "v1", due_on: "2026-12-01T08:00:00Z" }],
      issues: [{ number: 1, title: "There" }],
    },
    { name: "zoo/cage" },
  ],
  projects: [{ owner: "acme", number: 5, items: [{ repo: "acme/shop", number: 2 }] }],
};

interface Told {
  readonly event: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The world and what the App is told, by event. */
function listened(): { simulator: Simulator; told: (name: string) => Promise<Told["body"] | undefined>; act: Act } {
  const received: Told[] = [];
  const simulator = createSimulator(parseWorld(WORLD, "shop"), {
    transport: async (request) => {
      received.push({ event: request.headers.get("x-github-event"), body: JSON.parse(await request.text()) });
      return new Response(null, { status: 202 });
    },
  });
  Object.assign(simulator.webhooks, { url: "http://receiver.test/hook", secret: "s" });
  const act: Act = (action, fields = {}) => simulator.do({ as: "bo", action, repo: "acme/shop", ...fields });
  return {
    simulator,
    act,
    told: async (name) => {
      await simulator.idle();
      return received.find(({ event, body }) => `${event}.${body.action}` === name)?.body;
    },
  };
}

type Act = (action: string, fields?: object) => Readonly<Record<string, unknown>>;

const repoIn = (simulator: Simulator, name = "acme/shop") => {
  const repo = simulator.state.repos.get(name);
  if (repo === undefined) throw new Error(`the world has no ${name}`);
  return repo;
};

test("a deleted issue is told as it was, and is gone from lists, counts and projects", async () => {
  const { simulator, act, told } = listened();
  act("delete-issue", { number: 2 });
  expect(await told("issues.deleted")).toMatchObject({
    issue: {
      number: 2,
      title: "Task",
      body: "marked",
      user: { login: "detoil[bot]" },
      milestone: { number: 1 },
      labels: [{ name: "release" }, { name: "own" }],
      parent_issue_url: expect.stringMatching(/\/issues\/1$/),
    },
  });
  const octokit = octokitWith(simulator, simulator.installationToken("acme"));
  const shop = { owner: "acme", repo: "shop" };
  const { data } = await octokit.rest.issues.listForRepo({ ...shop, milestone: "1", state: "all" });
  expect(data.map(({ number }) => number).toSorted()).toEqual([1, 3]);
  expect(data.find(({ number }) => number === 1)?.sub_issues_summary).toMatchObject({ total: 1 });
  expect((await octokit.rest.issues.getMilestone({ ...shop, milestone_number: 1 })).data.open_issues).toBe(2);
  expect(simulator.state.projects[0]?.items).toEqual([]);
  for (const again of ["delete-issue", "close-issue", "comment"]) {
    expect(() => act(again, { number: 2, ...(again === "comment" ? { body: "x" } : {}) })).toThrow("was deleted");
  }
});

test("a transferred issue is another one elsewhere, and both repositories tell of it", async () => {
  const { simulator, act, told } = listened();
  const before = repoIn(simulator).issues.get(2);
  const done = act("transfer-issue", { number: 2, to: "acme/docs" });
  expect(done).toEqual({ repo: "acme/docs", number: 2 });
  expect(await told("issues.transferred")).toMatchObject({
    issue: { number: 2, title: "Task", milestone: { number: 1 } },
    repository: { full_name: "acme/shop" },
    changes: { new_issue: { number: 2, title: "Task" }, new_repository: { full_name: "acme/docs" } },
  });
  expect(await told("issues.opened")).toMatchObject({
    issue: { number: 2, user: { login: "detoil[bot]" } },
    repository: { full_name: "acme/docs" },
    changes: { old_issue: { number: 2 }, old_repository: { full_name: "acme/shop" } },
  });
  const moved = repoIn(simulator, "acme/docs").issues.get(2);
  expect(moved).toMatchObject({
    body: "marked",
    milestone: 4,
    labels: [{ name: "Release" }],
    assignees: ["bo"],
    comments: [{ user: "bo", body: "soon" }],
    blocked_by: [],
  });
  expect([moved?.id === before?.id, moved?.comments[0]?.id === before?.comments[0]?.id]).toEqual([false, false]);
  expect(simulator.state.projects[0]?.items).toMatchObject([{ repo: "acme/docs", number: 2 }]);
  expect(simulator.unexpected).toEqual([]);
});

test("the old number is NOT_FOUND in GraphQL, listed nowhere, and leads on in REST, in one process as over HTTP", async () => {
  const { simulator, act } = listened();
  act("transfer-issue", { number: 2, to: "acme/docs" });
  const token = simulator.installationToken("acme");
  const query = `{ repository(owner: "acme", name: "shop") { issue(number: 2) { id }
    milestone(number: 1) { issues(first: 9) { nodes { number } } } } }`;
  const response = await simulator.fetch(`${simulator.baseUrl}/api/graphql`, {
    method: "POST",
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  expect(await response.json()).toMatchObject({
    data: { repository: { issue: null, milestone: { issues: { nodes: [{ number: 1 }, { number: 3 }] } } } },
    errors: [{ type: "NOT_FOUND" }],
  });
  const octokit = octokitWith(simulator, token);
  const old = { owner: "acme", repo: "shop", issue_number: 2 };
  expect((await octokit.rest.issues.get(old)).data.repository_url).toMatch(/acme\/docs$/);
  await octokit.rest.issues.update({ ...old, title: "Renamed on the way" });
  expect(repoIn(simulator, "acme/docs").issues.get(2)?.title).toBe("Renamed on the way");
  const url = `${simulator.apiUrl}/repos/acme/shop/issues/2`;
  const bare = await simulator.fetch(url, { headers: { authorization: `token ${token}` }, redirect: "manual" });
  expect(bare.status).toBe(301);
  // A POST goes on as a GET over a 301, as with any `fetch`: nothing is written.
  const comments = await octokit.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    ...old,
    body: "x",
  });
  expect([comments.status, repoIn(simulator, "acme/docs").issues.get(2)?.comments.length]).toEqual([200, 1]);
});

test("a transferred issue is found where it is, also after renames and through a written world", async () => {
  const { simulator, act } = listened();
  act("transfer-issue", { number: 2, to: "acme/docs" });
  simulator.do({ as: "bo", action: "rename-repo", repo: "acme/docs", name: "manual" });
  const again = createSimulator(parseWorld(JSON.parse(JSON.stringify(worldOf(simulator.state))), "again"));
  expect(worldOf(again.state)).toEqual(worldOf(simulator.state));
  expect(repoIn(again).issues.get(2)?.transferred_to).toEqual({ repo: "acme/manual", number: 2 });
  expect(again.state.projects[0]?.items[0]?.repo).toBe("acme/manual");
  const octokit = octokitWith(again, again.installationToken("acme"));
  const { data } = await octokit.rest.issues.get({ owner: "acme", repo: "shop", issue_number: 2 });
  expect(data.repository_url).toMatch(/acme\/manual$/);
});

test("a deleted milestone is told as it was, and nothing is in it any more", async () => {
  const { simulator, act, told } = listened();
  act("delete-milestone", { number: 1 });
  expect(await told("milestone.deleted")).toMatchObject({
    milestone: { number: 1, title: "v1", due_on: "2026-12-01T08:00:00Z" },
  });
  expect([...repoIn(simulator).issues.values()].map(({ milestone }) => milestone)).toEqual([null, null, null]);
});

test("people move issues between milestones, and place and unplace them", () => {
  const { simulator, act } = listened();
  const issue = (number: number) => repoIn(simulator).issues.get(number);
  act("create-milestone", { title: "v2", due_on: "2026-12-31T12:00:00Z" });
  expect(repoIn(simulator).milestones.get(2)?.due_on).toBe("2026-12-31T08:00:00Z");
  act("move-issue", { number: 2, milestone: 2 });
  act("move-issue", { number: 3, milestone: null });
  expect([issue(2)?.milestone, issue(3)?.milestone]).toEqual([2, null]);
  act("close-milestone", { number: 2 });
  act("reopen-milestone", { number: 2 });
  expect(repoIn(simulator).milestones.get(2)).toMatchObject({ state: "open", closed_at: null });
  act("remove-sub-issue", { number: 1, other: 3 });
  act("add-sub-issue", { number: 2, other: 3 });
  act("remove-blocked-by", { number: 2, other: 3 });
  act("add-blocked-by", { number: 1, other: 3 });
  expect([1, 2].map((number) => [issue(number)?.sub_issues, issue(number)?.blocked_by])).toEqual([
    [[2], [3]],
    [[3], []],
  ]);
  act("close-issue", { number: 3 });
  act("reopen-issue", { number: 3 });
  act("unassign", { number: 2, assignee: "bo" });
  expect([issue(3)?.state, issue(2)?.assignees]).toEqual(["open", []]);
});

test.each([
  ["to another owner", { number: 2, to: "zoo/cage" }, "between an owner's repositories"],
  ["to where it is", { number: 2, to: "acme/shop" }, "in this repository already"],
  ["to nowhere", { number: 2, to: "acme/none" }, "no repository acme/none"],
  ["that is not there", { number: 9, to: "acme/docs" }, "Not Found"],
])("an issue is not transferred %s", (_, fields, message) => {
  const { simulator, act } = listened();
  const before = worldOf(simulator.state);
  expect(() => act("transfer-issue", fields)).toThrow(message);
  expect(worldOf(simulator.state)).toEqual(before);
});

test("a world whose transfer leads nowhere is refused with its place", () => {
  const to = (repo: string, number: number) => ({
    repos: [{ name: "acme/shop", issues: [{ number: 1, transferred_to: { repo, number } }] }, { name: "acme/docs" }],
  });
  expect(() => parseWorld(to("acme/none", 1), "w")).toThrow(
    /repos\[0\]\.issues\[0\]\.transferred_to\.repo.*acme\/none/,
  );
  expect(() => parseWorld(to("acme/docs", 7), "w")).toThrow(/transferred_to\.number.*no issue 7/);
});

test("writes on projects, milestones and relations are writes in the log", async () => {
  const { simulator } = listened();
  const octokit = octokitWith(simulator, simulator.installationToken("acme"));
  const shop = { owner: "acme", repo: "shop" };
  const id = repoIn(simulator).issues.get(3)?.id ?? 0;
  await octokit.request("POST /orgs/acme/projectsV2/5/items", { type: "Issue", id });
  await octokit.request("GET /orgs/acme/projectsV2/5/items");
  await octokit.rest.issues.updateMilestone({ ...shop, milestone_number: 1, state: "closed" });
  await octokit.rest.issues.addBlockedByDependency({ ...shop, issue_number: 1, issue_id: id });
  await octokit.rest.issues.removeDependencyBlockedBy({ ...shop, issue_number: 1, issue_id: id });
  await octokit.rest.issues.listSubIssues({ ...shop, issue_number: 1 });
  const { json } = await control(simulator, "GET", "requests");
  expect((json as { operation: string; write: boolean }[]).map(({ operation, write }) => [operation, write])).toEqual([
    ["/orgs/{org}/projectsV2/{project_number}/items", true],
    ["/orgs/{org}/projectsV2/{project_number}/items", false],
    ["/repos/{owner}/{repo}/milestones/{milestone_number}", true],
    ["/repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by", true],
    ["/repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}", true],
    ["/repos/{owner}/{repo}/issues/{issue_number}/sub_issues", false],
  ]);
});
