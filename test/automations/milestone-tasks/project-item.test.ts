import { expect, test } from "vitest";
import { shop, sre, type World } from "./world.ts";

const FREEZE = { key: "freeze", title: "Freeze", due: "-3 business days" };
const PROJECT = { owner: "acme", number: 5, status: "Todo", "due-field": "Due date" };
const FIELDS = [
  { name: "Status", options: ["Todo", "Doing", "Done"] },
  { name: "Due date", type: "date" },
];

function inProject(
  tasks: readonly object[] = [FREEZE],
  project: object = PROJECT,
  fields: readonly object[] = FIELDS,
): World {
  return shop(sre(tasks, { project }), { world: { projects: [{ owner: "acme", number: 5, fields }] } });
}

const drag = (world: World, field: string, value: string | null) =>
  world.act("bob", "move-project-item", { number: world.task(1, "freeze").number, project: 5, field, value });
const shownDate = (world: World) => /Due \*\*(\S+)\*\*/.exec(world.task(1, "freeze").body)?.[1];

test("a new task is added to the project, with its first status and its date", async () => {
  const world = inProject([FREEZE, { key: "notes", title: "Notes" }]);
  await world.converge(world.milestone("v1", "2026-12-01"));
  expect(world.item(world.task(1, "freeze").number)).toEqual({ Status: "Todo", "Due date": "2026-11-26" });
  expect(world.item(world.task(1, "notes").number)).toEqual({ Status: "Todo" });
  expect(world.item(world.parent(1).number)).toBeUndefined();
});

test("the date follows; a status that a person set stays", async () => {
  const world = inProject();
  await world.converge(world.milestone("v1", "2026-12-01"));
  drag(world, "Status", "Doing");
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  const { number } = world.task(1, "freeze");
  expect(world.item(number)).toEqual({ Status: "Doing", "Due date": "2026-12-03" });
  world.act("alice", "edit-milestone", { number: 1, due_on: null });
  await world.converge(1);
  expect(world.item(number)).toEqual({ Status: "Doing" });
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-01T12:00:00Z" });
  await world.converge(1);
  expect(world.item(number)).toEqual({ Status: "Doing", "Due date": "2026-11-26" });
});

test("a date that a person sets in the project wins, in the text and in the table, and stays", async () => {
  const world = inProject();
  await world.converge(world.milestone("v1", "2026-12-01"));
  drag(world, "Due date", "2026-11-27");
  const { facts } = await world.converge(1);
  expect(facts?.tasks).toMatchObject([{ due: "2026-11-27", human_edits: ["due"] }]);
  expect(shownDate(world)).toBe("2026-11-27");
  expect(world.parent(1).body).toContain("| Fri 27 Nov |");
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  expect(world.item(world.task(1, "freeze").number)).toMatchObject({ "Due date": "2026-11-27" });
  expect(shownDate(world)).toBe("2026-11-27");
  // And another one after it.
  drag(world, "Due date", "2026-12-01");
  await world.converge(1);
  expect(shownDate(world)).toBe("2026-12-01");
});

test("the date and the milestone move at the same time: the person's date counts", async () => {
  const world = inProject();
  await world.converge(world.milestone("v1", "2026-12-01"));
  drag(world, "Due date", "2026-11-27");
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  expect([shownDate(world), world.item(world.task(1, "freeze").number)?.["Due date"]]).toEqual([
    "2026-11-27",
    "2026-11-27",
  ]);
});

test("a date that a person writes into the text goes to the project", async () => {
  const world = inProject();
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number, body } = world.task(1, "freeze");
  world.act("bob", "edit-issue", { number, body: body.replace("**2026-11-26**", "**2026-11-27**") });
  await world.converge(1);
  expect(world.item(number)).toMatchObject({ "Due date": "2026-11-27" });
});

test("the project shows a snoozed task's later date", async () => {
  const world = inProject();
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "freeze");
  world.act("bob", "comment", { number, body: "/sre snooze 1 day" });
  await world.converge(1);
  expect(world.item(number)).toMatchObject({ "Due date": "2026-11-27" });
  expect(shownDate(world)).toBe("2026-11-27");
});

