import { expect, test } from "vitest";
import { BOT, shop, sre, type World } from "./world.ts";

const FREEZE = { key: "freeze", title: "Freeze {{milestone.title}}", due: "-3 business days", assignees: ["alice"] };
const NOTES = { key: "notes", title: "Notes", after: ["freeze"], labels: ["release"] };
const REPO = { labels: [{ name: "release" }] };

/** The issues that Detoil created, whatever their text is. */
function made({ repo }: World): number[] {
  return [...repo.issues.values()].filter(({ user }) => user === BOT).map(({ number }) => number);
}

function rewrite(world: World, number: number, words: object): void {
  world.act("bob", "edit-issue", { number, ...words });
}

test.each(["All mine now.", ""])("a task whose whole text is now %j is still that task", async (body) => {
  const world = shop(sre([FREEZE, NOTES]), { repo: REPO });
  await world.converge(world.milestone("v1", "2026-12-01"));
  await world.staleTargets();
  const before = made(world);
  const { number } = world.task(1, "freeze");
  rewrite(world, number, { body });
  expect(await world.staleTargets()).toEqual(["milestone/1"]);
  const { facts } = await world.converge(1);
  expect(facts?.tasks).toMatchObject([
    { key: "freeze", number, state: "open", human_edits: ["body"] },
    { key: "notes" },
  ]);
  expect(made(world)).toEqual(before);
  expect(world.issue(number).body.startsWith(body)).toBe(true);
  expect(world.parent(1).body).toContain(`| #${number} Freeze v1 | alice | Thu 26 Nov |`);

  world.act("alice", "edit-milestone", { number: 1, title: "v2", due_on: "2026-12-08T12:00:00Z" });
  world.act("bob", "comment", { number, body: "/sre done" });
  await world.converge(1);
  expect(world.issue(number)).toMatchObject({ state: "closed", assignees: ["alice"] });
  expect(world.commentsOn(number)).toHaveLength(1);
  expect(made(world)).toEqual(before);
});

test("their other changes to it stay too", async () => {
  const world = shop(sre([FREEZE, NOTES]), { repo: REPO });
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "notes");
  rewrite(world, number, { body: "See the wiki.", title: "Notes for all" });
  world.act("bob", "unlabel", { number, labels: ["release"] });
  world.act("bob", "assign", { number, assignees: ["bob"] });
  const { facts } = await world.converge(1);
  expect(facts?.tasks).toMatchObject([
    { key: "freeze", human_edits: [] },
    { key: "notes", number, human_edits: ["title", "assignees", "labels", "body"] },
  ]);
  expect(world.issue(number)).toMatchObject({ title: "Notes for all", labels: [], assignees: ["bob"] });
});

test("a date for such a task finds its place", async () => {
  const world = shop(sre([FREEZE]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "freeze");
  rewrite(world, number, { body: "Mine." });
  world.act("alice", "comment", { number, body: "/sre snooze 1 business day" });
  await world.converge(1);
  expect(world.issue(number).body).toMatch(/^Mine\.\n\n<!--.*-->\nDue \*\*2026-11-27\*\* \(Fri\)/s);
});

test("if it was also moved out of the milestone, the parent knows it", async () => {
  const world = shop(sre([FREEZE]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "freeze");
  rewrite(world, number, { body: "Mine." });
  world.act("bob", "move-issue", { number, milestone: null });
  const { facts } = await world.converge(1);
  expect(facts?.tasks).toMatchObject([{ key: "freeze", number, state: "open" }]);
});

test.each([
  ["the store knows its number", true, { title: "Something else" }],
  ["its title tells", false, {}],
])("without a parent: %s", async (_what, withStore, words) => {
  const world = shop(sre([FREEZE, NOTES], { parent: false }), { repo: REPO });
  await world.converge(world.milestone("v1", "2026-12-01"), { withStore });
  const before = made(world);
  rewrite(world, world.task(1, "freeze").number, { body: "All mine now.", ...words });
  await world.converge(1, { withStore });
  expect(made(world)).toEqual(before);
});

test.each([true, false])("the parent's table comes back after what people wrote (store: %s)", async (withStore) => {
  const world = shop(sre([FREEZE, NOTES]), { repo: REPO });
  await world.converge(world.milestone("v1", "2026-12-01"), { withStore });
  const before = made(world);
  const { number } = world.parent(1);
  rewrite(world, number, { body: "Our release.", title: "The big one" });
  await world.converge(1, { withStore });
  expect(made(world)).toEqual(before);
  expect(world.parent(1)).toMatchObject({ number, title: "The big one" });
  expect(world.parent(1).body).toMatch(/^Our release\.\n\n<!-- detoil:milestone .*\| #1 Freeze v1 \|/s);
});

test("the texts of all of them", async () => {
  const world = shop(sre([FREEZE, NOTES]), { repo: REPO });
  await world.converge(world.milestone("v1", "2026-12-01"), { withStore: true });
  const before = made(world);
  for (const number of before) rewrite(world, number, { body: "Gone." });
  const { facts } = await world.converge(1, { withStore: true });
  expect(made(world)).toEqual(before);
  expect(facts?.tasks).toMatchObject([
    { key: "freeze", state: "open" },
    { key: "notes", state: "open" },
  ]);
});

test("somebody else's issue with a task's title is not adopted", async () => {
  const world = shop(sre([FREEZE], { parent: false }));
  world.milestone("v1", "2026-12-01");
  world.act("bob", "open-issue", { title: "Freeze v1", body: "By hand", milestone: 1 });
  await world.converge(1);
  expect(made(world)).toHaveLength(1);
});
