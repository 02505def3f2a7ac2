import { expect, test } from "vitest";
import { catchUp, setLag } from "../../../simulator/replicas.ts";
import { NotVisibleYet } from "../../../src/github/errors.ts";
import { Killed } from "./kill.ts";
import { BOT, shop, sre, type World } from "./world.ts";

/**
 * GitHub's lists lag behind its writes, and behind its webhooks (octokit.js#900, dt-mergebot#43,
 * integrations/slack#494).
 */

const TASKS = [
  { key: "freeze", title: "Freeze", due: "-3 business days", assignees: ["dave"] },
  { key: "notes", title: "Notes", due: "-1 business day", after: ["freeze"] },
];
const WITH_STORE = { withStore: true };

function lagging(world: World): World {
  catchUp(world.state);
  setLag(world.state, { until: "released", seed: 0 });
  return world;
}

const bots = (world: World) => [...world.repo.issues.values()].filter(({ user }) => user === BOT);
const replies = (world: World, number: number) =>
  world.commentsOn(number).filter((body) => body.includes("detoil:reply"));

test("while lists show nothing new, nothing is created twice, and nothing is written again", async () => {
  const world = shop(sre(TASKS));
  const milestone = world.milestone("v1", "2026-12-01");
  lagging(world);
  await world.reconcile(milestone, WITH_STORE);
  expect(bots(world)).toHaveLength(3);
  for (let round = 1; round <= 3; round += 1) {
    const { requests, plan } = await world.reconcile(milestone, WITH_STORE);
    expect(plan).toEqual([]);
    expect(requests.writes).toBe(0);
  }
  expect(bots(world)).toHaveLength(3);
  expect(world.parent(1).sub_issues).toHaveLength(2);
  catchUp(world.state);
  await world.converge(milestone, WITH_STORE);
});

test("killed meanwhile, the rest is created, and nothing twice", async () => {
  const world = shop(sre(TASKS));
  const milestone = world.milestone("v1", "2026-12-01");
  lagging(world);
  // Whether an issue was created is unknown until lists would show it; a link may be requested twice.
  for (const [write, isInDoubt] of [
    [1, true],
    [2, true],
    [3, false],
  ] as const) {
    await expect(world.reconcile(milestone, { ...WITH_STORE, kill: { write, when: "before" } })).rejects.toBeInstanceOf(
      Killed,
    );
    if (isInDoubt) await expect(world.reconcile(milestone, WITH_STORE)).rejects.toBeInstanceOf(NotVisibleYet);
  }
  await world.reconcile(milestone, WITH_STORE);
  await world.reconcile(milestone, WITH_STORE);
  expect(bots(world)).toHaveLength(3);
  expect(world.parent(1).sub_issues).toHaveLength(2);
  expect(world.task(1, "notes").blocked_by).toEqual([world.task(1, "freeze").number]);
});

test("a command on a task that no list shows is carried out and answered once", async () => {
  const world = shop(sre(TASKS));
  const milestone = world.milestone("v1", "2026-12-01");
  lagging(world);
  await world.reconcile(milestone, WITH_STORE);
  const { number } = world.task(1, "freeze");
  world.act("bob", "comment", { number, body: "/sre snooze 2 days" });
  const command = `conversation/${number}`;
  expect(await world.staleTargets()).toContain(command);
  for (let round = 1; round <= 3; round += 1) await world.reconcile(command, WITH_STORE);
  expect(world.task(1, "freeze").body).toContain("Due **2026-11-28**");
  expect(replies(world, number)).toHaveLength(1);
  catchUp(world.state);
  await world.converge(milestone, WITH_STORE);
  expect(world.task(1, "freeze").body).toContain("Due **2026-11-28**");
  expect(replies(world, number)).toHaveLength(1);
});

test("a command behind more comments than are listed is answered, and once", async () => {
  const world = shop(sre(TASKS));
  await world.reconcile(world.milestone("v1", "2026-12-01"), WITH_STORE);
  const { number } = world.task(1, "freeze");
  world.act("bob", "comment", { number, body: "/sre take" });
  for (let at = 1; at <= 30; at += 1) world.act("alice", "comment", { number, body: `Talk ${at}` });
  await world.staleTargets();
  await world.converge(`conversation/${number}`, WITH_STORE);
  expect(world.task(1, "freeze").assignees).toEqual(["bob"]);
  for (let at = 1; at <= 30; at += 1) world.act("alice", "comment", { number, body: `More ${at}` });
  await world.converge(`conversation/${number}`, WITH_STORE);
  expect(replies(world, number)).toHaveLength(1);
});

