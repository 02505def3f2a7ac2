import { expect, test } from "vitest";
import { ISSUE, PULL, shop, TASK } from "./world.ts";

const ON = "milestones: {tasks: [{key: freeze, title: Code freeze}]}\n";
const OFF = "";
const LINK = "[sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)";
const REMEDY = `Milestone tasks are off here: add a \`milestones\` section to ${LINK} to switch them on.`;

const PARENT = '<!-- detoil:milestone {"milestone":1} -->';
const EYES = ["eyes by detoil[bot]"];
const CONFUSED = ["confused by detoil[bot]"];

const textOf = (body: string | undefined) => body?.replace(/\n\n<sub>.*<\/sub>\n\n<!-- detoil:reply .*-->$/, "");

test.each([
  ["help, milestone tasks on", ON, ISSUE, "help", /^There is nothing to ask for here\. In the issue of a milestone/],
  [
    "help, milestone tasks off",
    OFF,
    ISSUE,
    "help",
    `There is nothing to ask for here: commands are for the issues of milestone tasks. ${REMEDY}`,
  ],
  ["help on a pull request", ON, PULL, "help", /^There is nothing to ask for here\. /],
  ["a slip", ON, ISSUE, "hlep", "`/sre hlep` is not a command here. Did you mean `/sre help`?"],
  ["an unknown word", ON, PULL, "deploy", "`/sre deploy` is not a command here. `/sre help` says what is possible."],
  ["a task's word", ON, ISSUE, "take", "`/sre take` is for the issue of a milestone task; this is not one."],
  [
    "a task's word on a pull request",
    ON,
    PULL,
    "snooze 2 days",
    "`/sre snooze` is for the issue of a milestone task; this is not one.",
  ],
  [
    "a task's word, milestone tasks off",
    OFF,
    ISSUE,
    "done",
    `\`/sre done\` is for the issue of a milestone task; this is not one. ${REMEDY}`,
  ],
  ["a task, milestone tasks off", OFF, TASK, "assign @bo", `Nothing was changed. ${REMEDY}`],
  [
    "a typo on a task, milestone tasks off",
    OFF,
    TASK,
    "hlep",
    "`/sre hlep` is not a command here. Did you mean `/sre help`?",
  ],
])("%s", async (_what, sections, number, words, answer) => {
  const world = shop(sections);
  const comment = world.say("alice", `/sre ${words}`, number);
  const [reply, ...more] = await world.converge(number);
  expect(textOf(reply)).toEqual(typeof answer === "string" ? answer : expect.stringMatching(answer));
  expect(more).toEqual([]);
  expect(world.reactions(comment)).toEqual(EYES);
});

test.each([
  ["a task", '<!-- detoil:task {"milestone":1,"key":"freeze"} -->', "Now assigned to alice."],
  ["a parent", PARENT, "`/sre take` belongs on the task's own issue."],
])("on the issue of %s its verbs are known, where milestone tasks are on", async (_what, body, answer) => {
  const world = shop(ON, body);
  const comment = world.say("alice", "/sre take", TASK);
  const stranger = world.say("bo", "/sre deploy", TASK);
  expect((await world.converge(TASK)).map(textOf)).toEqual([answer]);
  expect([comment, stranger].map(world.reactions)).toEqual([EYES, CONFUSED]);
});

const V = "milestones: {match: 'v*', tasks: [{key: freeze, title: Code freeze}]}\n";
const NO_PARENT = "milestones: {match: 'v*', parent: false, tasks: [{key: freeze, title: Code freeze}]}\n";
const madeFor = (milestone: number) => `<!-- detoil:task {"milestone":${milestone},"key":"freeze"} -->`;

