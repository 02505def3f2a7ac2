import { expect, test } from "vitest";
import { existing } from "../../../src/automations/milestone-tasks/task/issues-of.ts";
import { linkTasks } from "../../../src/automations/milestone-tasks/task/sub-issues.ts";
import { context, facts, task } from "./facts.ts";
import { shop, sre, type World } from "./world.ts";

/**
 * What GitHub does not answer, or not at once, stops no milestone (its behavior:
 * test/github-facts/facts/half-answers.ts).
 */

const FREEZE = { key: "freeze", title: "Freeze", due: "-3 business days" };
const NOTES = { key: "notes", title: "Notes" };
const PROJECT = { owner: "acme", number: 5, status: "Todo" };
const OURS = { owner: "acme", number: 5, fields: [{ name: "Status", options: ["Todo", "Done"] }] };

/** A person's own project, which no App may see, with these issues in it. */
const hide = (world: World, ...numbers: number[]) =>
  world.state.projects.push({
    id: 9000,
    owner: "alice",
    number: 1,
    title: "Mine",
    fields: [],
    items: numbers.map((number, at) => ({ id: 9001 + at, repo: "acme/shop", number, fields: {} })),
  });

test("an issue of the milestone in somebody's own project stops nothing", async () => {
  const world = shop(sre([FREEZE, NOTES], { project: PROJECT }), { world: { projects: [OURS] } });
  const milestone = world.milestone("v1", "2026-12-01");
  const { number } = world.act("alice", "open-issue", { title: "Theirs", milestone });
  hide(world, Number(number));
  await world.converge(milestone);
  expect([...world.tasks(milestone).keys()]).toEqual(["freeze", "notes"]);
  expect(world.item(world.task(milestone, "freeze").number)).toEqual({ Status: "Todo" });
});

test("a task that is in the team's project and in a hidden one is not a problem", async () => {
  const world = shop(sre([FREEZE], { project: PROJECT }), { world: { projects: [OURS] } });
  await world.converge(world.milestone("v1", "2026-12-01"));
  hide(world, world.task(1, "freeze").number);
  expect((await world.converge(1)).plan).toEqual([]);
});

test.each([
  ["en", /\[#(\d+)\]\(\S+\) is in a project that Detoil cannot see.*If not, add it there\./],
  ["ja", /\[#(\d+)\]\(\S+\) は Detoil から見えないプロジェクトに入っている/],
])(
  "a task that only hidden projects have is not added again, and the parent says so (%s)",
  async (language, problem) => {
    const world = shop(sre([FREEZE], { project: PROJECT }, { language }), { world: { projects: [OURS] } });
    await world.converge(world.milestone("v1", "2026-12-01"));
    const { number } = world.task(1, "freeze");
    const [ours] = world.state.projects;
    ours?.items.splice(0);
    hide(world, number);
    const { plan } = await world.converge(1);
    expect(plan.map(({ action }) => action)).toEqual(["update-issue"]);
    expect(problem.exec(world.parent(1).body)?.[1]).toBe(String(number));
    world.state.projects.pop();
    await world.converge(1);
    expect(world.parent(1).body).not.toMatch(problem);
  },
);

test("a task below an issue that Detoil may not see stays there", () => {
  const below = (parent: "unreadable" | null) => {
    const issue = task(51, { parent });
    return linkTasks(50, [["freeze", existing(issue)]], 0, facts({ own: [issue] }), context());
  };
  expect(below(null)).toMatchObject([{ action: "add-sub-issue", number: 50, sub_issue_id: 1051 }]);
  expect(below("unreadable")).toEqual([]);
});

test("a milestone too expensive for one query is read in smaller pages", async () => {
  const tasks = Array.from({ length: 40 }, (_, at) => ({ key: `t${at}`, title: `Task ${at}` }));
  const world = shop(sre(tasks));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const whole = await world.reconcile(1, { apply: false });
  await world.limit(30);
  const halved = await world.reconcile(1, { apply: false });
  expect(halved.facts).toEqual(whole.facts);
  expect(halved.plan).toEqual([]);
  expect(halved.requests.graphql).toBeGreaterThan(whole.requests.graphql);
});
