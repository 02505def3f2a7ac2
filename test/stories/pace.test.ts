import { expect, test } from "vitest";
import { mostlyOnServer } from "../each-database.ts";
import { SimulatedGitHub } from "../harness/github.ts";
import { LONG } from "../harness/long.ts";
import { areAtRest, countsOf } from "../harness/metrics.ts";
import { Milestones } from "../harness/milestones.ts";
import { isCreation, makeMilestones, pace, passMinutes, sreOf } from "../harness/pace.ts";
import { SECRET, ServerProcess } from "../harness/server-process.ts";
import { furtherStory } from "../harness/story.ts";
import { Team } from "../harness/team.ts";
import { SHOP, shopWorld } from "../harness/world.ts";

/** More than GitHub takes as sub-issues, and than may be created in a minute. */
const MANY = LONG ? 200 : 105;

furtherStory(`${MANY} tasks, as fast as GitHub allows`, { sre: sreOf(MANY), timeout: 180_000 }, async (story) => {
  const { github, team, milestones, reads, until, rests, settled } = story;
  await makeMilestones(github, milestones, 1);
  await until("the first tasks", () => team.repo.issues.size === 60);
  await rests();
  expect(team.repo.issues.size).toBe(60); // the parent is one of them
  const parent = milestones.parent();
  expect(reads.issue(parent).text).toContain(
    `50 of ${MANY} tasks are created. The others follow on their own, as fast as GitHub allows.`,
  );

  // People's commands do not wait for a minute to pass.
  const first = milestones.task("t1");
  const { now } = github.simulator.state;
  github.act({ as: "carol", action: "comment", repo: SHOP, number: first, body: "/sre take" });
  await until("the reply", () => team.issue(first).comments.length === 2);
  expect(github.simulator.state.now).toBe(now);
  expect(reads.comments(first)).toEqual(["Now assigned to carol."]);
  expect(reads.reactions(first)).toEqual([["/sre take", "eyes"]]);
  expect(reads.issue(first).assignees).toEqual(["carol"]);

  const minutes = await passMinutes(story, () => milestones.keys().length === MANY);
  await settled();
  expect(minutes).toBeLessThanOrEqual(Math.ceil(MANY / 60));
  expect(new Set(milestones.keys()).size).toBe(MANY);
  expect(pace(github.simulator.requests).minute).toBe(61); // the reply is no bulk
  for (const key of milestones.keys()) {
    const { blockedBy } = reads.issue(milestones.task(key));
    const number = Number(key.slice(1));
    expect(blockedBy).toEqual(number % 10 === 0 ? [milestones.task(`t${number - 1}`)] : []);
  }
  const { text, subIssues } = reads.issue(parent);
  expect(subIssues).toHaveLength(100); // as many as GitHub takes
  expect(text).toContain(`0 of ${MANY} tasks done.`);
  expect(text).not.toContain("tasks are made");
  expect(text).toContain("GitHub allows 100 sub-issues; the other tasks are in the table only.");
});

/** In each of ten milestones. */
const FEW = LONG ? 20 : 8;

furtherStory("ten milestones at once", { sre: sreOf(FEW), timeout: 180_000 }, async (story) => {
  const { github, team, milestones, reads, settled } = story;
  const numbers = Array.from({ length: 10 }, (_, at) => at + 1);
  await makeMilestones(github, milestones, numbers.length);
  const minutes = await passMinutes(story, () => team.repo.issues.size === 10 * (FEW + 1));
  await settled();
  expect(minutes).toBeLessThanOrEqual(Math.ceil((10 * FEW) / 60));
  expect(pace(github.simulator.requests).minute).toBeLessThanOrEqual(80);
  for (const milestone of numbers) {
    expect(milestones.keys(milestone)).toHaveLength(FEW);
    for (const key of milestones.keys(milestone)) reads.issue(milestones.task(key, milestone));
    const { text, subIssues } = reads.issue(milestones.parent(milestone));
    expect(subIssues).toHaveLength(FEW);
    expect(text).toContain(`0 of ${FEW} tasks done.`);
  }
});

/** More than may be created in a minute. */
const SOME = LONG ? 90 : 65;

mostlyOnServer((create) => {
  test("killed in the middle, each task is created once, as fast as GitHub allows", { timeout: 180_000 }, async () => {
    const github = await SimulatedGitHub.open(shopWorld({ sre: sreOf(SOME) }));
    const database = await create();
    const server = await ServerProcess.for(github, database.environment);
    const milestones = new Milestones(new Team(github, SHOP));
    const { simulator } = github;
    Object.assign(simulator.webhooks, { url: `${server.url}/api/github/webhooks`, secret: SECRET });
    let left = 30;
    const killed = new Promise<void>((done) => {
      github.gate = async (request, go) => {
        const response = await go(request);
        const path = new URL(request.url).pathname.replace("/api/v3", "");
        if (isCreation({ method: request.method, path })) left -= 1;
        if (left === 0) {
          left = Number.POSITIVE_INFINITY;
          await server.kill();
          done();
        }
        return response;
      };
    });
    try {
      await server.start().ready;
      await makeMilestones(github, milestones, 1);
      await killed;
      expect(simulator.requests.filter(isCreation)).toHaveLength(30);
      await server.start().ready;
      const countsNow = await countsOf(database, server.url, () => simulator.state.now);
      const rests = async () => {
        while (!areAtRest(await countsNow())) await new Promise((done) => setTimeout(done, 20));
      };
      await passMinutes({ github, rests }, () => milestones.keys().length === SOME);
      expect(new Set(milestones.keys()).size).toBe(SOME);
      expect(simulator.state.repos.get(SHOP)?.issues.size).toBe(SOME + 1);
      expect(pace(simulator.requests).minute).toBeLessThanOrEqual(60);
      expect(simulator.unexpected).toEqual([]);
    } finally {
      await server.kill();
      await github.close();
      await database.giveBack();
    }
  });
});
