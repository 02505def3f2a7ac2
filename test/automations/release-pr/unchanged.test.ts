import { expect, test } from "vitest";
import { startsProcess } from "./keeps.ts";
import { long } from "./long.ts";
import { LANE, listOf, type World } from "./world.ts";

/** Two pages. sre.yml is read each time here. */
const WAITING = 110;
const READ_ALL = 1 + 2;
const UNCHANGED = 1 + 1;
/** On the second page: it was not updated for long. */
const OLD = 5;
const SRE = "release: {lanes: [{from: develop, to: main, freeze: ['2026-11-21/2026-11-22']}]}";

/** The release pull request is open, and this process has read everything. */
async function started() {
  const world = long({ waiting: WAITING, sre: SRE });
  const process = startsProcess(world);
  await world.reconcile("lanes", true, process());
  return { world, process };
}

const check = ({ repo }: World, sha: string) =>
  [...repo.check_runs.values()].find((run) => run.sha === sha && run.name === "Detoil / release")?.conclusion ?? null;

test("unchanged since it was read, whatever its size: one request besides that for sre.yml", async () => {
  const { world, process } = await started();
  expect(await world.reconcile("lanes", true, process())).toMatchObject({
    plan: [],
    requests: { graphql: UNCHANGED, rest: 0 },
  });
  expect(listOf(world.release().body)).toHaveLength(WAITING);
});

interface Case {
  readonly happens: (world: World) => unknown;
  readonly graphql: number;
  readonly shows?: (world: World) => void;
}

const label = (action: "label" | "unlabel") => (world: World) =>
  world.act("bo", action, { number: OLD, label: "do-not-release" });

test.each<[string, Case]>([
  [
    "a push to another branch",
    {
      happens: (world) => world.act("bo", "push", { branch: "else", from: "main", commits: [{ message: "Else" }] }),
      graphql: UNCHANGED,
    },
  ],
  [
    "a tick",
    {
      happens: (world) => {
        const { number, body } = world.release();
        world.act("bo", "edit-pull", { number, body: body.replace("- [ ] #7 ", "- [x] #7 ") });
      },
      graphql: UNCHANGED,
      shows: (world) => expect(world.release().body).toContain("- [x] #7 "),
    },
  ],
  [
    "a freeze that begins",
    {
      happens: (world) => world.setNow("2026-11-21T00:30:00Z"),
      graphql: UNCHANGED,
      shows: (world) => expect(check(world, world.release().head_sha)).toBe("failure"),
    },
  ],
  [
    "a tag on what is in production",
    {
      happens: (world) => world.act("bo", "create-tag", { tag: "v1", sha: world.repo.branches.get("main") }),
      graphql: UNCHANGED,
      shows: (world) => expect(world.release().body).toContain("since [v1]"),
    },
  ],
  [
    "a label on an old one",
    {
      happens: label("label"),
      graphql: READ_ALL,
      shows: (world) => expect(check(world, world.release().head_sha)).toBe("failure"),
    },
  ],
  [
    "a title of an old one",
    {
      happens: (world) => world.act("bo", "edit-pull", { number: OLD, title: 'Revert "Change 4"' }),
      graphql: READ_ALL,
      shows: (world) => expect(listOf(world.release().body).join("\n")).toContain("~~#4~~"),
    },
  ],
  [
    "a push to the head",
    {
      happens: (world) => world.act("bo", "push", { branch: "develop", commits: [{ message: "Straight" }] }),
      graphql: READ_ALL,
    },
  ],
  [
    "one more is merged",
    {
      happens: (world) => world.land("more"),
      graphql: READ_ALL,
      shows: (world) => expect(listOf(world.release().body)).toHaveLength(WAITING + 1),
    },
  ],
])("%s", async (_name, { happens, graphql, shows }) => {
  const { world, process } = await started();
  await happens(world);
  const { requests } = await world.reconcile("lanes", true, process());
  expect(requests.graphql).toBe(graphql);
  shows?.(world);
  // What this process knows makes no difference to what it finds.
  expect((await world.reconcile("lanes", false)).plan).toEqual([]);
  expect(await world.reconcile("lanes", true, process())).toMatchObject({ plan: [], requests: { graphql: UNCHANGED } });
});

