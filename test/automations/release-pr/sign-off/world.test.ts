import { expect, test } from "vitest";
import { storedIn, withSignOff } from "../../../../src/automations/release-pr/sign-off/check-block.ts";
import { withoutMarkers } from "../../../../src/markdown/marker.ts";
import { configOf, contextOf } from "../history.ts";
import { shop, type World } from "../world.ts";

const SIGNED = "release: {lanes: [{from: develop, to: main, sign-off: true}]}";

async function standing(config = SIGNED): Promise<World> {
  const world = shop(config);
  world.land("one", { as: "bo" });
  world.land("two");
  await world.converge();
  return world;
}

function tick(world: World, as: string, from: string, to = from.replace("[ ]", "[x]")): void {
  const { number, body } = world.release();
  world.act(as, "edit-pull", { number, body: body.replace(from, to) });
}

const check = (world: World) => {
  const runs = [...world.repo.check_runs.values()].filter(({ sha }) => sha === world.release().head_sha);
  const { conclusion, output } = runs.at(-1) ?? { conclusion: null, output: null };
  return `${conclusion}: ${output?.title}\n${withoutMarkers(output?.summary ?? "").trim()}`.split(/\n+/);
};

const SRE = "[`sign-off` in sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)";

test("two people tick: each tick is told with its person, ≤ 2 requests, and the last one turns it green", async () => {
  const world = await standing();
  const number = world.release().number;
  const target = `tick/${number}`;
  const rule = `**Every box must be ticked** before this is merged (${SRE}). The check then turns green on its own.`;
  expect(world.release().body).toContain(`${rule}\n`);
  expect(check(world)).toEqual([
    "failure: #1 and #2 are not ticked",
    rule,
    "Open: 2 of 2.",
    "- #1 · @bo",
    "- #2 · @alice",
    "Merging this brings 2 pull requests to `main`.",
  ]);
  world.setNow("2026-11-20T01:10:00Z");
  tick(world, "bo", "- [ ] #1");
  const first = await world.converge(target);
  expect(first.requests).toMatchObject({ rest: 1, graphql: 2, writes: 1 }); // one reads sre.yml
  expect(first.fanOut).toEqual(["lanes"]);
  expect(check(world).slice(0, 5)).toEqual([
    "failure: #2 is not ticked",
    rule,
    "Open: 1 of 2.",
    "- #2 · @alice",
    "Ticked: #1 by bo (Fri 20 Nov 01:10 UTC).",
  ]);
  world.setNow("2026-11-20T01:20:00Z");
  tick(world, "alice", "- [ ] #2");
  await world.converge(target);
  const green = [
    "success: 2 pull requests, none on hold",
    "**All 2 boxes are ticked.**",
    "Ticked: #1 by bo (Fri 20 Nov 01:10 UTC), #2 by alice (Fri 20 Nov 01:20 UTC).",
    "Merging this brings 2 pull requests to `main`.",
  ];
  expect(check(world)).toEqual(green);
  const lanes = await world.converge();
  expect(lanes.plan, "all lanes together find the same").toEqual([]);

  world.land("three", { as: "bo" });
  await world.converge();
  expect(check(world).slice(0, 5), "on the new head too").toEqual([
    "failure: #4 is not ticked",
    rule,
    "Open: 1 of 3.",
    "- #4 · @bo",
    "Ticked: #1 by bo (Fri 20 Nov 01:10 UTC), #2 by alice (Fri 20 Nov 01:20 UTC).",
  ]);
  expect((await world.converge()).requests.graphql, "the check knows them").toBe(2);
  tick(world, "alice", "- [x] #1", "- [ ] #1");
  expect((await world.converge(target)).plan).toMatchObject([{ output: { title: "#1 and #4 are not ticked" } }]);
});

test("what holds the release comes first, and outlives the last tick; people's own boxes count", async () => {
  const world = await standing(
    'release: {lanes: [{from: develop, to: main, sign-off: true, intro: "- [ ] Tell **support** @bo"}]}',
  );
  const number = world.release().number;
  world.act("alice", "label", { number: 2, labels: ["do-not-release"] });
  await world.converge();
  const held =
    "**On hold: #2** (label `do-not-release`, @alice). Remove the label or revert it; the check then turns green on its own.";
  expect(check(world).slice(0, 5)).toEqual([
    "failure: #2 is on hold",
    held,
    expect.stringContaining("**Every box must be ticked**"),
    "Open: 3 of 3.",
    "- #1 · @bo",
  ]);
  tick(world, "bo", "- [ ] #1");
  tick(world, "alice", "- [ ] #2");
  await world.converge(`tick/${number}`);
  expect(check(world).slice(3, 5)).toEqual(["Open: 1 of 3.", "- “Tell \\*\\*support\\*\\* @\u200Bbo”"]);
  tick(world, "alice", "- [ ] Tell");
  await world.converge(`tick/${number}`);
  expect(check(world).slice(0, 3)).toEqual(["failure: #2 is on hold", held, "**All 3 boxes are ticked.**"]);
  world.act("alice", "unlabel", { number: 2, label: "do-not-release" });
  await world.converge();
  expect(check(world)[0]).toBe("success: 2 pull requests, none on hold");
  tick(world, "alice", "- [x] Tell", "- [ ] Tell");
  await world.converge(`tick/${number}`);
  expect(check(world)[0]).toBe("failure: “Tell **support** @bo” is not ticked");
});

