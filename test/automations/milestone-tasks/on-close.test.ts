import { expect, test } from "vitest";
import { shop, sre, type World } from "./world.ts";

const TASKS = [
  { key: "freeze", title: "Freeze {{milestone.title}}", due: "-3 business days" },
  { key: "notes", title: "Notes", due: "-1 business day", after: ["freeze"], assignees: ["bob"] },
];

/** v1.2, due on 1 December: freeze is done, notes is open, and the milestone is closed. */
async function closedWith(
  onClose: string,
  more: object = {},
  others: readonly [string, string | null][] = [],
): Promise<World> {
  const world = shop(sre(TASKS, { "on-close": onClose, ...more }));
  await world.converge(world.milestone("v1.2", "2026-12-01"));
  for (const [title, due] of others) world.milestone(title, due);
  world.act("alice", "close-issue", { number: world.task(1, "freeze").number });
  await world.converge(1);
  world.act("alice", "close-milestone", { number: 1 });
  await world.staleTargets();
  await world.converge(1);
  return world;
}

const stateOf = (world: World, milestone: number) => world.repo.milestones.get(milestone)?.state;

test("comment: said once on the parent, and the tasks stay", async () => {
  const world = await closedWith("comment");
  const { number } = world.parent(1);
  expect(world.commentsOn(number)).toEqual([expect.stringContaining("was closed with 1 of 2 tasks open.**")]);
  expect(world.commentsOn(number)[0]).toContain(`- #${world.task(1, "notes").number} · bob · due Mon 30 Nov`);
  expect(world.parent(1).state).toBe("open");
  expect(world.task(1, "notes")).toMatchObject({ state: "open", milestone: 1 });
  expect(stateOf(world, 1)).toBe("closed");
  // Reopened and closed again is another closing.
  world.act("alice", "reopen-milestone", { number: 1 });
  await world.converge(1);
  world.setNow("2026-11-20T02:00:00Z");
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1);
  expect(world.commentsOn(number)).toHaveLength(2);
});

test("leave: nothing is said or moved", async () => {
  const world = await closedWith("leave");
  expect(world.commentsOn(world.parent(1).number)).toEqual([]);
  expect(world.task(1, "notes")).toMatchObject({ state: "open", milestone: 1 });
});

test("with all tasks done there is nothing to say, whatever on-close is", async () => {
  for (const onClose of ["comment", "rollover", "block", "leave"]) {
    const world = shop(sre(TASKS, { "on-close": onClose }));
    await world.converge(world.milestone("v1", "2026-12-01"));
    for (const key of ["freeze", "notes"]) world.act("alice", "close-issue", { number: world.task(1, key).number });
    world.act("alice", "close-milestone", { number: 1 });
    await world.converge(1);
    expect(world.commentsOn(world.parent(1).number)).toEqual([]);
    expect(world.parent(1).state).toBe("closed");
    expect(stateOf(world, 1)).toBe("closed");
    expect(world.repo.milestones.size).toBe(1);
  }
});

test("block: the milestone is reopened, the parent names what is open, and a second close is accepted", async () => {
  const world = await closedWith("block");
  const { number } = world.parent(1);
  expect(stateOf(world, 1)).toBe("open");
  expect(world.commentsOn(number)).toEqual([expect.stringContaining("so Detoil reopens it.**")]);
  expect(world.parent(1).body).toContain("If you close it again, it stays closed.");
  world.setNow("2026-11-20T02:00:00Z");
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1);
  expect(stateOf(world, 1)).toBe("closed");
  expect(world.commentsOn(number)).toHaveLength(2);
  expect(world.commentsOn(number)[1]).toContain("stays closed, with 1 of 2 tasks open.**");
  // After a person reopens it, the next close is a new one.
  world.act("alice", "reopen-milestone", { number: 1 });
  await world.converge(1);
  expect(world.parent(1).body).not.toContain("A second time");
  world.setNow("2026-11-20T03:00:00Z");
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1);
  expect(stateOf(world, 1)).toBe("open");
});

test("block: a reopened milestone immediately gets what sre.yml has asked for meanwhile", async () => {
  const lead = { key: "lead", title: "Lead", assignees: { rotate: ["alice", "bob"] }, labels: ["new"] };
  const world = shop(sre([...TASKS, lead], { "on-close": "block", parent: false }));
  await world.converge(world.milestone("v1"));
  world.configure(sre(TASKS, { "on-close": "block", parent: false }));
  await world.converge(world.milestone("v2", "2026-12-01"));
  world.act("bob", "move-issue", { number: world.task(2, "freeze").number, milestone: null });
  world.configure(sre([...TASKS, lead], { "on-close": "block", parent: false }));
  world.act("alice", "close-milestone", { number: 2 });
  await world.converge(2);
  expect(stateOf(world, 2)).toBe("open");
  expect(world.task(2, "lead")).toMatchObject({ assignees: ["bob"] });
  expect([...world.tasks(2).keys()].sort()).toEqual(["freeze", "lead", "notes"]);
});

test("block without a parent: said on the open task", async () => {
  const world = await closedWith("block", { parent: false });
  expect(stateOf(world, 1)).toBe("open");
  expect(world.commentsOn(world.task(1, "notes").number)).toEqual([
    expect.stringContaining("Detoil reopens the milestone"),
  ]);
  expect(world.commentsOn(world.task(1, "freeze").number)).toEqual([]);
  world.setNow("2026-11-20T02:00:00Z");
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1);
  expect(stateOf(world, 1)).toBe("closed");
});