test("a comment that a webhook reported and GitHub does not have yet is waited for", async () => {
  const world = shop(sre(TASKS));
  await world.reconcile(world.milestone("v1", "2026-12-01"), WITH_STORE);
  const { number } = world.task(1, "freeze");
  const { id } = world.act("bob", "comment", { number, body: "/sre take" });
  await world.staleTargets();
  const issue = world.issue(number);
  const kept = issue.comments.splice(0);
  const command = `conversation/${number}`;
  await expect(world.reconcile(command, WITH_STORE)).rejects.toThrow(`comment ${String(id)} is not visible yet`);
  issue.comments.push(...kept);
  await world.reconcile(command, WITH_STORE);
  expect(world.task(1, "freeze").assignees).toEqual(["bob"]);
});

test("the day's reminder is known behind any number of comments, and is replaced by the next day's", async () => {
  const world = shop(sre(TASKS));
  await world.reconcile(world.milestone("v1", "2026-12-01"), WITH_STORE);
  const { number } = world.task(1, "freeze");
  const reminders = () => world.commentsOn(number).filter((body) => body.includes("detoil:reminder"));
  for (const time of ["2026-11-26T01:00:00Z", "2026-11-26T04:00:00Z", "2026-11-27T01:00:00Z"]) {
    world.setNow(time);
    await world.converge(1, WITH_STORE);
    expect(reminders()).toHaveLength(1);
    for (let at = 1; at <= 25; at += 1) world.act("alice", "comment", { number, body: `Talk ${at}` });
  }
  expect(reminders()[0]).toContain('"day":"2026-11-27"');
  await world.converge(1, WITH_STORE);
});

test("a milestone that a rollover created is not created again while lists do not show it", async () => {
  const world = shop(sre(TASKS, { "on-close": "rollover" }));
  await world.reconcile(world.milestone("v1", "2026-12-01"), WITH_STORE);
  lagging(world);
  world.act("alice", "close-milestone", { number: 1 });
  await expect(world.reconcile(1, { ...WITH_STORE, kill: { write: 3, when: "before" } })).rejects.toThrow();
  await world.reconcile(1, WITH_STORE);
  expect([...world.repo.milestones.values()].map(({ title }) => title)).toEqual(["v1", "v2"]);
  expect(world.task(1, "freeze").milestone).toBe(2);
});

test("without a parent, a second close is accepted behind any number of comments", async () => {
  const world = shop(sre(TASKS, { parent: false, "on-close": "block" }));
  await world.reconcile(world.milestone("v1"), WITH_STORE);
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1, WITH_STORE);
  expect(world.repo.milestones.get(1)?.state).toBe("open");
  for (const key of ["freeze", "notes"])
    for (let at = 1; at <= 25; at += 1)
      world.act("alice", "comment", { number: world.task(1, key).number, body: `Talk ${at}` });
  world.setNow("2026-11-20T03:00:00Z");
  world.act("alice", "close-milestone", { number: 1 });
  await world.converge(1, WITH_STORE);
  expect(world.repo.milestones.get(1)?.state).toBe("closed");
});

test.each(["before", "after"] as const)(
  "killed %s a closing is reported, it is reported once, and stored only then",
  async (when) => {
    const world = shop(sre(TASKS, { "on-close": "comment" }));
    const milestone = world.milestone("v1", "2026-12-01");
    await world.reconcile(milestone, WITH_STORE);
    world.act("alice", "close-milestone", { number: milestone });
    const { number, body } = world.parent(1);
    await expect(world.reconcile(milestone, { ...WITH_STORE, kill: { write: 1, when } })).rejects.toThrow();
    setLag(world.state, { until: "released", seed: 0 });
    if (when === "before") {
      // Nobody knows whether it was said: the parent must not store that it was.
      await expect(world.reconcile(milestone, WITH_STORE)).rejects.toBeInstanceOf(NotVisibleYet);
      expect(world.parent(1).body).toBe(body);
    }
    catchUp(world.state);
    await world.converge(milestone, WITH_STORE);
    expect(world.commentsOn(number).filter((text) => text.includes("detoil:closing"))).toHaveLength(1);
    expect(world.parent(1).body).not.toBe(body);
  },
);
