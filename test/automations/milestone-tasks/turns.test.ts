import { expect, test } from "vitest";
import { shop, sre, type World } from "./world.ts";

const rotating = (...people: string[]) => sre([{ key: "lead", title: "Lead", assignees: { rotate: people } }]);
const OF_FOUR = { alice: "admin", bob: "write", carol: "write", dave: "write" };
const leads = (world: World, milestones: readonly number[]) =>
  milestones.map((milestone) => world.task(milestone, "lead").assignees[0]);

test.each([
  ["in the order of their making", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ["the other way round", [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
  ["in any order", [4, 9, 1, 10, 2, 7, 3, 8, 6, 5]],
])("ten milestones, reconciled %s, get fair turns", async (_, order) => {
  const world = shop(rotating("alice", "bob", "dave"));
  for (let n = 1; n <= 10; n += 1) world.milestone(`v${n}`);
  for (const milestone of order) await world.converge(milestone);
  const got = leads(world, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(got).toEqual(["alice", "bob", "dave", "alice", "bob", "dave", "alice", "bob", "dave", "alice"]);
  for (const milestone of order) expect((await world.reconcile(milestone, { apply: false })).plan).toEqual([]);
});

test("turns continue across closed milestones, whatever case sre.yml spells people in", async () => {
  const world = shop(rotating("Alice", "BOB"));
  await world.converge(world.milestone("v1"));
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1);
  await world.converge(world.milestone("v2"));
  expect(leads(world, [1, 2])).toEqual(["alice", "bob"]);
  expect(world.parent(2).body).toContain("| bob |");
});

test("a turn is kept while its holder is in the list and can be assigned", async () => {
  const world = shop(rotating("alice", "bob", "dave"));
  for (const title of ["v1", "v2"]) await world.converge(world.milestone(title));
  world.configure(rotating("dave", "bob", "alice"));
  for (const milestone of [1, 2]) await world.converge(milestone);
  expect(leads(world, [1, 2])).toEqual(["alice", "bob"]);
  // bob leaves the list: the person after alice, who had the previous turn, takes over.
  world.configure(rotating("dave", "alice"));
  for (const milestone of [1, 2]) await world.converge(milestone);
  expect(leads(world, [1, 2])).toEqual(["alice", "dave"]);
  // dave loses access: alice is left.
  world.repo.permission.delete("dave");
  for (const milestone of [1, 2]) await world.converge(milestone);
  expect(leads(world, [1, 2])).toEqual(["alice", "alice"]);
});

test("whoever a person assigned instead stays; the turn counts as taken", async () => {
  const world = shop(rotating("alice", "bob"));
  await world.converge(world.milestone("v1"));
  const { number } = world.task(1, "lead");
  world.act("dave", "unassign", { number, assignee: "alice" });
  world.act("dave", "assign", { number, assignee: "dave" });
  await world.converge(1);
  await world.converge(world.milestone("v2"));
  expect(leads(world, [1, 2])).toEqual(["dave", "bob"]);
});

test("without parents the tasks store the turns", async () => {
  const config = (...people: string[]) => {
    const whole = rotating(...people);
    return { ...whole, milestones: { ...(whole.milestones as object), parent: false } };
  };
  const world = shop(config("alice", "bob"));
  for (const title of ["v1", "v2", "v3"]) await world.converge(world.milestone(title));
  expect(leads(world, [1, 2, 3])).toEqual(["alice", "bob", "alice"]);
});

test("a turn of a deleted task is not forgotten, and a milestone that does not match has none", async () => {
  const whole = rotating("alice", "bob");
  const world = shop({ ...whole, milestones: { ...(whole.milestones as object), match: "v*" } });
  await world.converge(world.milestone("v1"));
  world.act("alice", "delete-issue", { number: world.task(1, "lead").number });
  await world.converge(1);
  world.milestone("Cleaning");
  await world.converge(world.milestone("v2"));
  expect(leads(world, [3])).toEqual(["bob"]);
});

test("milestones that were left open long ago have no turns", async () => {
  const world = shop(rotating("alice", "bob", "dave"));
  for (const title of ["v0.1", "v0.2"]) world.milestone(title, "2019-03-02");
  await world.converge(world.milestone("v1", "2026-12-01"));
  expect(leads(world, [3])).toEqual(["alice"]);
});

// target/goalert#2196, near/mpc#3380: somebody who left sent the rotation back to its start.
test.each([
  [["alice", "bob", "dave"], "dave"],
  [["alice", "dave"], "dave"],
  [["dave", "alice"], "dave"],
  [["dave"], "dave"],
])("the rotation %j continues after the last person who is still in it", async (people, next) => {
  const world = shop(rotating("alice", "bob", "carol"), { repo: { permission: OF_FOUR } });
  for (const title of ["v1", "v2", "v3"]) await world.converge(world.milestone(title));
  expect(leads(world, [1, 2, 3])).toEqual(["alice", "bob", "carol"]);
  world.configure(rotating(...people));
  await world.converge(world.milestone("v4"));
  expect(leads(world, [4])).toEqual([next]);
});

test("whoever takes over a turn follows the milestone before it, and not the start of the list", async () => {
  const world = shop(rotating("alice", "bob", "carol"), { repo: { permission: OF_FOUR } });
  for (const title of ["v1", "v2", "v3"]) await world.converge(world.milestone(title));
  world.configure(rotating("alice", "bob", "dave"));
  await world.converge(3);
  expect(leads(world, [1, 2, 3])).toEqual(["alice", "bob", "dave"]);
});

test("the last turn is found behind milestones without one and behind other people's issues", async () => {
  const parentless = { ...rotating("alice", "bob", "dave") };
  const config = { ...parentless, milestones: { ...(parentless.milestones as object), match: "v*", parent: false } };
  const world = shop(config);
  const first = world.milestone("v1");
  // GitHub lists the issues of a milestone in the order in which they were created.
  for (let at = 0; at < 120; at += 1) world.act("bob", "open-issue", { title: `Bug ${at}`, milestone: first });
  await world.converge(first);
  for (let at = 0; at < 45; at += 1) world.milestone(`Sprint ${at}`);
  await world.converge(world.milestone("v2"));
  expect(leads(world, [1, 47])).toEqual(["alice", "bob"]);
});

test("so it is in a milestone with more tasks than a page", async () => {
  const config = (more: readonly object[]) => {
    const lead = { key: "lead", title: "Lead", assignees: { rotate: ["alice", "bob", "dave"] } };
    return sre([...more, lead], { parent: false });
  };
  const world = shop(config(Array.from({ length: 104 }, (_, at) => ({ key: `t${at}`, title: `T${at}` }))));
  await world.converge(world.milestone("v1"));
  expect(world.task(1, "lead").number).toBeGreaterThan(100);
  world.configure(config([]));
  await world.converge(world.milestone("v2"));
  expect(leads(world, [1, 2])).toEqual(["alice", "bob"]);
});

test("a moved task counts for its own milestone, and does not prove that it was the last one", async () => {
  const world = shop(rotating("alice", "bob", "dave"));
  for (const title of ["v1", "v2", "v3"]) world.milestone(title);
  for (const milestone of [1, 2]) await world.converge(milestone);
  world.act("alice", "move-issue", { number: world.task(1, "lead").number, milestone: 3 });
  await world.converge(3);
  expect(leads(world, [1, 2, 3])).toEqual(["alice", "bob", "dave"]);
});
