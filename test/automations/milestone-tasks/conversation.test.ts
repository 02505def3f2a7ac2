import { expect, test } from "vitest";
import { Killed, momentsOf } from "./kill.ts";
import { shop, sre, type World } from "./world.ts";

const TASKS = [
  { key: "freeze", title: "Code freeze", due: "-10 business days", assignees: ["mona"] },
  { key: "notes", title: "Release notes", due: "-1 business day", assignees: ["bob"], after: ["freeze"] },
];
const TUESDAY = "2026-11-24T01:00:00Z";
const WEDNESDAY = "2026-11-25T01:00:00Z";

type OnClose = "comment" | "rollover" | "block" | "leave";

/** v1.2 with its tasks, on the following Tuesday: the freeze is late. */
async function late(onClose: OnClose = "comment", parent = true): Promise<World> {
  const world = shop(sre(TASKS, { "on-close": onClose, parent }));
  await world.converge(world.milestone("v1.2", "2026-12-01"));
  world.setNow(TUESDAY);
  return world;
}

/** Reconciles, killed at the given write; later reconciliations must finish the work. False: there was no such write. */
async function reconcileKilled(world: World, write: number, when: "before" | "after"): Promise<boolean> {
  try {
    await world.reconcile(1, { kill: { write, when } });
    return false;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    await world.converge(1);
    return true;
  }
}

/** What people see; replies by what they answer, since one that replaces a lost reply gives the present state. */
function shown({ repo }: World) {
  return {
    milestones: [...repo.milestones.values()].map(({ number, title, state }) => ({ number, title, state })),
    issues: [...repo.issues.values()].map((issue) => ({
      number: issue.number,
      state: issue.state,
      milestone: issue.milestone,
      assignees: issue.assignees,
      body: issue.body,
      comments: issue.comments.map(({ user, body, reactions }) => {
        return { user, body: /<!-- detoil:reply .*-->/.exec(body)?.[0] ?? body, reactions };
      }),
    })),
  };
}

const SITUATIONS: readonly (readonly [string, () => Promise<World>])[] = [
  [
    "a reminder that replaces the previous one",
    async () => {
      const world = await late();
      await world.converge(1);
      world.setNow(WEDNESDAY);
      return world;
    },
  ],
  [
    "commands of several people",
    async () => {
      const world = await late();
      const { number } = world.task(1, "freeze");
      world.act("mona", "comment", { number, body: "/sre snooze 2 business days\n/sre assign @dave" });
      world.act("mona", "comment", { number, body: "/sre done" });
      world.act("dave", "comment", { number, body: "Done.\n\n/sre done" });
      world.act("bob", "comment", { number: world.task(1, "notes").number, body: "/sre take" });
      world.act("bob", "comment", { number: world.parent(1).number, body: "/sre help" });
      return world;
    },
  ],
  ...(["comment", "rollover", "block", "leave"] as const).flatMap((onClose) =>
    [true, false].map((parent): readonly [string, () => Promise<World>] => [
      `a closing: ${onClose}${parent ? "" : ", without a parent"}`,
      async () => {
        const world = await late(onClose, parent);
        world.act("bob", "close-milestone", { number: 1 });
        return world;
      },
    ]),
  ),
];

test.each(SITUATIONS)("killed at any write, everything is said and done once: %s", async (_name, commandContext) => {
  const whole = await commandContext();
  await whole.converge(1);
  const expected = shown(whole);
  let isKilled = true;
  for (let write = 1; isKilled; write += 1) {
    for (const when of momentsOf(write)) {
      const world = await commandContext();
      isKilled = await reconcileKilled(world, write, when);
      expect(shown(world)).toEqual(expected);
    }
  }
});

test("everything that several people asked for is there in the end", async () => {
  const world = await (SITUATIONS[1]?.[1] ?? late)();
  await world.converge(1);
  const freeze = world.task(1, "freeze");
  expect(freeze).toMatchObject({ state: "closed", assignees: ["dave"] });
  expect(freeze.body).toContain("Due **2026-11-26** (Thu)");
  const reactions = freeze.comments.flatMap((comment) => comment.reactions.map(({ content }) => content));
  expect(reactions).toEqual(["eyes", "confused", "eyes"]);
  expect(world.commentsOn(freeze.number)).toHaveLength(2);
});

test("a milestone that is closed twice over open tasks stays closed, and a third close is a new one", async () => {
  const world = await late("block");
  const states: string[] = [];
  const closeIt = async () => {
    world.act("bob", "close-milestone", { number: 1 });
    await world.converge(1);
    states.push(world.repo.milestones.get(1)?.state ?? "");
  };
  await closeIt();
  world.setNow("2026-11-24T02:00:00Z");
  await closeIt();
  world.act("bob", "edit-milestone", { number: 1, state: "open" });
  await world.converge(1);
  world.setNow("2026-11-24T03:00:00Z");
  await closeIt();
  expect(states).toEqual(["open", "closed", "open"]);
  expect(world.commentsOn(world.parent(1).number)).toHaveLength(3);
});

test("what rolled over keeps its identity beside the next milestone's own task", async () => {
  const world = await late("rollover");
  const next = world.milestone("v1.3", "2026-12-15");
  await world.converge(next);
  const moved = world.task(1, "freeze");
  world.act("alice", "close-issue", { number: world.task(1, "notes").number });
  world.act("bob", "close-milestone", { number: 1 });
  await world.converge(1);
  await world.converge(next);
  expect(world.task(1, "freeze")).toMatchObject({ number: moved.number, milestone: next, state: "open" });
  expect(world.task(1, "notes").milestone).toBe(1);
  expect(world.task(next, "freeze").number).not.toBe(moved.number);
  expect(world.commentsOn(world.parent(1).number)).toHaveLength(1);
});