test.each([
  ["in no milestone, its own is deleted", V, madeFor(9), null, true],
  ["in no milestone, its own is not matched", V, madeFor(2), null, true],
  ["in one that is not matched, its own is deleted", V, madeFor(9), 2, true],
  ["in no milestone, its own is open, without a parent", NO_PARENT, madeFor(1), null, false],
  ["in no milestone, its own is a number that nobody has", V, madeFor(9_999_999_999), null, true],
  ["in no milestone, its own is no number", V, '<!-- detoil:task {"milestone":"x","key":"freeze"} -->', null, true],
  ["moved into a matched one, its own is deleted", V, madeFor(9), 1, false],
  ["in its own, without a parent", NO_PARENT, madeFor(1), 1, false],
  ["moved out of its own, whose parent knows it", V, madeFor(1), 2, false],
])(
  "a task %s: whether the reply says that nothing reconciles it, or the command is carried out",
  async (_what, sections, body, milestone, isOrphaned) => {
    const world = shop(sections, body, "detoil[bot]", milestone);
    world.say("alice", "/sre done", TASK);
    const [reply, ...more] = await world.converge(TASK);
    if (isOrphaned)
      expect(textOf(reply)).toMatch(/^Nothing was changed: this task is in no milestone that Detoil looks at\./);
    else expect(textOf(reply)).toBe("Closed as completed.");
    expect(more).toEqual([]);
  },
);

test.each(["bo", "renovate[bot]"])("a marker that %s wrote does not count", async (maker) => {
  const world = shop(ON, PARENT, maker);
  world.say("alice", "/sre take", TASK);
  expect(await world.converge(TASK)).toHaveLength(1);
});

test("several commands, one reply, in order", async () => {
  const world = shop(ON);
  world.say("alice", "Please\n/sre take\n/sre hlep\r\n```\n/sre done\n```\n/sre");
  const [reply, ...more] = await world.converge();
  expect(textOf(reply)?.split("\n\n")).toEqual([
    "`/sre take` is for the issue of a milestone task; this is not one.",
    "`/sre hlep` is not a command here. Did you mean `/sre help`?",
    expect.stringMatching(/^`\/sre`: There is nothing to ask for here/),
  ]);
  expect(more).toEqual([]);
});

test("in Japanese", async () => {
  const world = shop("language: ja\n");
  world.say("alice", "/sre take\n/sre help");
  const [reply] = await world.converge();
  const remedy = `マイルストーンのタスクは無効です。有効にするには、${LINK} に \`milestones\` セクションを追加してください。`;
  expect(textOf(reply)?.split("\n\n")).toEqual([
    `\`/sre take\` はマイルストーンのタスクの Issue で使うコマンドです。ここでは使えません。${remedy}`,
    `\`/sre help\`: ここで使えるコマンドはありません。コマンドはマイルストーンのタスクの Issue で使います。${remedy}`,
  ]);
});

test("a repository without a sre.yml of its own is told where to write it", async () => {
  const world = shop(OFF);
  world.act("alice", "push", {
    branch: "main",
    commits: [{ message: "Remove", files: { ".github/sre.yml": null } }],
  });
  world.say("alice", "/sre take");
  const [reply] = await world.converge();
  expect(reply).toContain("add a `milestones` section to `.github/sre.yml`");
});

test("a person without write access is refused once, and gets no reply", async () => {
  const world = shop(ON);
  const comment = world.say("bo", "/sre take\n/sre help");
  expect(await world.converge()).toEqual([]);
  expect(world.reactions(comment)).toEqual(CONFUSED);
  const again = world.say("bo", "/sre please");
  expect(await world.converge()).toEqual([]);
  expect([comment, again].map(world.reactions)).toEqual([CONFUSED, CONFUSED]);
});

test("an assignee of the issue is answered", async () => {
  const world = shop(ON);
  const comment = world.say("carol", "/sre help");
  expect(await world.converge()).toHaveLength(1);
  expect(world.reactions(comment)).toEqual(EYES);
  const elsewhere = world.say("carol", "/sre help", PULL);
  expect(await world.converge(PULL)).toEqual([]);
  expect(world.reactions(elsewhere)).toEqual(CONFUSED);
});

