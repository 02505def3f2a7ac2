import { expect, test } from "vitest";
import { Killed } from "./kill.ts";
import { shop, sre, type World } from "./world.ts";

const TASKS = {
  freeze: { key: "freeze", title: "Freeze" },
  notes: { key: "notes", title: "Notes", after: ["freeze"] },
  ship: { key: "ship", title: "Ship", after: ["notes", "freeze"] },
};

test("`after` is a dependency on GitHub, and readable in the text and in the table", async () => {
  // Listed before its blocker, it is created after it.
  const world = shop(sre([TASKS.ship, TASKS.notes, TASKS.freeze]));
  await world.converge(world.milestone("v1"));
  const [freeze, notes, ship] = ["freeze", "notes", "ship"].map((key) => world.task(1, key));
  expect(freeze?.blocked_by).toEqual([]);
  expect(notes?.blocked_by).toEqual([freeze?.number]);
  expect(ship?.blocked_by).toEqual([notes?.number, freeze?.number]);
  expect(notes?.body).toContain(`Waits for #${freeze?.number}.`);
  expect(ship?.body).toContain(`Waits for #${notes?.number}, #${freeze?.number}.`);
  expect(world.parent(1).body).toContain(`| ⏳ waits for #${notes?.number}, #${freeze?.number} |`);
  world.act("bob", "close-issue", { number: freeze?.number });
  await world.converge(1);
  expect(world.parent(1).body).toContain(`| ⏳ waits for #${notes?.number} |`);
});

test("a dependency that a person removed stays away, and one that they add stays", async () => {
  const world = shop(sre([TASKS.freeze, TASKS.notes]));
  await world.converge(world.milestone("v1"));
  const [freeze, notes] = [world.task(1, "freeze").number, world.task(1, "notes").number];
  const other = Number(world.act("bob", "open-issue", { title: "Ours" }).number);
  world.act("bob", "remove-blocked-by", { number: notes, other: freeze });
  await world.converge(1);
  expect(world.issue(notes).blocked_by).toEqual([]);
  world.act("bob", "add-blocked-by", { number: notes, other });
  world.act("bob", "add-blocked-by", { number: freeze, other });
  await world.converge(1);
  expect(world.issue(notes).blocked_by).toEqual([other]);
  expect(world.issue(freeze).blocked_by).toEqual([other]);
});

test("sre.yml changes which task waits for which", async () => {
  const world = shop(sre([TASKS.freeze, TASKS.notes, TASKS.ship]));
  await world.converge(world.milestone("v1"));
  const [freeze, notes, ship] = ["freeze", "notes", "ship"].map((key) => world.task(1, key).number);
  world.configure(sre([TASKS.freeze, { ...TASKS.notes, after: [] }, { ...TASKS.ship, after: ["freeze"] }]));
  await world.converge(1);
  expect(world.task(1, "notes").blocked_by).toEqual([]);
  expect(world.task(1, "notes").body).not.toContain("Waits for");
  expect(world.task(1, "ship").blocked_by).toEqual([freeze]);
  expect(world.task(1, "ship").body).toContain(`Waits for #${freeze}.`);
  // One is exchanged for another.
  world.configure(sre([TASKS.freeze, { ...TASKS.notes, after: [] }, { ...TASKS.ship, after: ["notes"] }]));
  await world.converge(1);
  expect(world.task(1, "ship").blocked_by).toEqual([notes]);
  // And the reverse.
  world.configure(
    sre([
      { ...TASKS.freeze, after: ["ship", "notes"] },
      { ...TASKS.notes, after: [] },
      { ...TASKS.ship, after: [] },
    ]),
  );
  await world.converge(1);
  expect(world.task(1, "ship").blocked_by).toEqual([]);
  expect(world.task(1, "freeze").blocked_by).toEqual([ship, notes]);
  // A task that waits for a new one.
  world.configure(sre([{ key: "tag", title: "Tag" }, TASKS.freeze, { ...TASKS.notes, after: ["tag"] }, TASKS.ship]));
  await world.converge(1);
  expect(world.task(1, "notes").blocked_by).toEqual([world.task(1, "tag").number]);
});

