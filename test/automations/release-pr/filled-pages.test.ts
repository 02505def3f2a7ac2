import { expect, test } from "vitest";
import { LANE, shop, type World } from "./world.ts";

const PUBLIC = { private: false };
const TWO_LANES = "release: {lanes: [{from: develop, to: main}, {from: next, to: staging}]}";

/** This many open pull requests of forks, each from a branch of that name, which come first wherever GitHub lists them. */
function forks(world: World, count: number, head: string, base: string, from: string): void {
  const { sha } = world.act("bo", "push", { branch: `forked-${base}`, from, commits: [{ message: "From a fork" }] });
  for (let at = 0; at < count; at += 1) {
    const fork = { head, head_repo: `fork-${at}/shop`, head_sha: String(sha) };
    world.act("bo", "open-pull", { title: "Drive by", base, ...fork });
  }
}

const summaries = (world: World, sha: string) =>
  [...world.repo.check_runs.values()]
    .filter((run) => run.sha === sha && run.app === "detoil")
    .map((run) => run.output.summary ?? "");

test("twenty forks do not hide the release whose head another pull request has", async () => {
  const world = shop(LANE, PUBLIC);
  world.land("one");
  forks(world, 20, "develop", "main", "main");
  await world.converge();
  world.act("bo", "create-branch", { branch: "release-1", from: "develop" });
  const other = Number(world.act("bo", "open-pull", { title: "Release 1", base: "main", head: "release-1" }).number);
  // The check there is the lane's to write, and `preview --number` shows the lane.
  expect((await world.converge(`pull/${other}`)).plan).toEqual([]);
  expect((await world.reconcile("pulls", false)).plan.filter(({ action }) => action !== "set-check-run")).toEqual([]);
  const preview = await world.reconcile(`lane-of/${other}`, false);
  expect(preview.facts).toMatchObject({ existing: world.release().number });
});

test("nor another pull request of the release's branch, or at its head", async () => {
  const world = shop(TWO_LANES, {
    ...PUBLIC,
    branches: { main: "start", develop: "start", next: "start", staging: "start" },
  });
  world.land("one");
  forks(world, 20, "develop", "staging", "main");
  const same = Number(world.act("bo", "open-pull", { title: "Stage", base: "staging", head: "develop" }).number);
  const { sha } = world.act("bo", "create-branch", { branch: "fix", from: "develop" });
  for (let at = 0; at < 20; at += 1) {
    const fork = { head: "x", head_repo: `fork-${at}/shop`, head_sha: String(sha) };
    world.act("bo", "open-pull", { title: "As it is", base: "main", ...fork });
  }
  const beside = Number(world.act("bo", "open-pull", { title: "Fix", base: "staging", head: "fix" }).number);
  await world.converge();
  const [summary = ""] = summaries(world, world.release().head_sha);
  for (const number of [same, beside]) expect(summary).toContain(`#${number} has the same head and is not a release.`);
});

async function nothingWaits(): Promise<World> {
  const world = shop(LANE, PUBLIC);
  const one = world.land("one");
  await world.converge();
  const { number } = world.release();
  for (let at = 0; at < 130; at += 1) world.act("renovate[bot]", "comment", { number, body: `Look ${at}` });
  for (let at = 0; at < 25; at += 1) world.act("renovate[bot]", "review", { number, state: "COMMENTED", body: "Fine" });
  world.land("back", { title: 'Revert "Do one"', body: `Reverts #${one}` });
  return world;
}

test.each<[string, (world: World, number: number) => void, string]>([
  ["only bots wrote in it: closed", () => {}, "closed"],
  [
    "behind 130 bots somebody commented: it stays",
    (world, number) => world.act("alice", "comment", { number, body: "Wait for me" }),
    "open",
  ],
  ["behind 25 bots somebody reviewed: it stays", (world, number) => world.act("alice", "review", { number }), "open"],
])("nothing waits any more, %s", async (_name, speak, state) => {
  const world = await nothingWaits();
  const { number } = world.release();
  speak(world, number);
  await world.converge();
  expect(world.pull(number).state).toBe(state);
});

test("newer tags elsewhere do not hide the one of the version in production", async () => {
  const world = shop(LANE, PUBLIC);
  world.setNow("2026-11-20T02:00:00Z");
  world.act("bo", "create-tag", { tag: "v1.0.0", sha: "main" });
  for (let at = 0; at < 130; at += 1) {
    world.setNow(new Date(Date.parse("2026-11-20T03:00:00Z") + at * 60_000).toISOString());
    world.act("bo", "push", { branch: "develop", commits: [{ message: `Night ${at}` }] });
    world.act("bo", "create-tag", { tag: `nightly-${at}`, sha: "develop" });
  }
  world.land("one");
  await world.converge();
  expect(world.release().body).toContain("merged since [v1.0.0](");
});

test("other Apps' checks of the same name do not hide Detoil's", async () => {
  const world = shop(LANE, { ...PUBLIC, auto_trigger_checks: [{ app_id: 1, setting: false }] });
  world.land("one");
  const sha = world.repo.branches.get("develop") ?? "";
  for (const app of ["a", "b", "c", "d"]) world.act("bo", "complete-check", { sha, name: "Detoil / release", app });
  await world.converge();
  expect(summaries(world, sha)).toEqual(["Merging this brings 1 pull request to `main`."]);
});

test("a hold among a hundred labels counts", async () => {
  const world = shop(LANE, PUBLIC);
  const one = world.land("one");
  for (let at = 0; at < 99; at += 1) world.act("bo", "label", { number: one, label: `area-${at}` });
  world.act("bo", "label", { number: one, label: "do-not-release" });
  await world.converge();
  expect(world.release().body).toContain(`**On hold: #${one}**`);
});

test("a fork's merged pull request does not hide that a squash has to be explained", async () => {
  const world = shop(LANE, PUBLIC);
  world.land("one");
  await world.converge();
  const { number } = world.release();
  world.act("bo", "merge-pull", { number, method: "squash" });
  world.setNow("2026-11-20T02:00:00Z");
  forks(world, 1, "develop", "main", "main");
  const last = [...world.repo.pulls.values()].at(-1)?.number ?? 0;
  world.act("bo", "merge-pull", { number: last });
  await world.converge();
  expect(world.pull(number).comments.map(({ body }) => body)).toEqual([expect.stringContaining("squashed or rebased")]);
});

test.each([25, 130])("%i later issues of its own do not hide the one about a lane that is back", async (count) => {
  const world = shop("release: {lanes: [{from: develop, to: gone}]}", PUBLIC);
  world.land("one");
  await world.converge();
  const [issue] = world.repo.issues.values();
  expect(issue).toMatchObject({ state: "open", user: "detoil[bot]" });
  for (let at = 0; at < count; at += 1) world.act("detoil[bot]", "open-issue", { title: `Note ${at}`, body: "Later" });
  world.act("bo", "create-branch", { branch: "gone", from: "main" });
  await world.converge();
  expect(issue).toMatchObject({ state: "closed", state_reason: "completed" });
});
