import { expect, test } from "vitest";
import { LANE, listOf, shop, worldOf } from "./world.ts";

/**
 * What GitHub does not answer, or not at once, stops no lane (its behavior:
 * test/github-facts/facts/half-answers.ts).
 */

const ASKING = "release: {lanes: [{from: develop, to: main, request-review: true}]}";

test("a team that is requested for review is counted; people are not requested again because of it", async () => {
  const world = shop(ASKING, {}, { teams: [{ org: "acme", slug: "sre" }] });
  world.land("one");
  await world.converge();
  const { number } = world.release();
  world.act("bo", "request-review", { number, teams: ["sre"] });
  world.land("two", { as: "bo" });
  const { plan, facts } = await world.converge();
  expect(facts).toMatchObject({ existing: number, reviewers: ["alice"], teams_asked: 1 });
  const requested = plan.flatMap((action) => (action.action === "request-reviewers" ? action.reviewers : []));
  expect(requested).toEqual(["bo"]);
  expect(world.release()).toMatchObject({ requested_reviewers: ["alice", "bo"], requested_teams: ["acme/sre"] });
  expect(listOf(world.release().body)).toHaveLength(2);
});

test("the org's default applies to a repository without a sre.yml of its own", async () => {
  const commit = (sha: string, files: object) => ({ sha, message: sha, committed_at: "2026-11-01T00:00:00Z", files });
  const world = worldOf({
    now: "2026-11-20T01:00:00Z",
    users: [{ login: "alice" }],
    repos: [
      {
        name: "acme/shop",
        default_branch: "develop",
        permission: { alice: "write" },
        commits: [commit("start", { "a.txt": "a\n" })],
        branches: { main: "start", develop: "start" },
      },
      {
        name: "acme/.github",
        default_branch: "main",
        commits: [commit("org", { ".github/sre.yml": `version: 1\n${LANE}` })],
        branches: { main: "org" },
      },
    ],
  });
  const one = world.land("one");
  const { loaded } = await world.converge();
  expect(loaded.origin).toMatchObject({ repository: "acme/.github" });
  expect(listOf(world.release().body)).toEqual([`- [ ] #${one} @alice`]);
});

test("a lane too expensive for one query is read in smaller pages, including the first and its commits", async () => {
  const world = shop(LANE);
  for (let at = 0; at < 30; at += 1) world.land(`feat-${at}`);
  const whole = await world.reconcile("lanes", false);
  await world.limit(150);
  const halved = await world.reconcile("lanes", false);
  expect(halved.facts).toEqual(whole.facts);
  expect(halved.plan).toEqual(whole.plan);
  expect(halved.requests.graphql).toBeGreaterThan(whole.requests.graphql);
});

test("numbers in messages are read in halves where all at once are too expensive", async () => {
  const world = shop(LANE);
  const issues = Array.from({ length: 8 }, (_, at) => world.act("alice", "open-issue", { title: `${at}` }).number);
  const one = world.land("one");
  world.act("alice", "push", {
    branch: "develop",
    commits: issues.map((number) => ({ message: `Fix it (#${number})` })),
  });
  const message = "Resource limits for this query exceeded.";
  const body = { data: { repository: {} }, errors: [{ type: "RESOURCE_LIMITS_EXCEEDED", message }] };
  await world.fault({ match: { operation: "releaseNumberedPulls" }, times: 3, status: 200, body });
  await world.converge();
  expect(listOf(world.release().body)).toEqual([`- [ ] #${one} @alice`]);
});
