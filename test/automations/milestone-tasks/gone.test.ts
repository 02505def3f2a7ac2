import { expect, test } from "vitest";
import { shop, sre } from "./world.ts";

const TASKS = [
  { key: "freeze", title: "Freeze", due: "-3 business days" },
  { key: "notes", title: "Notes", after: ["freeze"] },
];

test("a deleted task is not created again: the parent stores it", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1"));
  world.act("alice", "delete-issue", { number: world.task(1, "freeze").number });
  expect(await world.staleTargets()).toContain("milestone/1");
  await world.converge(1);
  expect([...world.tasks(1).keys()]).toEqual(["notes"]);
  expect(world.parent(1).body).toContain("| Freeze |  |  | deleted or transferred, not created again |");
  expect(world.parent(1).body).toContain("0 of 1 task done (1 not counted: moved, deleted or not planned).");
  expect((await world.reconcile(1)).facts?.tasks).toMatchObject([
    { key: "freeze", state: "missing" },
    { key: "notes" },
  ]);
});

test("without a parent the store has what was deleted", async () => {
  const world = shop(sre(TASKS, { parent: false }));
  await world.converge(world.milestone("v1"));
  world.act("alice", "delete-issue", { number: world.task(1, "freeze").number });
  await world.converge(1, { withStore: true });
  expect([...world.tasks(1).keys()]).toEqual(["notes"]);
});

test("a deleted parent is not created again, and the tasks are still reconciled", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1", "2026-12-01"));
  world.act("alice", "delete-issue", { number: world.parent(1).number });
  expect(await world.staleTargets()).toContain("milestone/1");
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1, { withStore: true });
  expect(() => world.parent(1)).toThrow();
  expect(world.task(1, "freeze").body).toContain("**2026-12-03**");
});

test("a task and the parent that are deleted together stay deleted", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1"));
  world.act("alice", "delete-issue", { number: world.parent(1).number });
  world.act("alice", "delete-issue", { number: world.task(1, "notes").number });
  await world.converge(1, { withStore: true });
  expect([...world.tasks(1).keys()]).toEqual(["freeze"]);
});

test("everything deleted: nothing is created again", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1"));
  for (const { number } of [...world.repo.issues.values()]) world.act("alice", "delete-issue", { number });
  const { plan } = await world.converge(1, { withStore: true });
  expect(plan).toEqual([]);
});

test("a transferred task is gone from here", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1"));
  world.act("alice", "transfer-issue", { number: world.task(1, "notes").number, to: "acme/attic" });
  expect(await world.staleTargets()).toContain("milestone/1");
  await world.converge(1);
  expect([...world.tasks(1).keys()]).toEqual(["freeze"]);
  expect(world.parent(1).body).toContain("| Notes |  |  | deleted or transferred, not created again |");
});

test("a task that a person moves to another milestone is moved in there, and none is created in its place", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1", "2026-12-01"));
  await world.converge(world.milestone("v2", "2026-12-24"));
  const { number } = world.task(1, "freeze");
  world.act("bob", "move-issue", { number, milestone: 2 });
  expect((await world.staleTargets()).sort()).toEqual(["milestone/1", "milestone/2"]);
  for (const milestone of [1, 2, 1]) await world.converge(milestone);
  expect(world.task(1, "freeze")).toMatchObject({ number, milestone: 2 });
  expect(world.task(1, "freeze").body).toContain("Due **2026-12-21** (Mon) for [v2]");
  expect(world.parent(1).body).toContain("| moved to [v2](https://github.com/acme/shop/milestone/2) |");
  expect(world.parent(2).body).toContain(`#${number} Freeze (from v1)`);
  // And back.
  world.act("bob", "move-issue", { number, milestone: 1 });
  expect((await world.staleTargets()).sort()).toEqual(["milestone/1", "milestone/2"]);
  for (const milestone of [2, 1]) await world.converge(milestone);
  expect(world.task(1, "freeze").body).toContain("Due **2026-11-26** (Thu) for [v1]");
  expect(world.parent(2).body).not.toContain("(from v1)");
});

