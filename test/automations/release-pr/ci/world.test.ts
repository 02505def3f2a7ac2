import { expect, test } from "vitest";
import { shop, type World, worldOf } from "../world.ts";

const LANE = "timezone: Asia/Tokyo\nrelease: {lanes: [{from: develop, to: main}]}";
const ON = "ci-on/develop";

/** A release pull request with one item, on whose head nothing is checked yet. */
async function standing(config = LANE, more: object = {}, top: object = {}): Promise<World> {
  const world = shop(config, more, top);
  world.land("one", { as: "bo" });
  await world.converge();
  world.act("alice", "assign", { number: world.release().number, assignees: ["alice"] });
  return world;
}

const complete = (world: World, name: string, conclusion = "success", app = "ci") =>
  world.act("alice", "complete-check", { sha: "develop", name, conclusion, app });

function wait(world: World, seconds = 60): void {
  world.setNow(new Date(world.now().getTime() + seconds * 1_000).toISOString().replace(".000Z", "Z"));
}

const notices = (world: World) =>
  world.release().comments.map(({ body }) => (body.split("\n")[1] ?? "").replaceAll(/\]\([^)]*\)/g, "]"));

test("red, and then the re-run passes: ≤ 2 requests each, one comment", async () => {
  const world = await standing();
  complete(world, "test");
  wait(world);
  const green = await world.converge(ON);
  const head = () => world.release().head_sha.slice(0, 7);
  const first = head();
  expect(notices(world)).toEqual([`@alice: **The only check passed** on [\`${first}\`].`]);
  expect(green.requests).toMatchObject({ rest: 1, graphql: 2, writes: 1 }); // one reads sre.yml

  const two = world.land("two", { as: "bo" });
  expect((await world.reconcile(ON)).plan.map(({ action }) => action)).toEqual(["update-comment"]);
  expect(notices(world)).toEqual([
    `**The checks on [\`${first}\`] passed**, and \`develop\` has moved on since. How its checks end, Detoil says in a new comment.`,
  ]);
  complete(world, "test", "failure");
  complete(world, "lint");
  const settling = await world.reconcile(ON);
  expect([settling.plan, settling.again]).toEqual([[], new Date(world.now().getTime() + 60_000)]);
  wait(world);
  const red = await world.converge(ON);
  expect(red.requests).toMatchObject({ rest: 2, graphql: 3, writes: 2 });
  expect(notices(world)).toEqual([`@bo: **1 of 2 checks failed** on [\`${head()}\`].`]);
  const { body } = world.release().comments[0] ?? { body: "" };
  expect(body).toContain(`the last commit that passed: [#${two}](https://github.com/acme/shop/pull/${two}).`);
  expect(body).toMatch(/- \[`test`\]\(\S+\/acme\/shop\/runs\/\d+\): failed\n/);

  world.act("bo", "rerequest-check", { sha: "develop", name: "test" });
  expect((await world.reconcile(ON)).plan, "it runs again").toEqual([]);
  complete(world, "test");
  wait(world);
  await world.converge(ON);
  expect(notices(world)).toEqual([`@alice: **All 2 checks passed** on [\`${head()}\`].`]);

  world.act("bo", "merge-pull", { number: world.release().number, method: "merge" });
  world.act("bo", "rerequest-check", { sha: "develop", name: "test" });
  complete(world, "test", "failure");
  wait(world);
  expect((await world.converge(ON)).plan, "it is released").toEqual([]);
});

test("a queued workflow holds, its later jobs too; empty suites of other Apps, Detoil's checks and other branches do not", async () => {
  const world = await standing();
  world.act("alice", "start-suite", { sha: "develop" });
  world.act("alice", "start-suite", { sha: "develop", app: "netlify" });
  complete(world, "test");
  wait(world);
  expect((await world.converge(ON)).plan).toEqual([]);
  complete(world, "build", "success", "github-actions");
  wait(world);
  expect((await world.converge(ON)).plan, "deploying comes after building").toEqual([]);
  complete(world, "deploy", "success", "github-actions");
  world.act("alice", "complete-suite", { sha: "develop" });
  wait(world);
  await world.converge(ON);
  expect(notices(world)).toEqual([expect.stringContaining("**All 3 checks passed**")]);
  const other = await world.converge("ci-on/one");
  expect(other.requests).toMatchObject({ rest: 0, graphql: 1 });
});

test("a workflow that cannot start; statuses that flip; a suite that never ends", async () => {
  const world = await standing();
  const status = (state: string) =>
    world.act("alice", "set-status", {
      sha: "develop",
      context: "ci/old",
      state,
      target_url: "https://ci.example.com/1",
    });
  world.act("alice", "complete-suite", { sha: "develop", conclusion: "startup_failure" });
  status("pending");
  wait(world);
  expect((await world.converge(ON)).plan).toEqual([]);
  status("failure");
  wait(world);
  await world.converge(ON);
  expect(world.release().comments[0]?.body).toMatch(
    /\*\*2 of 2 checks failed\*\*[^\n]+\n\n- \[`ci\/old`\]\(https:\/\/ci\.example\.com\/1\): failed\n- \[a workflow\]\(\S+\): could not start\n/,
  );
  const told = world.release().comments[0]?.id;
  status("success");
  wait(world);
  await world.converge(ON);
  status("failure");
  wait(world);
  await world.converge(ON);
  expect(world.release().comments.map(({ id }) => id)).toEqual([told]);
  world.act("alice", "start-check", { sha: "develop", name: "forever" });
  status("success");
  wait(world, 14 * 86_400);
  expect((await world.converge(ON)).plan).toEqual([]);
});