test("a forced push that takes the last one away and brings another commit: as many as before, and the first ones the same", async () => {
  const { world, process } = await started();
  const last = world.repo.branches.get("develop") ?? "";
  const [from = ""] = world.repo.commits.get(last)?.parents ?? [];
  const { sha } = world.act("bo", "push", { branch: "other", from, commits: [{ message: "Straight" }] });
  world.act("bo", "push", { branch: "develop", sha, force: true });
  await world.reconcile("lanes", true, process());
  expect(listOf(world.release().body)).toHaveLength(WAITING - 1);
});

test("a hold that is taken away again", async () => {
  const { world, process } = await started();
  label("label")(world);
  await world.reconcile("lanes", true, process());
  world.setNow("2026-11-20T01:10:00Z");
  label("unlabel")(world);
  await world.reconcile("lanes", true, process());
  expect(check(world, world.release().head_sha)).toBe("success");
});

test("released: nothing of the old release is left", async () => {
  const { world, process } = await started();
  world.act("bo", "merge-pull", { number: world.release().number, method: "squash" });
  await world.reconcile("lanes", true, process());
  const number = world.land("next");
  await world.reconcile("lanes", true, process());
  expect(listOf(world.release().body)).toEqual([`- [ ] #${number} @alice`]);
});

test("released: one write says so, and from then on it is unchanged again", async () => {
  const { world, process } = await started();
  const { number } = world.release();
  world.act("bo", "merge-pull", { number, method: "merge" });
  const said = await world.reconcile("lanes", true, process());
  expect(said).toMatchObject({ plan: [{ action: "update-pull-request", number }], requests: { writes: 1 } });
  world.setNow("2026-11-20T01:10:00Z");
  // The write has brought it to the top of those that were updated last.
  expect((await world.reconcile("lanes", true, process())).plan).toEqual([]);
  expect(await world.reconcile("lanes", true, process())).toMatchObject({
    plan: [],
    requests: { graphql: UNCHANGED, rest: 0 },
  });
  expect((await world.reconcile("lanes", false, process({ priority: "nightly" }))).plan).toEqual([]);
});

test.each([
  ["the nightly reconciliation", { priority: "nightly" }],
  ["what failed before", { attempts: 1 }],
  ["another installation", { installationId: 2 }],
  ["another repository", { repositoryId: 11 }],
] as const)("%s reads everything", async (_name, as) => {
  const { world, process } = await started();
  expect((await world.reconcile("lanes", false, process(as))).requests.graphql).toBe(READ_ALL);
});

test("a day later everything is read", async () => {
  const { world, process } = await started();
  world.setNow("2026-11-21T01:00:00Z");
  expect((await world.reconcile("lanes", false, process())).requests.graphql).toBe(READ_ALL);
});

test("a process that missed what others did reads what it is now", async () => {
  const { world, process } = await started();
  const other = startsProcess(world);
  label("label")(world);
  await world.reconcile("lanes", true, other());
  world.setNow("2026-11-20T01:10:00Z");
  label("unlabel")(world);
  await world.reconcile("lanes", true, process());
  expect(check(world, world.release().head_sha)).toBe("success");
  label("label")(world);
  await world.reconcile("lanes", true, other());
  expect(check(world, world.release().head_sha)).toBe("failure");
});

test("a lane that lacks its branch is looked for each time, and does not make the others read everything", async () => {
  const world = long({ waiting: WAITING, sre: `${LANE.slice(0, -2)}, {from: gone, to: main}]}` });
  const process = startsProcess(world);
  await world.converge("lanes", process());
  const requests = async (as = {}) => (await world.reconcile("lanes", true, process(as))).requests.graphql;
  const missing = 3; // its page, its branches, the issue about it
  expect(await requests({ priority: "nightly" })).toBe(READ_ALL + missing);
  expect(await requests()).toBe(UNCHANGED + missing);
});