test.each(
  [1, 2, 3, 4].flatMap((write) => [
    { write, when: "before" as const },
    { write, when: "after" as const },
  ]),
)(
  "killed $when write $write while a dependency is removed, it is there once sre.yml asks for it again",
  async (kill) => {
    const world = shop(sre([TASKS.freeze, TASKS.notes]));
    await world.converge(world.milestone("v1"));
    world.configure(sre([TASKS.freeze, { ...TASKS.notes, after: [] }]));
    const { requests } = await world.reconcile(1, { kill }).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
      return { requests: null };
    });
    // So that every write is killed: its text, the dependency, its text, the parent.
    expect(requests).toBeNull();
    world.configure(sre([TASKS.freeze, TASKS.notes]));
    await world.converge(1);
    expect(world.task(1, "notes").blocked_by).toEqual([world.task(1, "freeze").number]);
    expect(world.task(1, "notes").body).not.toContain("dropping");
  },
);

interface Absence {
  readonly name: string;
  leaves(world: World, notes: number, parent: boolean): void;
  returns(world: World, notes: number, parent: boolean): void;
}

const ABSENCES: readonly Absence[] = [
  {
    name: "closed",
    leaves: (world, number) => world.act("bob", "close-issue", { number }),
    returns: (world, number) => world.act("bob", "reopen-issue", { number }),
  },
  {
    name: "gone from sre.yml",
    leaves: (world, _, parent) => world.configure(sre([TASKS.freeze], { parent })),
    returns: (world, _, parent) => world.configure(sre([TASKS.freeze, TASKS.notes], { parent })),
  },
  {
    name: "moved to another milestone",
    leaves: (world, number) => world.act("bob", "move-issue", { number, milestone: 2 }),
    returns: (world, number) => world.act("bob", "move-issue", { number, milestone: 1 }),
  },
  {
    name: "in a milestone that is closed",
    leaves: (world) => world.act("alice", "close-milestone", { number: 1 }),
    returns: (world) => world.act("alice", "reopen-milestone", { number: 1 }),
  },
];

// A parent has the number of a task that was moved to another milestone, or else that task would be created again.
const isKnown = ({ name, parent }: { readonly name: string; readonly parent: boolean }) =>
  !(parent && name.startsWith("moved"));

test.each(ABSENCES.flatMap((absence) => [true, false].map((parent) => ({ ...absence, parent }))).filter(isKnown))(
  "$name before its dependency was created, a task has it once it is back (parent: $parent)",
  async ({ leaves, returns, parent }) => {
    const world = shop(sre([TASKS.freeze, TASKS.notes], { parent }));
    world.milestone("v1");
    const killed = world.reconcile(1, { kill: { write: 2, when: "after" }, withStore: true });
    await expect(killed).rejects.toThrow(Killed);
    const [freeze, notes] = [world.task(1, "freeze").number, world.task(1, "notes").number];
    expect(world.issue(notes).blocked_by).toEqual([]);
    world.milestone("v2");
    leaves(world, notes, parent);
    for (const milestone of [1, 2]) await world.converge(milestone);
    returns(world, notes, parent);
    for (const milestone of [1, 2]) await world.converge(milestone);
    expect(world.issue(notes).blocked_by).toEqual([freeze]);
  },
);

test("a task that others wait for is deleted: they wait no more, and nothing is created again", async () => {
  const world = shop(sre([TASKS.freeze, TASKS.notes]));
  await world.converge(world.milestone("v1"));
  world.act("bob", "delete-issue", { number: world.task(1, "freeze").number });
  await world.converge(1);
  expect(world.task(1, "notes").body).not.toContain("Waits for");
  expect(world.tasks(1).size).toBe(1);
});

test("a milestone with dependencies needs no additional request once the counts are right", async () => {
  const tasks = Array.from({ length: 50 }, (_, at) => ({
    key: `t${at}`,
    title: `Task ${at}`,
    after: at === 0 ? [] : [`t${at - 1}`],
  }));
  const world = shop(sre(tasks));
  await world.converge(world.milestone("v1"));
  const { requests, plan } = await world.reconcile(1);
  expect(plan).toEqual([]);
  expect(requests.writes).toBe(0);
  expect(requests.rest + requests.graphql).toBeLessThanOrEqual(5);
});
