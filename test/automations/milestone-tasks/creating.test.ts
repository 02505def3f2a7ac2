import { expect, test } from "vitest";
import { BOT, shop, sre } from "./world.ts";

const FREEZE = { key: "freeze", title: "Code freeze for {{milestone.title}}", due: "-3 business days" };
const NOTES = { key: "notes", title: "Release notes", due: "-1 business day" };

test("a new milestone gets its tasks and one parent for them", async () => {
  const world = shop(sre([FREEZE, NOTES]));
  const milestone = world.milestone("v1.2", "2026-12-01");
  expect(await world.staleTargets()).toEqual(["milestone/1"]);
  await world.converge(milestone);
  const freeze = world.task(milestone, "freeze");
  const notes = world.task(milestone, "notes");
  expect(freeze).toMatchObject({ title: "Code freeze for v1.2", milestone, user: BOT, state: "open" });
  expect(freeze.body).toContain("Due **2026-11-26** (Thu) for [v1.2](https://github.com/acme/shop/milestone/1).");
  expect(notes.body).toContain("Due **2026-11-30** (Mon)");
  const parent = world.parent(milestone);
  expect(parent).toMatchObject({ title: "v1.2: tasks", milestone, sub_issues: [freeze.number, notes.number] });
  expect(parent.body).toContain("is due on Tue 1 Dec.** 0 of 2 tasks done.");
  expect(parent.body).toContain(`| #${freeze.number} Code freeze for v1.2 | nobody | Thu 26 Nov | ⏳ open |`);
  expect(await world.staleTargets()).toEqual([]);
});

test("a new section creates the tasks of all open milestones that match", async () => {
  const world = shop({ version: 1 });
  const [first, closed, other] = [world.milestone("v1"), world.milestone("v2"), world.milestone("Cleaning")];
  world.act("alice", "close-milestone", { number: closed });
  await world.staleTargets();
  world.configure(sre([NOTES], { match: "v*" }));
  expect(await world.staleTargets()).toEqual(["milestones"]);
  const { fanOut } = await world.reconcile("milestones");
  expect(fanOut).toEqual(["milestone/1", "milestone/2"]);
  for (const target of fanOut) await world.converge(target);
  expect([first, closed, other].map((milestone) => world.tasks(milestone).size)).toEqual([1, 0, 0]);
  expect((await world.reconcile(other)).facts).toEqual({
    milestone: { number: other, state: "not matched" },
    tasks: [],
  });
  expect((await world.reconcile(99)).facts).toEqual({ milestone: { number: 99, state: "missing" }, tasks: [] });
});

test("all milestones closed in the last two weeks are reconciled, however many others closed with them", async () => {
  const world = shop(sre([NOTES], { match: "v*" }));
  const [old, closed, open] = [world.milestone("v1"), world.milestone("v2"), world.milestone("v3")];
  world.setNow("2026-11-05T01:00:00Z");
  world.act("alice", "close-milestone", { number: old });
  world.setNow("2026-11-10T01:00:00Z");
  world.act("alice", "close-milestone", { number: closed });
  world.setNow("2026-11-20T01:00:00Z");
  for (let at = 0; at < 45; at += 1) {
    const sprint = world.milestone(`Sprint ${at}`);
    world.act("alice", "close-milestone", { number: sprint });
  }
  const { fanOut, requests } = await world.reconcile("milestones");
  expect(fanOut).toEqual([`milestone/${closed}`, `milestone/${open}`]);
  // sre.yml, and three pages: the third has one that closed earlier.
  expect(requests.graphql).toBe(4);
});

test("a template knows every name, in titles and in bodies", async () => {
  const names =
    "{{milestone.title}}, {{milestone.description}}, {{milestone.due_on}}, {{milestone.number}}, {{task.due}}, {{previous.title}}";
  const world = shop(sre([{ key: "all", title: `T ${names}`, body: `B ${names}`, due: "-1 day" }]));
  world.milestone("v1.1", "2026-11-25");
  const { number: milestone } = world.act("alice", "create-milestone", {
    title: "v1.2",
    description: "The *big* one",
    due_on: "2026-12-01T08:00:00Z",
  });
  world.milestone("v1.3", "2026-12-20");
  await world.converge(Number(milestone));
  const { title, body } = world.task(2, "all");
  expect(title).toBe("T v1.2, The *big* one, 2026-12-01, 2, 2026-11-30, v1.1");
  expect(body).toContain("\n\nB v1.2, The \\*big\\* one, 2026-12-01, 2, 2026-11-30, v1.1\n\n");
});

test("a template says so if there are no dates or no previous milestone", async () => {
  const words = "{{milestone.due_on}}|{{task.due}}|{{previous.title}}|{{milestone.description}}|";
  const body =
    "a\n{{#task.due}}\nby {{task.due}}\n{{/task.due}}\n{{^milestone.due_on}}\nsome day\n{{/milestone.due_on}}\nb";
  const world = shop(sre([{ key: "all", title: words, body, due: "-1 day" }]));
  await world.converge(world.milestone("v1"));
  expect(world.task(1, "all").title).toBe("(no date yet)|(no date yet)|||");
  expect(world.task(1, "all").body).toContain("No date yet: the milestone has none.");
  expect(world.task(1, "all").body).toContain("\na\nsome day\nb\n");
});