test("120 runs of three Apps, of which one failed", async () => {
  const world = await standing();
  for (let at = 0; at < 120; at += 1) complete(world, `job ${at}`, at === 119 ? "failure" : "success", `ci-${at % 3}`);
  for (let at = 0; at < 70; at += 1) world.act("alice", "start-suite", { sha: "develop", app: `app-${at}` });
  wait(world);
  const { requests } = await world.converge(ON);
  expect(notices(world)).toEqual([expect.stringContaining("**1 of 120 checks failed**")]);
  expect(requests).toMatchObject({ graphql: 1 + 2 + 1 }); // sre.yml, two pages, and who merged what
});

test("nothing is guessed: without commit statuses it says so, without checks nothing is told", async () => {
  const app = (permissions: object) => ({
    app: {
      permissions: { metadata: "read", contents: "read", pull_requests: "write", issues: "write", ...permissions },
    },
  });
  const world = await standing(LANE, {}, app({ checks: "write" }));
  complete(world, "test");
  world.act("alice", "set-status", { sha: "develop", context: "ci/old", state: "failure" });
  wait(world);
  const granted = { checks: "write" };
  const { plan } = await world.reconcile(ON, true, undefined, { granted });
  expect(plan).toMatchObject([{ action: "create-comment" }]);
  expect(notices(world)).toEqual([expect.stringContaining("**The only check passed**")]);
  expect(world.release().comments[0]?.body).toContain(
    "Commit statuses are not counted: Detoil may not read them (**Commit statuses: Read-only** is not granted).",
  );
  const blind = await standing(LANE, {}, app({ checks: "write" }));
  complete(blind, "test");
  wait(blind);
  await blind.fault({ match: { operation: "releaseCi" }, hide: ["Commit.statusCheckRollup"] });
  const unread = await blind.reconcile(ON);
  expect([unread.plan, unread.emptyReason]).toEqual([
    [],
    expect.stringContaining("may not read the checks of develop"),
  ]);
});

test.each([
  ["the lane does not want it", "release: {lanes: [{from: develop, to: main, announce-ci: false}]}"],
  ["it is no lane's head", "release: {lanes: [{from: develop, to: main}, {from: staging, to: main}]}"],
])("nothing is told where %s", async (why, config) => {
  const world = await standing(config);
  complete(world, "test");
  wait(world);
  const { plan, requests } = await world.converge(why.startsWith("it") ? "ci-on/main" : ON);
  expect([plan, requests.graphql]).toEqual([[], 1]);
});

test("forks have a develop of their own, and a stranger may open one between the branches", async () => {
  const commits = [
    { sha: "start", message: "Start", author: "alice" },
    { sha: "next", parents: ["start"], committed_at: "2026-11-20T00:20:00Z" },
  ];
  const pull = {
    base: "main",
    head: "develop",
    head_sha: "next",
    commits: ["next"],
    title: "Mine",
    created_at: "2026-11-20T00:20:00Z",
  };
  const forks = Array.from({ length: 4 }, (_, at) => ({
    ...pull,
    number: at + 1,
    user: "mallory",
    head_repo: `f${at}/shop`,
  }));
  const branches = { main: "start", develop: "next" };
  const world = (pulls: object[]) => ({
    ...{ now: "2026-11-20T01:00:00Z", users: [{ login: "alice" }, { login: "mallory" }] },
    repos: [
      {
        ...{ name: "acme/shop", private: false, default_branch: "develop", permission: { alice: "write" } },
        ...{ commits, branches, pulls, files: { ".github/sre.yml": `version: 1\n${LANE}\n` } },
        check_runs: [{ sha: "next", name: "test", conclusion: "success", completed_at: "2026-11-20T00:50:00Z" }],
      },
    ],
  });
  const opened = { created_at: "2026-11-20T00:30:00Z" };
  const mine = worldOf(world([...forks, { ...pull, ...opened, number: 9, user: "alice" }]));
  expect((await mine.converge(ON)).plan).toMatchObject([{ action: "create-comment", number: 9 }]);
  const hers = worldOf(world([{ ...pull, ...opened, number: 9, user: "mallory" }]));
  expect((await hers.converge(ON)).plan).toEqual([]);
});

test("the nightly reconciliation, and a preview of one pull request, find the branches", async () => {
  const world = await standing(
    "release: {lanes: [{from: develop, to: main}, {from: develop, to: demo}, {from: staging, to: main, announce-ci: false}]}",
  );
  const { fanOut, requests } = await world.reconcile("ci");
  expect([fanOut, requests.graphql]).toEqual([[ON], 1]);
  const one = await world.reconcile(`lane-of/${world.release().number}`, false);
  expect(one.fanOut).toEqual([ON]);
  expect((await world.reconcile("lanes", false)).fanOut).toEqual([]);
});
