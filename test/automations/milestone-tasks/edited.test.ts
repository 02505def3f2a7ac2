import { expect, test } from "vitest";
import { shop, sre, type World } from "./world.ts";

const TASK = {
  key: "notes",
  title: "Notes for {{milestone.title}}",
  body: "Write them.",
  assignees: ["alice"],
  labels: ["docs"],
  due: "-1 business day",
};
const CHANGED = {
  ...TASK,
  title: "Better {{milestone.title}}",
  body: "Write more.",
  assignees: ["dave"],
  labels: ["release"],
};

type Change = (world: World, number: number) => void;
interface Shown {
  readonly title: string;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  readonly due: string | undefined;
  readonly text: boolean;
}
const FOLLOWED: Shown = { title: "Better v2", assignees: ["dave"], labels: ["release"], due: "2026-12-07", text: true };

function shown(world: World, number: number): Shown {
  const { title, assignees, labels, body } = world.issue(number);
  const due = /Due \*\*(\S+)\*\*/.exec(body)?.[1];
  return { title, assignees, labels: labels.map(({ name }) => name).sort(), due, text: body.includes("Write more.") };
}

const edit =
  (from: string, to: string): Change =>
  (world, number) => {
    const { body } = world.issue(number);
    if (!body.includes(from)) throw new Error(`no ${from} in ${body}`);
    world.act("bob", "edit-issue", { number, body: body.replace(from, to) });
  };

// What a person changes stays, and everything else still follows the milestone and sre.yml.
test.each<[string, readonly Change[], Partial<Shown>, readonly string[]]>([
  ["nothing", [], {}, []],
  [
    "the title",
    [(world, number) => world.act("bob", "edit-issue", { number, title: "Mine" })],
    { title: "Mine" },
    ["title"],
  ],
  [
    "an assignee beside",
    [(world, number) => world.act("bob", "assign", { number, assignee: "bob" })],
    { assignees: ["alice", "bob"] },
    ["assignees"],
  ],
  [
    "the assignee away",
    [(world, number) => world.act("bob", "unassign", { number, assignee: "alice" })],
    { assignees: [] },
    ["assignees"],
  ],
  [
    "a label beside",
    [
      (world) => world.act("bob", "create-label", { name: "mine" }),
      (world, number) => world.act("bob", "label", { number, label: "mine" }),
    ],
    { labels: ["mine", "release"] },
    ["labels"],
  ],
  ["the label away", [(world, number) => world.act("bob", "unlabel", { number, label: "docs" })], {}, ["labels"]],
  ["the date in the text", [edit("**2026-11-30** (Mon)", "2026-11-27")], { due: "2026-11-27" }, ["due"]],
  ["the text", [edit("Write them.", "Write them well.")], { text: false }, ["body"]],
  [
    "the text, and the date",
    [edit("Write them.", "Well."), edit("**2026-11-30**", "**2026-11-27**")],
    { text: false, due: "2026-11-27" },
    ["due", "body"],
  ],
  ["words before our part", [edit("<!-- detoil", "Mine first.\n\n<!-- detoil")], {}, []],
  ["words after our part", [edit("<!-- /detoil:task -->", "<!-- /detoil:task -->\n\nMine last.")], {}, []],
  [
    "line ends, in a browser",
    [
      (world, number) =>
        world.act("bob", "edit-issue", { number, body: world.issue(number).body.replaceAll("\n", "\r\n") }),
    ],
    {},
    [],
  ],
])("a person changes %s", async (_, changes, kept, edits) => {
  const world = shop(sre([TASK]));
  const milestone = world.milestone("v1", "2026-12-01");
  await world.converge(milestone);
  const { number } = world.task(milestone, "notes");
  for (const change of changes) change(world, number);
  const { facts } = await world.converge(milestone);
  expect(facts?.tasks).toMatchObject([{ key: "notes", number, human_edits: edits }]);
  world.act("alice", "edit-milestone", { number: milestone, title: "v2", due_on: "2026-12-08T12:00:00Z" });
  world.configure(sre([CHANGED]));
  await world.converge(milestone);
  expect(shown(world, number)).toEqual({ ...FOLLOWED, ...kept });
});