test("a person clears the date in the project: it comes back; removes the item: it stays away", async () => {
  const world = inProject();
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "freeze");
  drag(world, "Due date", null);
  await world.converge(1);
  expect(world.item(number)).toMatchObject({ "Due date": "2026-11-26" });
  for (const project of world.state.projects) project.items = [];
  await world.converge(1);
  expect(world.item(number)).toBeUndefined();
});

test("a project that is added to sre.yml later gets the open tasks", async () => {
  const world = inProject([FREEZE, { key: "notes", title: "Notes" }], { owner: "acme", number: 6 });
  await world.converge(world.milestone("v1", "2026-12-01"));
  expect(world.parent(1).body).toContain("There is no project `acme/6`, or Detoil cannot see it.");
  world.act("bob", "close-issue", { number: world.task(1, "notes").number });
  world.configure(sre([FREEZE, { key: "notes", title: "Notes" }], { project: PROJECT }));
  await world.converge(1);
  expect(world.item(world.task(1, "freeze").number)).toEqual({ Status: "Todo", "Due date": "2026-11-26" });
  expect(world.item(world.task(1, "notes").number)).toBeUndefined();
  expect(world.parent(1).body).not.toContain("project");
});

test("without the permission the tasks are still created, and the parent says what to grant", async () => {
  const world = inProject();
  for (const installation of world.state.installations.values()) delete installation.permissions.organization_projects;
  await world.converge(world.milestone("v1", "2026-12-01"));
  expect(world.item(world.task(1, "freeze").number)).toBeUndefined();
  expect(world.parent(1).body).toContain("grant the App **Projects: Read and write**");
});

test("without the field or the status, the parent says which is missing", async () => {
  const world = inProject([FREEZE], PROJECT, [{ name: "Status", options: ["Triage"] }]);
  await world.converge(world.milestone("v1", "2026-12-01"));
  expect(world.item(world.task(1, "freeze").number)).toEqual({});
  expect(world.parent(1).body).toContain("Project `acme/5` has no status `Todo`.");
  expect(world.parent(1).body).toContain("Project `acme/5` has no date field `Due date`.");
});

test("an option's case is ignored, a field's is not", async () => {
  const world = inProject([FREEZE], { owner: "ACME", number: 5, status: "TODO", "due-field": "due date" });
  await world.converge(world.milestone("v1", "2026-12-01"));
  expect(world.item(world.task(1, "freeze").number)).toEqual({ Status: "Todo" });
  expect(world.parent(1).body).toContain("Project `ACME/5` has no date field `due date`.");
});

test("without a status in sre.yml none is set", async () => {
  const world = inProject([FREEZE], { owner: "acme", number: 5, "due-field": "Due date" });
  await world.converge(world.milestone("v1", "2026-12-01"));
  expect(world.item(world.task(1, "freeze").number)).toEqual({ "Due date": "2026-11-26" });
});

test("130 tasks in the project: a second reconciliation finds all of them", async () => {
  const world = inProject(
    Array.from({ length: 130 }, (_, at) => ({ key: `t${at}`, title: `Task ${at}`, due: "0 days" })),
  );
  await world.converge(world.milestone("v1", "2026-12-01"));
  expect(world.state.projects[0]?.items).toHaveLength(130);
});

test("an issue that is in a dozen projects is found in ours, on whatever page", async () => {
  const others = Array.from({ length: 120 }, (_, at) => ({ owner: "acme", number: 10 + at, fields: FIELDS }));
  const projects = [...others, { owner: "acme", number: 5, fields: FIELDS }];
  const world = shop(sre([FREEZE], { project: PROJECT }), { world: { projects } });
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "freeze");
  for (const { number: project, items } of world.state.projects)
    if (project !== 5) items.push({ id: 1000 + project, repo: "acme/shop", number, fields: {} });
  drag(world, "Due date", "2026-11-27");
  const { facts, requests } = await world.converge(1);
  expect(facts?.tasks).toMatchObject([{ due: "2026-11-27", human_edits: ["due"] }]);
  expect(world.state.projects.at(-1)?.items).toHaveLength(1);
  // Ten with the list, then a hundred at a time.
  expect(requests.graphql).toBe(4);
  // Moved out of the milestone it is read on its own, with the same result.
  world.act("bob", "move-issue", { number, milestone: null });
  drag(world, "Due date", "2026-11-30");
  expect((await world.converge(1)).facts?.tasks).toMatchObject([{ due: "2026-11-30" }]);
});
