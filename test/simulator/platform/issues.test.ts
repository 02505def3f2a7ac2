import { expect, test } from "vitest";
import { createSimulator, parseWorld, type Simulator, worldOf } from "../../../simulator/index.ts";
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

function open(): { simulator: Simulator; act: Act } {
  const simulator = createSimulator(parseWorld(WORLD, "shop"));
  const act: Act = (action, fields = {}) => simulator.do({ as: "bo", action, repo: "acme/shop", ...fields });
  return { simulator, act };
}

type Act = (action: string, fields?: object) => Readonly<Record<string, unknown>>;

const repoIn = (simulator: Simulator, name = "acme/shop") => {
  const repo = simulator.state.repos.get(name);
  if (repo === undefined) throw new Error(`the world has no ${name}`);
  return repo;
};

test("a written world knows where a transferred issue is, even after a rename", () => {
  const { simulator, act } = open();
  act("transfer-issue", { number: 2, to: "acme/docs" });
  simulator.do({ as: "bo", action: "rename-repo", repo: "acme/docs", name: "manual" });
  const again = createSimulator(parseWorld(JSON.parse(JSON.stringify(worldOf(simulator.state))), "again"));
  expect(worldOf(again.state)).toEqual(worldOf(simulator.state));
  expect(repoIn(again).issues.get(2)?.transferred_to).toEqual({ repo: "acme/manual", number: 2 });
  expect(again.state.projects[0]?.items[0]?.repo).toBe("acme/manual");
});

test("and that an issue is a duplicate", () => {
  const { simulator, act } = open();
  act("close-issue", { number: 3, state_reason: "duplicate" });
  const again = parseWorld(JSON.parse(JSON.stringify(worldOf(simulator.state))), "again");
  expect(again.repos.get("acme/shop")?.issues.get(3)?.state_reason).toBe("duplicate");
});

test("people move issues between milestones, and link and unlink sub-issues", () => {
  const { simulator, act } = open();
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

test("a world whose transfer leads nowhere is refused with its location", () => {
  const to = (repo: string, number: number) => ({
    repos: [{ name: "acme/shop", issues: [{ number: 1, transferred_to: { repo, number } }] }, { name: "acme/docs" }],
  });
  expect(() => parseWorld(to("acme/none", 1), "w")).toThrow(
    /repos\[0\]\.issues\[0\]\.transferred_to\.repo.*acme\/none/,
  );
  expect(() => parseWorld(to("acme/docs", 7), "w")).toThrow(/transferred_to\.number.*no issue 7/);
});

test("writes on projects, milestones and relations are writes in the log", async () => {
  const { simulator } = open();
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
