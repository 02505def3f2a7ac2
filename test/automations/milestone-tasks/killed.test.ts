import { expect, test } from "vitest";
import { Killed, momentsOf } from "./kill.ts";
import { shop, sre, type World } from "./world.ts";

const TASKS = [
  {
    key: "freeze",
    title: "Freeze {{milestone.title}}",
    due: "-3 business days",
    labels: ["release"],
    assignees: ["dave"],
  },
  { key: "notes", title: "Notes", due: "-1 business day", after: ["freeze"], assignees: { rotate: ["alice", "bob"] } },
];
const MORE = { project: { owner: "acme", number: 5, status: "Todo", "due-field": "Due date" } };
const BOARD = {
  owner: "acme",
  number: 5,
  fields: [
    { name: "Status", options: ["Todo"] },
    { name: "Due date", type: "date" },
  ],
};

interface Story {
  readonly name: string;
  readonly more?: object;
  /** What happened and was reconciled before. */
  before?(world: World): Promise<void>;
  /** What the killed reconciliation has to do, in this milestone. */
  happens(world: World): number;
}

const made = (world: World) => world.milestone("v1.2", "2026-12-01");
const settled = async (world: World) => void (await world.converge(made(world)));

const STORIES: readonly Story[] = [
  { name: "a new milestone", happens: made },
  { name: "a new milestone, without parents", more: { parent: false }, happens: made },
  {
    name: "everything changes",
    before: settled,
    happens(world) {
      world.act("alice", "edit-milestone", { number: 1, title: "v2", due_on: "2026-12-08T12:00:00Z" });
      const notes = { key: "notes", title: "Release notes", due: "-2 days", labels: ["docs"] };
      world.configure(sre([notes, { key: "tag", title: "Tag", after: ["notes"] }], MORE));
      return 1;
    },
  },
  {
    name: "sre.yml asks for more dependencies",
    before: settled,
    happens(world) {
      world.configure(sre([{ ...TASKS[0], after: ["tag"] }, TASKS[1] ?? {}, { key: "tag", title: "Tag" }], MORE));
      return 1;
    },
  },
  {
    name: "commands",
    before: settled,
    happens(world) {
      const { number } = world.task(1, "freeze");
      world.act("bob", "comment", { number, body: "/sre take\n/sre snooze 1 business day" });
      world.act("carol", "comment", { number, body: "/sre done" });
      world.act("dave", "comment", { number, body: "/sre done" });
      world.act("bob", "comment", { number, body: "/sre assign @alice" });
      world.act("bob", "comment", { number: world.task(1, "notes").number, body: "/sre help" });
      world.act("bob", "comment", { number: world.parent(1).number, body: "/sre done" });
      return 1;
    },
  },
  {
    name: "reminders in the place of former ones",
    async before(world) {
      await settled(world);
      world.setNow("2026-12-02T01:00:00Z");
      await world.converge(1);
    },
    happens(world) {
      world.setNow("2026-12-03T01:00:00Z");
      return 1;
    },
  },
  ...["comment", "rollover", "block"].flatMap((onClose) =>
    [true, false].map((parent) => ({
      name: `closed over open tasks: ${onClose}, ${parent ? "with" : "without"} a parent`,
      more: { "on-close": onClose, parent },
      before: settled,
      happens(world: World) {
        world.act("alice", "close-milestone", { number: 1 });
        return 1;
      },
    })),
  ),
  {
    name: "a task deleted, one moved out, one closed",
    before: settled,
    happens(world) {
      world.act("alice", "delete-issue", { number: world.task(1, "freeze").number });
      world.act("alice", "move-issue", { number: world.task(1, "notes").number, milestone: null });
      return 1;
    },
  },
];

async function begun({ more, before, happens }: Story): Promise<{ world: World; milestone: number }> {
  const world = shop(sre(TASKS, { ...MORE, ...more }), { world: { projects: [BOARD] } });
  await before?.(world);
  return { world, milestone: happens(world) };
}

