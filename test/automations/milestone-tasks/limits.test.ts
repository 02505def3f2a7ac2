import { expect, test } from "vitest";
import { shop, sre } from "./world.ts";

const tasks = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, at) => ({ key: `t${at + 1}`, title: `Task ${at + 1}`, ...more }));

test("GitHub takes 50 issues that one blocks: no more are requested, however often it reconciles", async () => {
  const world = shop(sre([{ key: "freeze", title: "Freeze" }, ...tasks(55, { after: ["freeze"] })]));
  await world.converge(world.milestone("v1"));
  const { number } = world.task(1, "freeze");
  const blocked = [...world.repo.issues.values()].filter(({ blocked_by }) => blocked_by.includes(number));
  expect(blocked).toHaveLength(50);
  expect(world.task(1, "t55").body).toContain(`Waits for #${number}.`);
  expect((await world.reconcile(1)).requests.writes).toBe(0);
});

test("people's own sub-issues count as well", async () => {
  const world = shop(sre(tasks(98)));
  await world.converge(world.milestone("v1"));
  const parent = world.parent(1).number;
  for (const title of ["Mine", "Mine, too"]) {
    const { number } = world.act("alice", "open-issue", { title });
    world.act("alice", "add-sub-issue", { number: parent, other: number });
  }
  world.configure(sre(tasks(100)));
  await world.converge(1);
  expect(world.parent(1).sub_issues).toHaveLength(100);
  expect((await world.reconcile(1)).requests.writes).toBe(0);
});

test("more labels than one page of them", async () => {
  const names = Array.from({ length: 70 }, (_, at) => `label-${at}`);
  const world = shop(sre([{ key: "freeze", title: "Freeze", labels: ["release"] }]), {
    repo: { labels: [...names, "release", "frozen"].map((name) => ({ name })) },
  });
  await world.converge(world.milestone("v1"));
  const { number } = world.task(1, "freeze");
  world.act("alice", "label", { number, labels: names });
  world.configure(sre([{ key: "freeze", title: "Freeze all", labels: ["release", "frozen"] }]));
  await world.converge(1);
  expect(world.issue(number).title).toBe("Freeze all");
  expect(
    world
      .issue(number)
      .labels.map(({ name }) => name)
      .sort(),
  ).toEqual([...names, "release", "frozen"].sort());
});

test("keys that mean something to JavaScript, to JSON or to a reference are keys like others", async () => {
  const keys = ["constructor", "__proto__", "toString", 'a}}b"\\', "{{ref:task/1/x}}", "タスク / 1"];
  const made = keys.map((key, at) => ({ key, title: `T${at}`, ...(at === 0 ? {} : { after: [keys[at - 1]] }) }));
  const world = shop(sre([{ key: "first", title: "First" }]));
  await world.converge(world.milestone("v1"));
  world.configure(
    sre([{ key: "first", title: "First" }, ...made.map((task) => ({ ...task, assignees: { rotate: ["bob"] } }))]),
  );
  await world.converge(1);
  expect([...world.tasks(1).keys()].sort()).toEqual(["first", ...keys].sort());
  expect(world.parent(1).body).not.toContain("{{ref:task/1/a");
  expect(world.task(1, "タスク / 1").body).toContain(`Waits for #${world.task(1, "{{ref:task/1/x}}").number}.`);
});

test("a milestone beyond the first hundred is found", async () => {
  const world = shop(sre([{ key: "freeze", title: "Freeze" }], { "on-close": "rollover" }));
  for (let number = 1; number <= 105; number += 1) world.milestone(`old ${number}`);
  for (let number = 2; number <= 104; number += 1) world.act("alice", "close-milestone", { number });
  world.milestone("old 0", "2026-12-01");
  await world.converge(106);
  const { number } = world.task(106, "freeze");
  world.act("alice", "move-issue", { number, milestone: 1 });
  await world.converge(106);
  expect(world.parent(106).body).toContain("moved to [old 1]");
});

test("a text without room stays as it is, and the rest of the task is updated", async () => {
  const world = shop(sre([{ key: "freeze", title: "Freeze {{milestone.title}}", due: "0 days" }]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  const { number, body } = world.task(1, "freeze");
  world.act("alice", "edit-issue", { number, body: `${body}\n\n${"x".repeat(65_530 - body.length)}` });
  world.act("alice", "edit-milestone", { number: 1, title: "a much longer title" });
  await world.converge(1);
  expect(world.issue(number).title).toBe("Freeze a much longer title");
});

test("impossible numbers are ignored", async () => {
  const world = shop(sre([{ key: "freeze", title: "Freeze" }]));
  await world.converge(world.milestone("v1"));
  const { number, body } = world.parent(1);
  world.act("alice", "edit-issue", { number, body: body.replace('"tasks":{', '"tasks":{"zz":"9999999999",') });
  await world.converge(1);
  expect([...world.tasks(1).keys()]).toEqual(["freeze"]);
});

test("a nonexistent comment cannot have been processed", async () => {
  const world = shop(sre([{ key: "freeze", title: "Freeze" }]));
  await world.converge(world.milestone("v1"));
  const { number, body } = world.task(1, "freeze");
  world.act("alice", "edit-issue", { number, body: body.replace('"heard":0', '"heard":999999999') });
  world.act("alice", "comment", { number, body: "/sre done" });
  await world.converge(1);
  expect(world.issue(number).state).toBe("closed");
});

test("a second close is accepted, even if the parent was rewritten in between", async () => {
  const world = shop(sre([{ key: "freeze", title: "Freeze" }], { "on-close": "block" }));
  await world.converge(world.milestone("v1"));
  for (const state of ["open", "closed"]) {
    world.act("alice", "close-milestone", { number: 1 });
    await world.converge(1);
    expect(world.repo.milestones.get(1)?.state).toBe(state);
    world.setNow("2026-11-20T02:00:00Z");
  }
  world.act("alice", "edit-issue", { number: world.parent(1).number, body: "Ours." });
  await world.converge(1);
  expect(world.repo.milestones.get(1)?.state).toBe("closed");
});
