import { expect, test } from "vitest";
import { shop, sre } from "./world.ts";

const FREEZE = { key: "freeze", title: "Freeze {{milestone.title}}", due: "-3 business days" };
const NOTES = { key: "notes", title: "Notes", assignees: ["alice"], labels: ["docs"] };

test("a renamed milestone renames its tasks and its parent", async () => {
  const world = shop(sre([{ ...FREEZE, body: "For {{milestone.title}}" }]));
  const milestone = world.milestone("v1.2", "2026-12-01");
  await world.converge(milestone);
  world.act("alice", "edit-milestone", { number: milestone, title: "v2.0" });
  expect(await world.staleTargets()).toEqual(["milestone/1"]);
  await world.converge(milestone);
  expect(world.task(milestone, "freeze").title).toBe("Freeze v2.0");
  expect(world.task(milestone, "freeze").body).toContain("For v2.0");
  expect(world.task(milestone, "freeze").body).not.toContain("v1.2");
  expect(world.parent(milestone).title).toBe("v2.0: tasks");
  expect(world.parent(milestone).body).not.toContain("v1.2");
});

test("renamed out of `match`, a milestone is left alone; renamed back, it is reconciled again", async () => {
  const world = shop(sre([FREEZE], { match: "v*" }));
  const milestone = world.milestone("v1", "2026-12-01");
  await world.converge(milestone);
  world.act("alice", "edit-milestone", { number: milestone, title: "Cleaning", due_on: "2026-12-08T12:00:00Z" });
  await world.converge(milestone);
  expect(world.task(milestone, "freeze").title).toBe("Freeze v1");
  world.act("alice", "edit-milestone", { number: milestone, title: "v2" });
  await world.converge(milestone);
  expect(world.task(milestone, "freeze").title).toBe("Freeze v2");
  expect(world.task(milestone, "freeze").body).toContain("Due **2026-12-03**");
});