/** Everything that people see, whatever order it was created in. A lost reply gives the task's present state. */
function seen(world: World) {
  return {
    issues: [...world.repo.issues.values()].map(({ id: _, edits: _history, ...issue }) => ({
      ...issue,
      comments: issue.comments.map(({ user, body, reactions }) => ({
        user,
        body: body.includes("detoil:reply") ? "reply" : body,
        reactions,
      })),
    })),
    milestones: [...world.repo.milestones.values()],
    labels: [...world.repo.labels.keys()],
    items: new Map(world.state.projects[0]?.items.map(({ number, fields }) => [number, fields])),
  };
}

test.each(STORIES)(
  "killed at any write, a later reconciliation ends as if nothing had happened: $name",
  async (story) => {
    const calm = await begun(story);
    const { requests } = await calm.world.converge(calm.milestone);
    expect(requests.writes).toBeGreaterThan(1);
    const expected = seen(calm.world);
    for (let write = 1; write <= requests.writes; write += 1) {
      for (const when of momentsOf(write)) {
        const { world, milestone } = await begun(story);
        await expect(world.reconcile(milestone, { kill: { write, when } })).rejects.toThrow(Killed);
        await world.converge(milestone);
        expect(seen(world), `killed ${when} write ${write}`).toEqual(expected);
      }
    }
  },
);

test("killed again and again, always at the next write, it still gets there", async () => {
  for (const when of ["before", "after"] as const) {
    const story = STORIES[0];
    if (story === undefined) throw new Error("no story");
    const { world, milestone } = await begun(story);
    for (let kills = 0; ; kills += 1) {
      const died = await world.reconcile(milestone, { kill: { write: when === "after" ? 1 : 2, when } }).then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      if (!died) break;
      expect(kills).toBeLessThan(30);
    }
    await world.converge(milestone);
    expect(world.tasks(milestone).size).toBe(2);
  }
});

/** Reconciles until it is killed after this write; false: it ended before. */
async function diesAfter(write: number, world: World, milestone: number): Promise<boolean> {
  try {
    await world.reconcile(milestone, { kill: { write, when: "after" } });
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

test.each([
  ["with", true],
  ["without", false],
])("what it made and somebody moved away is not made again, wherever it is killed: %s a parent", async (_, parent) => {
  const story = { name: "moved away", more: { parent, project: undefined }, happens: made };
  let moves = 0;
  for (let first = 1, goesOn = true; goesOn; first += 1) {
    for (let second = 1, dies = true; dies; second += 1) {
      const { world, milestone } = await begun(story);
      goesOn = await diesAfter(first, world, milestone);
      for (const { number } of [...world.tasks(milestone).values()].slice(-1)) {
        world.act("alice", "move-issue", { number, milestone: null });
        moves += 1;
      }
      dies = await diesAfter(second, world, milestone);
      await world.converge(milestone);
      const keys = [...world.tasks(milestone).keys()].toSorted();
      expect(keys, `killed at write ${first} and ${second}`).toEqual(["freeze", "notes"]);
    }
  }
  expect(moves).toBeGreaterThan(5);
});

test("a parent deleted before the links of its tasks exist: they come, whatever day it is by then, and once", async () => {
  const story = { name: "deleted", more: { project: undefined }, happens: made };
  let deleted = 0;
  for (let write = 1, goesOn = true; goesOn; write += 1) {
    const { world, milestone } = await begun(story);
    const withStore = { withStore: true };
    goesOn = await world.reconcile(milestone, { ...withStore, kill: { write, when: "after" } }).then(
      () => false,
      () => true,
    );
    const parents = [...world.repo.issues.values()].filter(({ body }) => body.includes("detoil:milestone"));
    for (const { number } of parents) {
      world.act("alice", "delete-issue", { number });
      deleted += 1;
    }
    world.setNow("2026-11-22T05:00:00Z");
    await world.converge(milestone, withStore);
    expect(world.task(milestone, "notes").blocked_by, `write ${write}`).toEqual([
      world.task(milestone, "freeze").number,
    ]);
    // What a person takes away later stays away.
    world.task(milestone, "notes").blocked_by.length = 0;
    await world.converge(milestone, withStore);
    expect(world.task(milestone, "notes").blocked_by).toEqual([]);
  }
  expect(deleted).toBeGreaterThan(2);
});