test("moved to a milestone that sre.yml does not match, it stays as its own milestone asks", async () => {
  const world = shop(sre(TASKS, { match: "v*" }));
  await world.converge(world.milestone("v1", "2026-12-01"));
  world.milestone("Cleaning", "2027-01-29");
  world.act("bob", "move-issue", { number: world.task(1, "freeze").number, milestone: 2 });
  await world.converge(1);
  expect(world.task(1, "freeze").milestone).toBe(2);
  expect(world.task(1, "freeze").body).toContain("**2026-11-26**");
});

test("taken out of its milestone, a task stays out, is reconciled, and none is created in its place", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "freeze");
  world.act("bob", "move-issue", { number, milestone: null });
  expect(await world.staleTargets()).toEqual(["milestone/1"]);
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  expect(world.task(1, "freeze")).toMatchObject({ number, milestone: null });
  expect(world.task(1, "freeze").body).toContain("**2026-12-03**");
  expect(world.parent(1).body).toContain(`#${number} Freeze`);
});

test("a parent that is taken out of its milestone, or put into another, is still its parent", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1", "2026-12-01"));
  await world.converge(world.milestone("v2", "2026-12-24"));
  for (const milestone of [null, 2]) {
    world.act("bob", "move-issue", { number: world.parent(1).number, milestone });
    for (const target of [1, 2]) await world.converge(target);
  }
  world.act("bob", "close-issue", { number: world.task(1, "notes").number });
  await world.converge(1);
  expect(world.parent(1).body).toContain("1 of 2 tasks done.");
});

test("a deleted milestone: its tasks stay as they are, and nothing fails", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1", "2026-12-01"));
  world.act("alice", "delete-milestone", { number: 1 });
  for (const target of await world.staleTargets()) await world.converge(target);
  const { plan } = await world.converge("milestone/1");
  expect(plan).toEqual([]);
  expect(world.tasks(1).size).toBe(2);
  // Another one of the same title is a new one, with its own number and its own tasks.
  const again = world.milestone("v1", "2026-12-01");
  await world.converge(again);
  expect(again).toBe(2);
  expect(world.tasks(2).size).toBe(2);
});

test("a milestone takes the title of a deleted one: each keeps its tasks", async () => {
  const world = shop(sre([{ key: "a", title: "A of {{milestone.title}}" }]));
  await world.converge(world.milestone("v1"));
  await world.converge(world.milestone("v2"));
  world.act("alice", "delete-milestone", { number: 1 });
  world.act("alice", "edit-milestone", { number: 2, title: "v1" });
  await world.converge(2);
  expect(world.task(2, "a").title).toBe("A of v1");
  expect(world.tasks(2).size).toBe(1);
});

test.each([
  ["without parents", { parent: false }],
  ["killed before the parent was made", {}],
])("%s, what people moved is found where it is, and not created again", async (_, more) => {
  const world = shop(sre(TASKS, more));
  await world.converge(world.milestone("v0"));
  const milestone = world.milestone("v1", "2026-12-01");
  await world.reconcile(milestone, { kill: { write: 2, when: "after" } }).catch(() => {});
  const { number } = world.task(milestone, "freeze");
  world.act("bob", "move-issue", { number, milestone: null });
  await world.converge(milestone);
  expect(world.task(milestone, "freeze").number).toBe(number);
  expect(world.tasks(milestone).size).toBe(2);
  world.act("bob", "move-issue", { number, milestone: 1 });
  for (const one of [1, milestone]) await world.converge(one);
  expect(world.task(milestone, "freeze")).toMatchObject({ number, milestone: 1 });
});

test("everything moved out, including the parent: it is reconciled, and nothing is created again", async () => {
  const world = shop(sre(TASKS));
  await world.converge(world.milestone("v1", "2026-12-01"));
  for (const { number } of [...world.repo.issues.values()]) world.act("bob", "move-issue", { number, milestone: null });
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  expect(world.task(1, "freeze").body).toContain("**2026-12-03**");
  expect(world.parent(1).milestone).toBeNull();
});