test("sre.yml adds a task and changes another", async () => {
  const world = shop(sre([NOTES]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "notes");
  const changed = {
    key: "notes",
    title: "Release notes",
    assignees: ["bob"],
    labels: ["docs", "release"],
    body: "Write.",
  };
  world.configure(sre([FREEZE, { ...changed, due: "-1 day", after: ["freeze"] }]));
  const { plan } = await world.reconcile(1, { apply: false });
  expect(plan.find((action) => action.action === "update-issue" && action.number === number)?.because).toBe(
    "the milestone or sre.yml asks for something else now",
  );
  await world.converge(1);
  expect(world.issue(number)).toMatchObject({ title: "Release notes", assignees: ["bob"] });
  expect(world.issue(number).labels.map(({ name }) => name)).toEqual(["docs", "release"]);
  expect(world.issue(number).body).toContain("Write.");
  expect(world.issue(number).body).toContain("Due **2026-11-30** (Mon)");
  const freeze = world.task(1, "freeze").number;
  expect(world.parent(1).sub_issues).toEqual([number, freeze]);
  // In the order of sre.yml, not of their creation.
  expect(world.parent(1).body).toMatch(new RegExp(`#${freeze} Freeze v1 [^]*#${number} Release notes`));
});

test("a task that leaves sre.yml says so once, stays as it is, and deletes the comment when it returns", async () => {
  const world = shop(sre([FREEZE, NOTES]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "notes");
  const before = world.issue(number).title;
  world.configure(sre([FREEZE]));
  const { plan } = await world.reconcile(1, { apply: false });
  const updates = plan.flatMap((action) =>
    action.action === "update-issue" && action.number === number ? [action.because] : [],
  );
  // The comment says it; what the task's own text gets is hidden.
  expect(updates).toEqual(["to remember what the milestone or sre.yml asks for now; nobody sees a difference"]);
  await world.converge(1);
  expect(world.commentsOn(number)).toEqual([expect.stringContaining("**This task is no longer in sre.yml.**")]);
  expect(world.issue(number)).toMatchObject({ title: before, state: "open", assignees: ["alice"] });
  expect(world.parent(1).body).toContain(`#${number} Notes`);
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  expect(world.commentsOn(number)).toHaveLength(1);
  world.configure(sre([FREEZE, NOTES]));
  await world.converge(1);
  expect(world.commentsOn(number)).toEqual([]);
  // And a second time.
  world.configure(sre([FREEZE]));
  await world.converge(1);
  expect(world.commentsOn(number)).toHaveLength(1);
});

test("a person deletes the comment on a task that left sre.yml: it does not come again", async () => {
  const world = shop(sre([FREEZE, NOTES]));
  await world.converge(world.milestone("v1"));
  const { number } = world.task(1, "notes");
  world.configure(sre([FREEZE]));
  await world.converge(1);
  world.act("alice", "delete-comment", { id: world.issue(number).comments[0]?.id });
  await world.converge(1);
  expect(world.commentsOn(number)).toEqual([]);
});

test("a task under another key is another task", async () => {
  const world = shop(sre([NOTES]));
  await world.converge(world.milestone("v1"));
  world.configure(sre([{ ...NOTES, key: "release-notes" }]));
  await world.converge(1);
  expect([...world.tasks(1).keys()]).toEqual(["notes", "release-notes"]);
  expect(world.commentsOn(world.task(1, "notes").number)).toHaveLength(1);
});

// GitHub has three reasons for closing (github/rest-api-description#4492); two of them are neither done nor open.
test.each([
  ["completed", "✅ done", "1 of 1 task done."],
  ["not_planned", "not planned", "No tasks are left in it."],
  ["duplicate", "not planned", "No tasks are left in it."],
])("a task that was closed as %s", async (state_reason, shown, counted) => {
  const world = shop(sre([FREEZE]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "freeze");
  world.act("bob", "close-issue", { number, state_reason });
  await world.converge(1);
  expect(world.issue(number)).toMatchObject({ state: "closed", state_reason });
  expect(world.parent(1).body).toContain(`| #1 Freeze v1 |  | Thu 26 Nov | ${shown} |`);
  expect(world.parent(1).body).toContain(counted);
});

test("a task that a person closed stays closed and unchanged; reopened, it stays open and is reconciled", async () => {
  const world = shop(sre([FREEZE]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "freeze");
  world.act("bob", "close-issue", { number, state_reason: "not_planned" });
  expect(await world.staleTargets()).toContain("milestone/1");
  await world.converge(1);
  expect(world.issue(number).state).toBe("closed");
  expect(world.parent(1).body).toContain("| #1 Freeze v1 |  | Thu 26 Nov | not planned |");
  const { body } = world.issue(number);
  world.act("alice", "edit-milestone", { number: 1, title: "v2", due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  expect(world.issue(number)).toMatchObject({ state: "closed", body });
  world.act("bob", "reopen-issue", { number });
  expect(await world.staleTargets()).toContain("milestone/1");
  await world.converge(1);
  expect(world.issue(number)).toMatchObject({ state: "open", title: "Freeze v2" });
  expect(world.issue(number).body).toContain("Due **2026-12-03**");
});

test("the parent closes with the milestone once all is done, and reopens with it", async () => {
  const world = shop(sre([FREEZE]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  world.act("bob", "close-issue", { number: world.task(1, "freeze").number });
  await world.converge(1);
  expect(world.parent(1).state).toBe("open");
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1);
  expect(world.parent(1)).toMatchObject({ state: "closed", state_reason: "completed" });
  expect(world.parent(1).body).toContain("was closed on Fri 20 Nov.** 1 of 1 task done.");
  world.act("alice", "reopen-milestone", { number: 1 });
  await world.converge(1);
  expect(world.parent(1).state).toBe("open");
  // A person closes it, so it stays closed.
  world.act("alice", "close-issue", { number: world.parent(1).number });
  await world.converge(1);
  expect(world.parent(1).state).toBe("closed");
});

test("a parent that a person reopened after the end stays open", async () => {
  const world = shop(sre([FREEZE]));
  await world.converge(world.milestone("v1"));
  world.act("bob", "close-issue", { number: world.task(1, "freeze").number });
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1);
  world.act("alice", "reopen-issue", { number: world.parent(1).number });
  await world.converge(1);
  expect(world.parent(1).state).toBe("open");
});

test("`parent: false` later on leaves the existing parent alone", async () => {
  const world = shop(sre([FREEZE]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { body } = world.parent(1);
  world.configure(sre([FREEZE, NOTES], { parent: false }));
  await world.converge(1);
  expect(world.parent(1).body).toBe(body);
  expect(world.tasks(1).size).toBe(2);
});