test.each([
  ["as a bare date", "2026-11-27"],
  ["in bold", "**2026-11-27**"],
  ["with its weekday left wrong", "**2026-11-27** (Mon)"],
])("a date in the text, %s, counts everywhere and outlives the milestone's moves", async (_, written) => {
  const world = shop(sre([TASK]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "notes");
  edit("**2026-11-30** (Mon)", written)(world, number);
  await world.converge(1);
  expect(world.parent(1).body).toContain("| Fri 27 Nov |");
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  expect(world.parent(1).body).toContain("| Fri 27 Nov |");
  expect(world.issue(number).body).toContain("2026-11-27");
  expect((await world.reconcile(1)).facts?.tasks).toMatchObject([{ due: "2026-11-27", human_edits: ["due"] }]);
});

test("a date changed back to the one in sre.yml follows it again", async () => {
  const world = shop(sre([TASK]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "notes");
  edit("**2026-11-30** (Mon)", "**2026-11-27** (Fri)")(world, number);
  await world.converge(1);
  edit("**2026-11-27** (Fri)", "**2026-11-30** (Mon)")(world, number);
  await world.converge(1);
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  expect(world.issue(number).body).toContain("Due **2026-12-07**");
});

test("a date set by a command stays, even if it is the one that sre.yml asked for before", async () => {
  const world = shop(sre([TASK]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "notes");
  edit("**2026-11-30**", "**2026-11-27**")(world, number);
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  world.act("bob", "comment", { number, body: "/sre snooze 3 days" });
  await world.converge(1);
  expect(world.issue(number).body).toContain("Due **2026-11-30**");
});

test("a title changed back to ours follows again", async () => {
  const world = shop(sre([TASK]));
  await world.converge(world.milestone("v1"));
  const { number, title } = world.task(1, "notes");
  world.act("bob", "edit-issue", { number, title: "Mine" });
  await world.converge(1);
  world.act("bob", "edit-issue", { number, title });
  await world.converge(1);
  world.act("alice", "edit-milestone", { number: 1, title: "v2" });
  await world.converge(1);
  expect(world.issue(number).title).toBe("Notes for v2");
});

test("what a person writes on the parent stays: around our part, and its title", async () => {
  const world = shop(sre([TASK]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number, body } = world.parent(1);
  world.act("bob", "edit-issue", { number, title: "Ship v1", body: `Above.\r\n\r\n${body}\r\n\r\nBelow @dave` });
  world.configure(sre([CHANGED]));
  await world.converge(1);
  expect(world.parent(1).title).toBe("Ship v1");
  expect(world.parent(1).body).toMatch(/^Above\.\r\n\r\n<!--/);
  expect(world.parent(1).body).toMatch(/-->\r\n\r\nBelow @dave$/);
  expect(world.parent(1).body).toContain("Better v1");
  // Nothing is kept within our part.
  world.act("bob", "edit-issue", { number, body: world.parent(1).body.replace("Better v1", "Worse v1") });
  await world.converge(1);
  expect(world.parent(1).body).toContain("Better v1");
});

test("a task that a person put below another issue stays there", async () => {
  const world = shop(sre([TASK]));
  await world.converge(world.milestone("v1"));
  const { number } = world.task(1, "notes");
  const epic = Number(world.act("bob", "open-issue", { title: "Epic" }).number);
  world.act("bob", "remove-sub-issue", { number: world.parent(1).number, other: number });
  world.act("bob", "add-sub-issue", { number: epic, other: number });
  await world.converge(1);
  expect(world.issue(epic).sub_issues).toEqual([number]);
  expect(world.parent(1).sub_issues).toEqual([]);
});

test("the task's date in the text is the date in force", async () => {
  const world = shop(
    sre([{ key: "freeze", title: "Freeze by {{task.due}}", body: "By {{task.due}}.", due: "0 days" }]),
  );
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number } = world.task(1, "freeze");
  const texts = () => [world.issue(number).title, /By ([\d-]+)/.exec(world.issue(number).body)?.[1]];
  expect(texts()).toEqual(["Freeze by 2026-12-01", "2026-12-01"]);
  world.act("alice", "edit-issue", {
    number,
    body: world.issue(number).body.replace("**2026-12-01**", "**2026-12-04**"),
  });
  await world.converge(1);
  expect(texts()).toEqual(["Freeze by 2026-12-04", "2026-12-04"]);
  world.act("alice", "comment", { number, body: "/sre snooze 1 business day" });
  await world.converge(1);
  expect(texts()).toEqual(["Freeze by 2026-12-07", "2026-12-07"]);
});