test.each<[string, string, readonly [string, string | null][], string, string]>([
  [
    "the next one by date",
    "*",
    [
      ["v3", "2027-02-01"],
      ["v2", "2026-12-24"],
      ["undated", null],
    ],
    "v2",
    "2026-12-21",
  ],
  [
    "one that is due on the same day",
    "*",
    [
      ["v2", "2026-12-24"],
      ["twin", "2026-12-01"],
    ],
    "twin",
    "2026-11-26",
  ],
  [
    "one that sre.yml matches",
    "v*",
    [
      ["Cleaning", "2026-12-05"],
      ["v2", "2026-12-24"],
    ],
    "v2",
    "2026-12-21",
  ],
])("rollover: open tasks go to %s", async (_, match, others, title, freeze) => {
  const world = await closedWith("rollover", { match }, others);
  const next = [...world.repo.milestones.values()].find((milestone) => milestone.title === title)?.number ?? 0;
  const moved = world.task(1, "notes");
  expect(moved.milestone).toBe(next);
  expect(world.task(1, "freeze").milestone).toBe(1);
  expect(world.commentsOn(world.parent(1).number)).toEqual([expect.stringContaining("its open task moves to")]);
  expect(world.parent(1).body).toContain(`moved to [${title}]`);
  expect(world.parent(1).state).toBe("closed");
  // The next milestone is reconciled, dates what arrived and creates its own task of that key beside it.
  expect(await world.staleTargets()).toContain(`milestone/${next}`);
  await world.converge(next);
  expect(world.task(1, "notes").number).toBe(moved.number);
  expect(world.task(next, "notes").number).not.toBe(moved.number);
  expect(world.task(next, "freeze").body).toContain(`**${freeze}**`);
  const due = /Due \*\*(\S+)\*\*/.exec(world.task(next, "notes").body)?.[1] ?? "none";
  expect(world.task(1, "notes").body).toContain(`Due **${due}**`);
  expect(world.parent(next).body).toContain(`#${moved.number} Notes (from v1.2)`);
  // Each is independent.
  world.act("bob", "close-issue", { number: moved.number });
  for (const milestone of [next, 1]) await world.converge(milestone);
  expect(world.task(next, "notes").state).toBe("open");
});

test.each([
  ["v1.2", [], "v1.3"],
  ["Sprint 09", [], "Sprint 10"],
  ["Cleaning", [], "Cleaning (next)"],
  ["Cleaning", ["Cleaning (next)"], "Cleaning (next 2)"],
  ["v1.2", ["v1.3"], "v1.4"],
])("rollover of %s with no open one after it (closed: %j) creates %s", async (title, closed, made) => {
  const world = shop(sre(TASKS, { "on-close": "rollover" }));
  await world.converge(world.milestone(title, "2026-12-01"));
  for (const one of closed) world.act("alice", "close-milestone", { number: world.milestone(one) });
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1);
  const next = [...world.repo.milestones.values()].at(-1);
  expect(next).toMatchObject({ title: made, state: "open", due_on: null });
  expect(["freeze", "notes"].map((key) => world.task(1, key).milestone)).toEqual([next?.number, next?.number]);
  expect(await world.staleTargets()).toContain(`milestone/${next?.number}`);
  await world.converge(next?.number ?? 0);
  expect(world.tasks(next?.number ?? 0).size).toBe(2);
  expect(world.task(1, "notes").body).toContain("No date yet: the milestone has none.");
});

test("rollover to an open milestone of the counted-up title, even if its date is earlier", async () => {
  const world = await closedWith("rollover", {}, [["v1.3", "2026-11-25"]]);
  expect(world.repo.milestones.size).toBe(2);
  expect(world.task(1, "notes").milestone).toBe(2);
});

test("a task that moved twice keeps its identity, and each milestone has its own", async () => {
  const world = await closedWith("rollover", {}, [
    ["v2", "2026-12-10"],
    ["v3", "2026-12-24"],
  ]);
  await world.converge(2);
  world.setNow("2026-11-20T02:00:00Z");
  world.act("alice", "close-milestone", { number: 2 });
  await world.converge(2);
  await world.converge(3);
  expect([1, 2, 3].map((milestone) => world.task(milestone, "notes").milestone)).toEqual([3, 3, 3]);
  expect(new Set([1, 2, 3].map((milestone) => world.task(milestone, "notes").number)).size).toBe(3);
  expect(world.parent(3).body).toContain("(from v1.2)");
  expect(world.parent(3).body).toContain("(from v2)");
  expect(world.parent(2).body).toContain("was closed on Fri 20 Nov.** No tasks are left in it.");
  await world.converge(1);
});

test("a milestone that is reopened after a rollover leaves what moved where it is", async () => {
  const world = await closedWith("rollover", {}, [["v2", "2026-12-10"]]);
  await world.converge(2);
  world.act("alice", "reopen-milestone", { number: 1 });
  await world.converge(1);
  expect(world.task(1, "notes").milestone).toBe(2);
  expect(world.tasks(1).size).toBe(2);
});
