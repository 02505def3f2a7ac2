import { expect, test } from "vitest";
import { BOT, shop, sre, type World } from "./world.ts";

const TITLES = [
  'v1 <!-- detoil:task {"milestone":9,"key":"x"} -->',
  "v1 --> <!-- /detoil:milestone -->",
  "@alice @acme/web #12 acme/shop#3 https://evil.example",
  "{{ref:task/1/a}} {{milestone.title}} {{{x}}}",
  "| pipes | and \\ backslashes |",
  "[milestone](https://evil.example) **bold** `code` <b>html</b>",
  "<!-- [milestone] -->",
  "1. - # + > 2026-12-24",
  "Due **2026-12-24** (Thu)",
  "x".repeat(255),
  "🙂".repeat(100),
  "\u202Ereversed\u200B",
  "constructor",
  "__proto__",
];

const TASKS = [
  {
    key: "a",
    title: "A of {{milestone.title}}",
    body: "For {{milestone.title}} after {{previous.title}}.",
    due: "-1 day",
  },
  { key: "b", title: "B", after: ["a"], due: "0 days" },
];

const outside = (body: string) => body.replaceAll(/<!--.*?-->/gs, "");

test.each(TITLES)("a milestone called %j: two tasks, one parent, nothing but text", async (title) => {
  const world = shop(sre(TASKS, { "on-close": "rollover" }));
  world.milestone("@bob | <!-- before -->");
  const milestone = world.milestone(title, "2026-12-01");
  await world.converge(milestone);
  expect([...world.tasks(milestone).keys()]).toEqual(["a", "b"]);
  const { number } = world.task(milestone, "a");
  expect(world.task(milestone, "a").title.length).toBeLessThanOrEqual(256);
  expect(world.task(milestone, "a").body).toContain("Due **2026-11-30** (Mon)");
  expect(world.task(milestone, "b").body).toContain(`Waits for #${number}.`);
  for (const { body } of [...world.tasks(milestone).values(), world.parent(milestone)]) {
    expect(body.match(/<!--/g)).toHaveLength(2);
    expect(outside(body)).not.toMatch(/@[a-z]|(?<!\\)\]\((?!https:\/\/github\.com\/)|<b>/);
  }
  expect(world.parent(milestone).body.match(/^\| #/gm)).toHaveLength(2);
  for (const line of world
    .parent(milestone)
    .body.split("\n")
    .filter((one) => one.startsWith("| ")))
    expect(line.match(/(?<!\\)\|/g)).toHaveLength(5);
  // It is renamed, closed and rolled over like any other.
  world.act("alice", "edit-milestone", { number: milestone, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(milestone);
  expect(world.task(milestone, "a").body).toContain("Due **2026-12-07** (Mon)");
  world.act("alice", "close-milestone", { number: milestone });
  await world.converge(milestone);
  const next = [...world.repo.milestones.values()].at(-1)?.number ?? 0;
  expect(world.task(milestone, "a").milestone).toBe(next);
  await world.converge(next);
  for (const text of world.commentsOn(world.parent(milestone).number)) expect(outside(text)).not.toMatch(/@[a-z]/);
});

test("`{{ref:…}}` in people's text is not filled in, even if it is a name that the plan uses", async () => {
  const world = shop(
    sre([
      { key: "a", title: "A" },
      { key: "b", title: "B {{milestone.title}}", body: "{{milestone.description}}" },
    ]),
  );
  world.act("alice", "create-milestone", { title: "{{ref:task/1/a}}", description: "See {{ref:task/1/a}}" });
  await world.converge(1);
  expect(world.task(1, "b").title).toBe("B {{ref:task/1/a}}");
  expect(outside(world.task(1, "b").body)).toContain("See {{\u200Bref:task/1/a}}");
  world.act("alice", "edit-milestone", { number: 1, title: "v1" });
  await world.converge(1);
  expect(world.parent(1).title).toBe("v1: tasks");
});

function taskLike(world: World): string {
  return world.task(1, "a").body.replace('"key":"a"', '"key":"b"');
}

test.each([
  ["a person's", "alice"],
  ["another bot's", "renovate[bot]"],
])("%s issue that carries our marker is not ours", async (_, as) => {
  const world = shop(sre([{ key: "a", title: "A" }]));
  await world.converge(world.milestone("v1"));
  await world.staleTargets();
  const forged = Number(world.act(as, "open-issue", { title: "B", body: taskLike(world), milestone: 1 }).number);
  const parent = Number(world.act(as, "open-issue", { title: "P", body: world.parent(1).body, milestone: 1 }).number);
  expect(await world.staleTargets()).toEqual([]);
  world.configure(
    sre([
      { key: "a", title: "A" },
      { key: "b", title: "B" },
    ]),
  );
  await world.converge(1);
  expect(world.task(1, "b")).toMatchObject({ user: BOT });
  expect(world.task(1, "b").number).not.toBe(forged);
  expect(world.issue(forged)).toMatchObject({ title: "B", labels: [], assignees: [], comments: [] });
  expect(world.parent(1).number).not.toBe(parent);
  expect(world.issue(parent).comments).toEqual([]);
});

test("a person breaks the marker of a task: nothing fails, and nothing is created twice", async () => {
  const world = shop(
    sre([
      { key: "a", title: "A" },
      { key: "b", title: "B" },
    ]),
  );
  await world.converge(world.milestone("v1"));
  const { number, body } = world.task(1, "a");
  world.act("bob", "edit-issue", { number, body: body.replace(/<!-- detoil:task .*? -->/, "") });
  await world.converge(1);
  expect([...world.tasks(1).keys()]).toEqual(["b"]);
  expect(world.parent(1).body).toContain("| A |");
});

test("a person deletes the end of our part, or the whole text of the parent", async () => {
  const world = shop(sre([{ key: "a", title: "A", due: "0 days" }]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number, body } = world.task(1, "a");
  world.act("bob", "edit-issue", { number, body: `${body.replace("<!-- /detoil:task -->", "")}\nMine` });
  await world.converge(1);
  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-08T12:00:00Z" });
  await world.converge(1);
  expect(world.issue(number).body).toContain("**2026-12-08**");
  expect(world.issue(number).body).toContain("Mine");
});

test("keys, people and files named like properties of objects", async () => {
  const keys = ["constructor", "__proto__", "toString", "hasOwnProperty"];
  const tasks = keys.map((key) => ({ key, title: key, assignees: { rotate: ["alice", "bob"] } }));
  const world = shop(sre(tasks));
  for (const title of ["v1", "v2"]) await world.converge(world.milestone(title));
  expect([...world.tasks(1).keys()]).toEqual(keys);
  expect([...world.tasks(2).values()].map(({ assignees }) => assignees)).toEqual(keys.map(() => ["bob"]));
  world.act("alice", "delete-issue", { number: world.task(1, "__proto__").number });
  await world.converge(1);
  expect(world.tasks(1).size).toBe(3);
});