test("labels that the repository lacks are created, with the organization's colors", async () => {
  const shared = { name: "acme/.github", private: false, labels: [{ name: "Release", color: "ff8800" }] };
  const world = shop(sre([{ ...NOTES, labels: ["release", "docs", "new", "NEW"] }]), {
    repo: { labels: [{ name: "Docs", color: "0000ff" }] },
    repos: [shared],
  });
  await world.converge(world.milestone("v1"));
  expect([...world.repo.labels.values()].map(({ name, color }) => [name, color])).toEqual([
    ["Docs", "0000ff"],
    ["Release", "ff8800"],
    ["new", "ededed"],
  ]);
  expect(world.task(1, "notes").labels.map(({ name }) => name)).toEqual(["Release", "Docs", "new"]);
});

test.each([
  ["en", "`carol` cannot be assigned here, so `notes`, `look` lack them", "Nobody in the rotation of `turns`"],
  ["ja", "`carol` はこのリポジトリで担当者にできないため", "`turns` のローテーションに"],
])(
  "people whom GitHub would silently drop are left out, and the parent says so (%s)",
  async (language, lacks, stuck) => {
    const tasks = [
      { key: "notes", title: "Notes", assignees: ["ALICE", "carol", "alice"] },
      { key: "look", title: "Look", assignees: ["carol"] },
      { key: "turns", title: "Turns", assignees: { rotate: ["carol", "nosuchperson"] } },
    ];
    const world = shop(sre(tasks, {}, { language }));
    await world.converge(world.milestone("v1"));
    expect([...world.tasks(1).values()].map(({ assignees }) => assignees)).toEqual([["alice"], [], []]);
    expect(world.parent(1).body).toContain(lacks);
    expect(world.parent(1).body).toContain(stuck);
    // Given access, she is assigned by the next reconciliation.
    world.repo.permission.set("carol", "write");
    await world.converge(1);
    expect([...world.tasks(1).values()].map(({ assignees }) => assignees)).toEqual([
      ["alice", "carol"],
      ["carol"],
      ["carol"],
    ]);
    expect(world.parent(1).body).not.toContain(lacks);
  },
);

test("a milestone without any task in sre.yml gets nothing", async () => {
  const world = shop(sre([]));
  const { plan } = await world.converge(world.milestone("v1"));
  expect(plan).toEqual([]);
});

test("parent: false creates the tasks alone, and `after` works nevertheless", async () => {
  const world = shop(sre([FREEZE, { ...NOTES, after: ["freeze"] }], { parent: false }));
  await world.converge(world.milestone("v1"));
  const { number } = world.task(1, "freeze");
  expect(world.task(1, "notes").blocked_by).toEqual([number]);
  expect(world.repo.issues.size).toBe(2);
  // Switched on later, there is one for all of them.
  world.configure(sre([FREEZE, NOTES], { parent: true }));
  await world.converge(1);
  expect(world.parent(1).sub_issues).toEqual([1, 2]);
});

test("130 tasks: two pages, 100 sub-issues, all in the table, and nothing left to do", async () => {
  const tasks = Array.from({ length: 130 }, (_, at) => ({ key: `t${at}`, title: `Task ${at}` }));
  const world = shop(sre(tasks));
  const { plan } = await world.converge(world.milestone("v1"));
  expect(world.tasks(1).size).toBe(130);
  expect(world.parent(1).sub_issues).toHaveLength(100);
  expect(world.parent(1).body).toContain("0 of 130 tasks done.");
  expect(world.parent(1).body.match(/^\| #/gm)).toHaveLength(130);
  expect(world.parent(1).body).toContain("GitHub allows 100 sub-issues; the other tasks are in the table only.");
  expect(plan.filter(({ action }) => action === "create-issue")).toHaveLength(131);
  world.act("alice", "close-issue", { number: world.task(1, "t129").number });
  await world.converge(1);
  expect(world.parent(1).body).toContain("1 of 130 tasks done.");
});

test("tasks that take longer than a minute: the parent comes first and shows the progress", async () => {
  const tasks = Array.from({ length: 60 }, (_, at) => ({ key: `t${at}`, title: `Task ${at}` }));
  const world = shop(sre(tasks));
  const milestone = world.milestone("v1");
  await expect(world.reconcile(milestone, { kill: { write: 30, when: "after" } })).rejects.toThrow();
  expect(world.parent(milestone).body).toContain("0 of 60 tasks are created. The others follow on their own");
  await world.converge(milestone);
  expect(world.tasks(milestone).size).toBe(60);
  expect(world.parent(milestone).body).not.toContain("are made.");
});
