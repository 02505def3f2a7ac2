import { expect, test } from "vitest";
import { LANE, listOf, shop, type World } from "./world.ts";

const PUBLIC = { private: false };

const checks = (world: World, sha: string) =>
  [...world.repo.check_runs.values()]
    .filter((run) => run.sha === sha)
    .map((run) => `${run.conclusion}: ${run.output.title}`);

function opens(world: World, as: string, words: object = {}): number {
  return Number(world.act(as, "open-pull", { title: "update", base: "main", head: "develop", ...words }).number);
}

/** Closes before #1 was merged do not matter; these come after. */
function closed(world: World, opener: string, closer: string): void {
  const number = opens(world, opener);
  world.setNow("2026-11-20T02:00:00Z");
  world.act(closer, "close-pull", { number });
}

test("an outsider's pull request between the lane's branches: red, said once, and ours opens when it is gone", async () => {
  const world = shop(LANE, PUBLIC);
  const one = world.land("one");
  const strangers = opens(world, "mallory", { body: `- [x] #${one} @alice` });
  await world.converge();
  expect(world.pull(strangers)).toMatchObject({ title: "update", body: `- [x] #${one} @alice`, state: "open" });
  expect(checks(world, world.pull(strangers).head_sha)).toEqual([
    `failure: #${strangers} is not the release pull request`,
  ]);
  const [issue] = world.repo.issues.values();
  expect(world.repo.issues.size).toBe(1);
  expect(issue?.title).toBe("No release pull request can be opened from develop to main");
  expect(issue?.body).toContain(
    `- \`develop\` → \`main\`: #${strangers} is not the release pull request, because \`mallory\``,
  );
  expect(issue?.body).toContain("Close it; Detoil then opens its own.");
  world.land("two");
  await world.converge();
  expect(world.repo.issues.size).toBe(1);

  // What a maintainer closes there is not the release.
  world.setNow("2026-11-20T03:00:00Z");
  world.act("bo", "close-pull", { number: strangers });
  await world.converge();
  expect(issue?.state).toBe("closed");
  expect(listOf(world.release().body)).toHaveLength(2);
  expect(checks(world, world.release().head_sha)).toEqual(["success: 2 pull requests, none on hold"]);
});

test("in Japanese", async () => {
  const world = shop(`language: ja\n${LANE}`, PUBLIC);
  world.land("one");
  const strangers = opens(world, "mallory");
  await world.converge();
  expect(checks(world, world.pull(strangers).head_sha)).toEqual([
    `failure: #${strangers} はリリースのプルリクエストではありません`,
  ]);
  expect([...world.repo.issues.values()][0]?.title).toBe("develop → main のリリースのプルリクエストを作成できません");
});

test.each<[string, string, string, boolean]>([
  ["Detoil's, by somebody who may write", "detoil[bot]", "alice", false],
  ["somebody's, by somebody who may write", "bo", "alice", false],
  ["a bot's, by somebody who may write", "renovate[bot]", "alice", false],
  ["a stranger's, by themselves (OpenAstronomy/baldrick#31)", "mallory", "mallory", true],
  ["a stranger's, by somebody who may write", "mallory", "alice", true],
  ["Detoil's, by a bot", "detoil[bot]", "renovate[bot]", true],
  ["Detoil's, by somebody who may only triage", "detoil[bot]", "tria", true],
])("closed: %s", async (_name, opener, closer, opened) => {
  const world = shop(LANE, { ...PUBLIC, permission: { alice: "write", bo: "admin", tria: "triage" } });
  world.land("one");
  closed(world, opener, closer);
  const before = world.repo.pulls.size;
  await world.converge();
  expect(world.repo.pulls.size - before).toBe(opened ? 1 : 0);
});

test("five closes by outsiders do not hide the team's own", async () => {
  const world = shop(LANE, PUBLIC);
  world.land("one");
  closed(world, "detoil[bot]", "bo");
  for (let at = 0; at < 5; at += 1) closed(world, "mallory", "mallory");
  expect((await world.converge()).plan).toEqual([]);
});

test("permissions are read only where they make a difference, and once per person", async () => {
  const world = shop(LANE, PUBLIC);
  world.land("one");
  const number = opens(world, "bo");
  const permissionRequests = async () => (await world.converge()).requests.rest;
  // bo's own pull request is the lane's; each reconciliation checks bo, once.
  await world.converge();
  expect(await permissionRequests()).toBe(1);
  world.setNow("2026-11-20T02:00:00Z");
  world.act("bo", "close-pull", { number });
  expect(await permissionRequests()).toBe(1);
  world.setNow("2026-11-20T03:00:00Z");
  world.land("two");
  await world.converge();
  expect(world.release().user).toBe("detoil[bot]");
  expect(await permissionRequests()).toBe(0);
});

test("a token that may not read permissions: the action counts, and preview says so", async () => {
  const world = shop(LANE, PUBLIC);
  world.land("one");
  closed(world, "detoil[bot]", "mallory");
  await world.fault({ match: { path: "**/permission" }, times: 9, status: 403 });
  const look = await world.reconcile();
  expect(look.plan).toEqual([]);
  expect(look.emptyReason).toBe(
    "This token may not ask who may write to acme/shop (that takes push access), so what mallory did counts as if they may.\n" +
      "develop → main: #2 was closed, and nothing was merged since. The next merge opens another one.",
  );
});

test("forks with the branch's name do not hide what the team closed or released", async () => {
  const world = shop(LANE, PUBLIC);
  world.land("one");
  await world.converge();
  world.setNow("2026-11-20T02:00:00Z");
  world.act("bo", "close-pull", { number: world.release().number });
  const { sha } = world.act("bo", "push", { branch: "forked", from: "main", commits: [{ message: "From a fork" }] });
  for (const fork of ["a", "b", "c", "d", "e", "f"]) {
    const head = { head_repo: `${fork}/shop`, head_sha: String(sha) };
    world.act(fork, "close-pull", { number: opens(world, fork, head) });
  }
  expect((await world.converge()).plan).toEqual([]);
});