test("a comment edited into a command, and a bot's, are ignored", async () => {
  const world = shop(ON);
  const edited = world.say("alice", "Hello");
  world.act("alice", "edit-comment", { id: edited, body: "/sre help" });
  const bot = world.say("renovate[bot]", "/sre help");
  expect(await world.converge()).toEqual([]);
  expect([edited, bot].map(world.reactions)).toEqual([[], []]);
});

test("an edit after the receipt changes nothing", async () => {
  const world = shop(ON);
  const comment = world.say("alice", "/sre take");
  world.act("detoil[bot]", "react", { id: comment, content: "eyes" });
  world.act("alice", "edit-comment", { id: comment, body: "/sre help" });
  expect(await world.converge()).toEqual([expect.stringMatching(/^There is nothing to ask for here/)]);
  expect(world.reactions(comment)).toEqual(EYES);
});

test("other people's text changes nothing: nobody is pinged, nothing is linked", async () => {
  const world = shop(ON);
  world.say("alice", "/sre @acme/everybody\n/sre <!--x-->\n/sre `#12`");
  const [reply] = await world.converge();
  expect(textOf(reply)?.replace(/(`+).*?\1(?!`)/g, "")).not.toMatch(/@|<!--|#/);
});

test("two people, two replies; GitHub is asked once for each of them", async () => {
  const world = shop(ON);
  for (const body of ["/sre help", "/sre take", "/sre deploy"]) world.say("alice", body);
  world.say("bo", "/sre help");
  world.say("bo", "/sre take");
  // sre.yml, the conversation, alice, bo
  const { requests } = await world.reconcile(ISSUE, false);
  expect({ requests: requests.rest + requests.graphql, points: requests.points }).toEqual({ requests: 4, points: 2 });
  expect(await world.converge()).toHaveLength(3);
});

test("an issue that is gone, and one without commands, need nothing", async () => {
  const world = shop(ON);
  world.say("alice", "/sre help");
  world.act("alice", "delete-issue", { number: ISSUE });
  expect((await world.reconcile()).plan).toEqual([]);
  expect((await world.reconcile(404)).plan).toEqual([]);
  expect((await world.reconcile(PULL)).facts).toEqual({ number: PULL, pending: [] });
});

test("a preview says what is pending", async () => {
  const world = shop(ON);
  const help = world.say("alice", "/sre help\n/sre Take now");
  const take = world.say("bo", "/sre take");
  expect((await world.reconcile(ISSUE, false)).facts).toEqual({
    number: ISSUE,
    pending: [
      { comment: help, author: "alice", commands: ["/sre help", "/sre Take now"], permitted: true },
      { comment: take, author: "bo", commands: ["/sre take"], permitted: false },
    ],
  });
});

test.each([
  ["what a command changed", "/sre done", ["milestone/1"]],
  ["nothing where a command changed nothing", "/sre help", []],
])("wakes %s", async (_what, body, targets) => {
  const world = shop(V, madeFor(1), "detoil[bot]", 1);
  world.say("alice", body, TASK);
  const woken = targets.map((target) => ({ automation: "milestone-tasks", target, notBefore: null }));
  expect((await world.reconcile(TASK)).wakes).toEqual(woken);
  // The process may have died before the wake of this one.
  const missed = [{ automation: "milestone-tasks", target: "milestone/1", notBefore: null }];
  expect((await world.reconcile(TASK)).wakes).toEqual(missed);
});

test("wakes both milestones of a moved task, and none where nothing claims the conversation", async () => {
  const world = shop(V, madeFor(2), "detoil[bot]", 1);
  world.say("alice", "/sre done", TASK);
  expect((await world.reconcile(TASK)).wakes.map(({ target }) => target)).toEqual(["milestone/2", "milestone/1"]);
  expect((await world.reconcile(ISSUE)).wakes).toEqual([]);
  const off = shop(OFF);
  off.say("alice", "/sre done", TASK);
  expect((await off.reconcile(TASK)).wakes).toEqual([]);
});
