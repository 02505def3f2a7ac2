import { expect, test } from "vitest";
import { shop, sre, type World } from "./world.ts";

const TASKS = [
  { key: "freeze", title: "Freeze", due: "-3 business days", assignees: ["dave"] },
  { key: "notes", title: "Notes", after: ["freeze"] },
];

async function ready(top: object = {}): Promise<World> {
  const world = shop(sre(TASKS, {}, { ...top }));
  await world.converge(world.milestone("v1", "2026-12-01"));
  await world.staleTargets();
  return world;
}

/** Detoil's response to a comment, as people see it. */
async function answered(world: World, as: string, body: string, key = "freeze") {
  const { number } = world.task(1, key);
  const before = world.commentsOn(number).length;
  await world.staleTargets();
  world.act(as, "comment", { number, body });
  const at = world.issue(number).comments.length - 1;
  const targets = await world.staleTargets();
  for (const target of targets) expect(target).toBe(`conversation/${number}`);
  for (const target of targets) await world.converge(target);
  const reactions = world.issue(number).comments[at]?.reactions.map(({ content }) => content);
  const comments = world
    .commentsOn(number)
    .slice(before)
    .map((text) => text.replace(/\n\n<sub>.*<\/sub>\s*<!--.*-->\s*/s, ""));
  return { isWoken: targets.length > 0, reactions, said: comments };
}

const PROCESSED = { isWoken: true, reactions: ["eyes"] };
const REFUSED = { isWoken: true, reactions: ["confused"], said: [] };

test("snooze moves the date, reports it once, and the date is a person's from then on", async () => {
  const world = await ready();
  const result = await answered(world, "bob", "/sre snooze 2 business days");
  expect(result).toEqual({ ...PROCESSED, said: ["Now due on **Mon 30 Nov**."] });
  expect(world.task(1, "freeze").body).toContain("Due **2026-11-30** (Mon)");
  expect(world.parent(1).body).toContain("| dave | Mon 30 Nov |");
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  const { facts } = await world.converge(1);
  expect(facts?.tasks).toMatchObject([{ due: "2026-11-30", human_edits: ["due"] }, {}]);
});

test("snooze on a task without a date gives it one", async () => {
  const world = await ready();
  const { said: comments } = await answered(world, "bob", "/sre snooze 1 week", "notes");
  expect(comments).toEqual(["Now due on **Fri 27 Nov**."]);
  expect(world.task(1, "notes").body).toContain("Due **2026-11-27** (Fri)");
  await world.converge(1);
  expect(world.parent(1).body).toContain("| Fri 27 Nov |");
});

test("done closes the task as completed", async () => {
  const world = await ready();
  expect(await answered(world, "bob", "/sre done")).toEqual({ ...PROCESSED, said: ["Closed as completed."] });
  expect(world.task(1, "freeze")).toMatchObject({ state: "closed", state_reason: "completed" });
  expect(world.parent(1).body).toContain("1 of 2 tasks done.");
  expect(world.parent(1).body).not.toContain("waits for #");
});

test("take and assign change the assignees; that stays", async () => {
  const world = await ready();
  expect((await answered(world, "bob", "/sre take")).said).toEqual(["Now assigned to bob."]);
  expect(world.task(1, "freeze").assignees).toEqual(["bob"]);
  expect((await answered(world, "bob", "/sre assign @dave, ALICE @carol")).said).toEqual([
    "Now assigned to dave and alice. `carol` cannot be assigned here: they need access to the repository first.",
  ]);
  expect(world.task(1, "freeze").assignees.toSorted()).toEqual(["alice", "dave"]);
  world.configure(sre([{ ...TASKS[0], assignees: ["bob"] }]));
  await world.converge(1);
  expect(world.task(1, "freeze").assignees.toSorted()).toEqual(["alice", "dave"]);
});

test("writers may give commands, and assignees on their own task; nobody else gets a reply", async () => {
  const world = await ready();
  world.repo.permission.set("dave", "read");
  expect(await answered(world, "carol", "/sre done")).toEqual(REFUSED);
  expect(await answered(world, "mona", "/sre snooze 1 day")).toEqual(REFUSED);
  expect(await answered(world, "dave", "/sre snooze 1 day", "notes")).toEqual(REFUSED);
  expect(world.task(1, "freeze").state).toBe("open");
  expect((await answered(world, "dave", "/sre done")).said).toEqual(["Closed as completed."]);
});

