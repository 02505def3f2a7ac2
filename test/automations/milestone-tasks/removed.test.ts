import { expect, test } from "vitest";
import { shop, sre, type World } from "./world.ts";

const TASKS = [
  { key: "freeze", title: "Freeze", due: "-3 business days" },
  { key: "notes", title: "Notes", due: "-1 business day", after: ["freeze"] },
];
const PROJECT = { owner: "acme", number: 5, status: "Todo", "due-field": "Due date" };
const FIELDS = [
  { name: "Status", options: ["Todo"] },
  { name: "Due date", type: "date" },
];
const projects = [5, 6].map((number) => ({ owner: "acme", number, fields: FIELDS }));

const WAYS: readonly (readonly [string, object])[] = [
  ["with a parent", {}],
  ["without a parent", { parent: false }],
];

function made(more: object): Promise<World> {
  const world = shop(sre(TASKS, { project: PROJECT, ...more }), { world: { projects } });
  return world.converge(world.milestone("v1", "2026-12-01")).then(() => world);
}

function takeOffProject(world: World, number: number): void {
  for (const project of world.state.projects) {
    project.items = project.items.filter((item) => item.number !== number);
  }
}

/** Everything about the milestone changes: what was removed must not come back with it. */
async function shaken(world: World, more: object): Promise<void> {
  expect((await world.reconcile(1)).plan).toEqual([]);
  world.act("alice", "edit-milestone", { number: 1, title: "v2", due_on: "2026-12-08T12:00:00Z" });
  world.configure(
    sre([...TASKS.map((task) => ({ ...task, labels: ["release"] })), { key: "tag", title: "Tag", after: ["notes"] }], {
      project: PROJECT,
      ...more,
    }),
  );
  await world.converge(1);
  expect(world.task(1, "tag").blocked_by).toEqual([world.task(1, "notes").number]);
}

// makeplane/plane#4731: what a person removed was added again every time.
test("a task that a person takes out of the parent stays out, and others are added", async () => {
  const world = await made({});
  const parent = world.parent(1).number;
  const { number } = world.task(1, "freeze");
  world.act("bob", "remove-sub-issue", { number: parent, other: number });
  await shaken(world, {});
  expect(world.parent(1).sub_issues).toEqual([world.task(1, "notes").number, world.task(1, "tag").number]);
});

test("all tasks taken out of the parent stay out", async () => {
  const world = await made({});
  world.parent(1).sub_issues = [];
  await shaken(world, {});
  expect(world.parent(1).sub_issues).toEqual([world.task(1, "tag").number]);
});

test.each(WAYS)("a dependency that a person removes stays away, %s", async (_, more) => {
  const world = await made(more);
  const { number } = world.task(1, "notes");
  world.act("bob", "remove-blocked-by", { number, other: world.task(1, "freeze").number });
  await shaken(world, more);
  expect(world.task(1, "notes").blocked_by).toEqual([]);
  // Only what sre.yml newly asks for is created.
  const notes = { key: "notes", title: "Notes", after: ["freeze", "tag"] };
  const tag = { key: "tag", title: "Tag" };
  world.configure(sre([{ key: "freeze", title: "Freeze" }, notes, tag], { project: PROJECT, ...more }));
  await world.converge(1);
  expect(world.task(1, "notes").blocked_by).toEqual([world.task(1, "tag").number]);
  expect(world.task(1, "tag").blocked_by).toEqual([]);
});

test.each(WAYS)("a task that a person removes from the project stays out, %s", async (_, more) => {
  const world = await made(more);
  const { number } = world.task(1, "freeze");
  takeOffProject(world, number);
  await shaken(world, more);
  expect(world.item(number)).toBeUndefined();
  expect(world.item(world.task(1, "notes").number)).toMatchObject({ "Due date": "2026-12-07" });
  expect(world.item(world.task(1, "tag").number)).toEqual({ Status: "Todo" });
  // Added again by a person, it is kept up to date again.
  const project = world.state.projects[0];
  const id = Math.max(0, ...world.state.projects.flatMap(({ items }) => items.map((item) => item.id))) + 1;
  project?.items.push({ id, repo: "acme/shop", number, fields: {} });
  await world.converge(1);
  expect(world.item(number)).toEqual({ Status: "Todo", "Due date": "2026-12-03" });
});

test("another project in sre.yml takes all tasks in", async () => {
  const world = await made({});
  const { number } = world.task(1, "freeze");
  takeOffProject(world, number);
  await world.converge(1);
  world.configure(sre(TASKS, { project: { ...PROJECT, number: 6 } }));
  await world.converge(1);
  const items = world.state.projects.find((project) => project.number === 6)?.items ?? [];
  expect(items.map((item) => item.number).sort()).toEqual([number, world.task(1, "notes").number].sort());
  takeOffProject(world, number);
  expect((await world.reconcile(1)).plan).toEqual([]);
});

test("a preview without a store knows it, too", async () => {
  const world = await made({});
  for (const issue of world.repo.issues.values()) Object.assign(issue, { sub_issues: [], blocked_by: [] });
  for (const project of world.state.projects) project.items = [];
  expect((await world.reconcile(1, { apply: false, withStore: false })).plan).toEqual([]);
});

test("a dependency that sre.yml takes back and asks for again within minutes is there again", async () => {
  const more = { project: PROJECT };
  const world = await made({});
  const [freeze, notes] = [world.task(1, "freeze").number, world.task(1, "notes").number];
  world.configure(sre([TASKS[0] ?? {}, { ...TASKS[1], after: [] }], more));
  await world.reconcile(1, { withStore: true });
  expect(world.issue(notes).blocked_by).toEqual([]);
  world.configure(sre(TASKS, more));
  await world.reconcile(1, { withStore: true });
  expect(world.issue(notes).blocked_by).toEqual([freeze]);
  world.configure(sre([TASKS[0] ?? {}, { ...TASKS[1], after: [] }], more));
  await world.reconcile(1, { withStore: true });
  world.configure(sre(TASKS, more));
  await world.reconcile(1, { withStore: true });
  expect(world.issue(notes).blocked_by).toEqual([freeze]);
});