test("somebody deletes a line instead of ticking it: it is owed until it is back", async () => {
  const world = await standing();
  tick(world, "bo", "- [ ] #1");
  tick(world, "bo", "- [ ] #2 @alice\n", "");
  await world.converge(`tick/${world.release().number}`);
  expect(check(world)).toContain("- #2 · @alice · has no box yet: the list is not up to date");
  expect(check(world)[0]).toBe("failure: #2 is not ticked");
  await world.converge();
  expect(check(world)).toContain("- #2 · @alice");
});

test("between the times of a schedule, what was merged since is owed without a box", async () => {
  const world = shop('release: {lanes: [{from: develop, to: main, sign-off: true, schedule: "0 1 * * *"}]}');
  world.land("one", { as: "bo" });
  await world.converge();
  tick(world, "bo", "- [ ] #1");
  world.setNow("2026-11-20T05:00:00Z");
  world.land("two");
  await world.converge();
  expect(check(world)[0]).toBe("failure: #3 is not ticked");
  expect(check(world)).toContain("- #3 · @alice · has no box yet: the list is not up to date");
});

test("only what has no box is released", async () => {
  const world = shop(`${SIGNED.slice(0, -3)}, exclude-labels: [chore]}]}`);
  world.act("alice", "label", { number: world.land("one"), labels: ["chore"] });
  await world.converge();
  expect(check(world).slice(0, 2)).toEqual(["success: 1 pull request, not on hold", "No box has to be ticked."]);
});

test("700 pull requests: the check fits, and all lanes judge each tick", () => {
  const context = contextOf(configOf({ "sign-off": true }));
  const signatures = Array.from({ length: 700 }, (_, at) => ({
    ...{ key: `#${at + 1}`, number: at + 1, words: "", people: ["somebody-with-a-long-name"], hasBox: true },
    checked: at % 2 === 0,
  }));
  const attributions = new Map(signatures.map(({ key }) => [key, { login: "somebody", at: "2026-11-20T01:00:00Z" }]));
  const others = { conclusion: "success", title: "700 pull requests", summary: "Merging this" } as const;
  const { title, summary } = withSignOff(others, { signatures, attributions }, context);
  expect(title).toBe("#2, #4 and 348 others are not ticked");
  expect(summary.length).toBeLessThan(40_000);
  expect(storedIn(summary)).toBe(null);
  const few = withSignOff(others, { signatures: signatures.slice(0, 200), attributions }, context);
  expect(storedIn(few.summary)).toMatchObject({ others });
});

test("two releases with one head: both are named, and a tick is left to all lanes", async () => {
  const world = shop("release: {lanes: [{from: develop, to: main, sign-off: true}, {from: develop, to: demo}]}", {
    branches: { main: "start", develop: "start", demo: "start" },
  });
  world.land("one");
  await world.converge();
  const { number } = world.release();
  expect(check(world)[0]).toBe(`failure: #${number}: #1 is not ticked`);
  tick(world, "bo", "- [ ] #1");
  const { plan, fanOut } = await world.converge(`tick/${number}`);
  expect([plan, fanOut]).toEqual([[], ["lanes"]]);
  await world.converge();
  expect(check(world)[0]).toBe("success: 1 pull request, not on hold");
});

test.each([
  ["no lane is signed off", "release: {lanes: [{from: develop, to: main}]}", 1],
  ["another lane is", "release: {lanes: [{from: develop, to: main}, {from: develop, to: demo, sign-off: true}]}", 2],
])("a tick costs nothing, or one request, where %s", async (_name, config, graphql) => {
  const world = await standing(config);
  tick(world, "bo", "- [ ] #1");
  const { plan, fanOut, requests } = await world.converge(`tick/${world.release().number}`);
  expect([plan, fanOut, requests.graphql]).toEqual([[], [], graphql]);
});

test("who may not see the history still signs off", async () => {
  const world = await standing();
  tick(world, "bo", "- [ ] #1");
  await world.fault({ match: { operation: "releaseTick" }, hide: ["PullRequest.userContentEdits"] });
  await world.reconcile(`tick/${world.release().number}`);
  expect(check(world)).toContain("Ticked: #1.");
});