test("several lines in one comment: in order, one reply", async () => {
  const world = await ready();
  const { reactions, said: comments } = await answered(world, "bob", "/sre take\n/sre snooze 1 day\n\n/sre done");
  expect(reactions).toEqual(["eyes"]);
  expect(comments).toEqual([
    "`/sre take`: Now assigned to bob.\n\n`/sre snooze 1 day`: Now due on **Fri 27 Nov**.\n\n`/sre done`: Closed as completed.",
  ]);
  expect(world.task(1, "freeze")).toMatchObject({ assignees: ["bob"], state: "closed" });
});

test("several comments by several people are each answered, in order", async () => {
  const world = await ready();
  const { number } = world.task(1, "freeze");
  for (const [who, body] of [
    ["bob", "/sre take"],
    ["carol", "/sre done"],
    ["alice", "/sre assign @alice"],
  ] as const)
    world.act(who, "comment", { number, body });
  await world.converge(1);
  expect(world.commentsOn(number)).toHaveLength(2);
  expect(world.task(1, "freeze")).toMatchObject({ assignees: ["alice"], state: "open" });
});

test.each([
  ["an unknown word", "/sre dome", "`/sre dome` is not a command here. Did you mean `/sre done`?"],
  ["help", "/sre help", "What you can ask for here, each at the start of a line of a new comment:"],
])("%s is answered once and changes nothing", async (_, body, starts) => {
  const world = await ready();
  const before = world.task(1, "freeze").body;
  const { reactions, said: comments } = await answered(world, "bob", body);
  expect(reactions).toEqual(["eyes"]);
  expect(comments).toEqual([expect.stringContaining(starts)]);
  expect(world.task(1, "freeze").body).toBe(before);
});

test.each([
  ["in code", "```\n/sre done\n```"],
  ["in a quote", "> /sre done"],
  ["within a sentence", "You can say /sre done here."],
  ["in an HTML comment", "<!--\n/sre done\n-->"],
])("%s it is not a command", async (_, body) => {
  const world = await ready();
  expect(await answered(world, "bob", body)).toEqual({ isWoken: false, reactions: [], said: [] });
  expect(world.task(1, "freeze").state).toBe("open");
});

test("a bot's comment is not a command, nor is an edited one", async () => {
  const world = await ready();
  const { number } = world.task(1, "freeze");
  world.act("renovate[bot]", "comment", { number, body: "/sre done" });
  const { id } = world.act("bob", "comment", { number, body: "Nearly." });
  world.act("bob", "edit-comment", { id, body: "/sre done" });
  expect(await world.staleTargets()).toEqual([]);
  await world.converge(1);
  expect(world.task(1, "freeze").state).toBe("open");
  expect(world.commentsOn(number)).toEqual([]);
});

test("the parent has help alone; it says where a task's command belongs", async () => {
  const world = await ready();
  const { number } = world.parent(1);
  for (const [who, body] of [
    ["bob", "/sre done"],
    ["bob", "/sre help"],
    ["carol", "/sre help"],
  ] as const)
    world.act(who, "comment", { number, body });
  await world.converge(1);
  const [freeze, notes] = [world.task(1, "freeze").number, world.task(1, "notes").number];
  expect(world.commentsOn(number).map((text) => text.split("\n")[0])).toEqual([
    `\`/sre done\` belongs on the task's own issue: #${freeze}, #${notes}.`,
    expect.stringContaining(`belong on the task's own issue: #${freeze}, #${notes}.`),
  ]);
  expect(world.parent(1).comments[2]?.reactions).toMatchObject([{ content: "confused" }]);
});

test("commands on a task that was moved into another milestone are answered there, once", async () => {
  const world = await ready();
  await world.converge(world.milestone("v2", "2026-12-24"));
  const { number } = world.task(1, "freeze");
  world.act("bob", "move-issue", { number, milestone: 2 });
  for (const target of await world.staleTargets()) await world.converge(target);
  world.act("bob", "comment", { number, body: "/sre done" });
  for (const target of await world.staleTargets()) await world.converge(target);
  expect(world.commentsOn(number)).toHaveLength(1);
  expect(world.issue(number).state).toBe("closed");
  for (const milestone of [1, 2]) await world.converge(milestone);
});

test("commands still work in a closed milestone", async () => {
  const world = await ready();
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1);
  expect((await answered(world, "bob", "/sre done")).said).toEqual(["Closed as completed."]);
  expect((await answered(world, "bob", "/sre take", "notes")).said).toEqual(["Now assigned to bob."]);
  expect(world.task(1, "notes").assignees).toEqual(["bob"]);
});

test("replies are in the team's language", async () => {
  const world = await ready({ language: "ja" });
  expect((await answered(world, "bob", "/sre snooze 2 business days")).said).toEqual([
    "期日を **11月30日(月)** に変更しました。",
  ]);
});
