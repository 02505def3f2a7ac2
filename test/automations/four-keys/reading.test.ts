import { expect, test } from "vitest";
import { shaOf } from "../../../simulator/git/sha.ts";
import { fourKeys } from "../../../src/automations/four-keys/index.ts";
import { noObservations } from "../../../src/engine/reconcile.ts";
import type { WritableBook } from "../../../src/records/book.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import { worldOf } from "../world.ts";

const AT = (minute: number) => new Date(Date.parse("2026-11-01T00:00:00Z") + minute * 60_000).toISOString();
const ms = (minute: number) => Date.parse(AT(minute));

function shop(deployments: string, repo: object) {
  const sre = `version: 1\nfour-keys:\n  deployments: {${deployments}}\n`;
  return worldOf({
    now: "2026-11-20T01:00:00Z",
    users: [{ login: "alice" }, { login: "bo" }],
    repos: [
      { name: "acme/shop", permission: { alice: "write", bo: "write" }, ...repo, files: { ".github/sre.yml": sre } },
    ],
  });
}

type World = ReturnType<typeof shop>;

/** Reconciles one target into a book, and returns what is in it. */
async function recorded(world: World, target: string, book: WritableBook = memoryBook(), gone = false) {
  const memory = { ...noObservations, keys: async (prefix: string) => (gone ? [prefix] : []) };
  const { requests } = await world.reconcile(fourKeys, target, { book, memory });
  expect(world.simulator.unexpected).toEqual([]);
  return { ...(await book.all()), requests };
}

/** Reading sre.yml is one. */
const SRE = 1;

const line = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    sha: `c${index}`,
    parents: index === 0 ? [] : [`c${index - 1}`],
    authored_at: AT(1_000 - index),
    committed_at: AT(1_000 + index),
  }));

test("more than 100 commits and reviews are asked again, once for both", async () => {
  const commits = line(231);
  const reviews = Array.from({ length: 130 }, (_, index) => ({
    user: "bo",
    state: index < 120 ? "COMMENTED" : "APPROVED",
    body: "Look here",
    at: AT(2_000 + index),
  }));
  const pull = { number: 1, user: "alice", state: "merged", base: "main", head: "feat", reviews };
  const merged = { head_sha: "c230", merge_commit_sha: "c230", merge_method: "rebase", merged_at: AT(3_000) };
  const world = shop("environment: [production]", {
    commits,
    branches: { main: "c230" },
    pulls: [{ ...pull, ...merged, created_at: AT(1_500), commits: commits.map(({ sha }) => sha) }],
  });
  const { changes, requests } = await recorded(world, "change/1");
  expect(changes).toMatchObject([{ firstCommitAt: ms(770), firstReviewAt: ms(2_000), approvedAt: ms(2_120) }]);
  expect(requests).toMatchObject({ graphql: SRE + 3, points: SRE + 3 });
});

test("more than ten statuses are asked again: the first success is the last in the list", async () => {
  const statuses = ["success", ...Array.from({ length: 120 }, () => "inactive")];
  const deployment = {
    id: 7,
    sha: "c0",
    created_at: AT(1),
    statuses: statuses.map((state, at) => ({ state, at: AT(2 + at) })),
  };
  const world = shop("environment: [production]", {
    commits: line(1),
    branches: { main: "c0" },
    deployments: [deployment],
  });
  const { deployments } = await recorded(world, `deployment/${deploymentId(world, 7)}`);
  expect(deployments).toMatchObject([{ id: 7, status: "success", finishedAt: ms(2), source: "environment" }]);
});

function deploymentId(world: World, id: number): string {
  return `DE_${Buffer.from(`${world.repo.id}:${id}`).toString("base64url")}`;
}

const REVERTED = {
  commits: [
    { sha: "c0", parents: [] },
    { sha: "one", parents: ["c0"] },
    { sha: "two", parents: ["one"] },
    { sha: "merged", parents: ["c0", "two"] },
    { sha: "single", parents: ["merged"] },
    { sha: "merged-single", parents: ["merged", "single"] },
    { sha: "direct", parents: ["merged-single"] },
    { sha: "end", parents: ["direct"] },
  ],
  branches: { main: "end" },
};

test.each([
  ["by number", "Reverts #1", "merged"],
  ["by its merge commit", "This reverts commit {merged}.", "merged"],
  ["by the beginning of its id", "This reverts commit {merged:10}.", "merged"],
  ["by its only commit", "This reverts commit {single}.", "merged-single"],
  ["one of its two commits", "This reverts commit {two}.", null],
  ["by the message of its commit", "commit: This reverts commit {single}.", "merged-single"],
  ["a commit that was pushed directly", "This reverts commit {direct}.", "direct"],
  ["a commit that is not here", "This reverts commit 1234567890.", null],
  ["a number that is not here", "Reverts #99", null],
  ["an issue", "Reverts #5", null],
  ["a pull request that was not merged", "Reverts #4", null],
])("what is reverted, %s", async (_name, text, expected) => {
  const [, inCommit, inText = ""] = /^(commit: )?(.*)$/.exec(text) ?? [];
  const said = inText.replace(/\{([\w-]+)(?::(\d+))?\}/, (_match, name, length) =>
    shaOf(name).slice(0, Number(length ?? 40)),
  );
  const merged = { user: "alice", state: "merged", base: "main" };
  const { commits, ...rest } = REVERTED;
  const body = inCommit === undefined ? said : "";
  const world = shop("environment: [production]", {
    ...rest,
    commits: commits.map((one) => (one.sha === "end" && body === "" ? { ...one, message: said } : one)),
    pulls: [
      { ...merged, number: 1, head: "a", head_sha: "two", merge_commit_sha: "merged", commits: ["one", "two"] },
      { ...merged, number: 2, head: "b", head_sha: "single", merge_commit_sha: "merged-single", commits: ["single"] },
      { ...merged, number: 3, head: "c", head_sha: "end", merge_commit_sha: "end", commits: ["end"], body },
      { number: 4, user: "alice", state: "closed", base: "main", head: "d", head_sha: "end" },
    ],
    issues: [{ number: 5 }],
  });
  const { changes } = await recorded(world, "change/3");
  expect(changes.map(({ reverts }) => reverts)).toEqual([expected === null ? null : shaOf(expected)]);
});

const HISTORY = { readings: [], cursors: [{ name: "history", value: { since: AT(1_100) } }] };

/** A line of 450 commits, deployed where asked; history begins at c100. */
function deployedLine(...shas: readonly string[]) {
  const deployments = shas.map((sha, index) => ({ id: index + 1, sha, statuses: [{ state: "success" }] }));
  return shop("environment: [production]", { commits: line(450), branches: { main: "c449" }, deployments });
}

test("a deployment brings the commits back to those that are recorded, or to where history begins", async () => {
  const world = deployedLine("c250", "c260", "c260", "c255");
  const book = memoryBook();
  await book.record(HISTORY);
  const of = (id: number) => recorded(world, `deployment/${deploymentId(world, id)}`, book);
  const first = await of(1);
  expect(first.commits).toHaveLength(151);
  expect(first.commits.find(({ sha }) => sha === shaOf("c250"))).toEqual({
    ...{ type: "commit", repo: "acme/shop", sha: shaOf("c250"), parents: [shaOf("c249")] },
    ...{ authoredAt: ms(750), committedAt: ms(1_250) },
  });
  expect(first.requests.graphql).toBe(SRE + 1 + 2);
  const second = await of(2);
  expect(second.commits).toHaveLength(161);
  expect(second.requests.graphql).toBe(SRE + 1 + 1);
  for (const id of [3, 4]) expect(await of(id)).toMatchObject({ requests: { graphql: SRE + 1 } });
});

test("without a history the graph comes with it, and no deployment reads it", async () => {
  const world = deployedLine("c250");
  const { commits, deployments, requests } = await recorded(world, `deployment/${deploymentId(world, 1)}`);
  expect([commits.length, deployments.length, requests.graphql]).toEqual([0, 1, SRE + 1]);
});

test("a deployment to an environment that does not count brings no commits", async () => {
  const deployments = [{ id: 1, sha: "c9", environment: "preview", statuses: [{ state: "success" }] }];
  const world = shop("environment: [production]", { commits: line(10), branches: { main: "c9" }, deployments });
  const book = memoryBook();
  await book.record(HISTORY);
  const { commits, deployments: read } = await recorded(world, `deployment/${deploymentId(world, 1)}`, book);
  expect([commits.length, read.map(({ environment }) => environment)]).toEqual([0, ["preview"]]);
});

test("a merge into the branch that ships brings its commits", async () => {
  const pull = { number: 1, user: "alice", state: "merged", base: "main", head: "feat", head_sha: "c8" };
  const merged = { merge_commit_sha: "c9", merge_method: "rebase", commits: ["c8"] };
  const world = shop("merge: main", { commits: line(10), branches: { main: "c9" }, pulls: [{ ...pull, ...merged }] });
  const book = memoryBook();
  await book.record({ readings: [], cursors: [{ name: "history", value: { since: AT(0) } }] });
  const { commits, changes } = await recorded(world, "change/1", book);
  expect([commits.length, changes.length]).toEqual([10, 1]);
});

test.each(["release/RE_bm9uZQ", "tag/v9", "incident/99"])(
  "%s is not shown: recorded as gone if a webhook said so, else not at all",
  async (target) => {
    const world = shop(target.startsWith("tag") ? "tag: 'v*'" : "release: true", {});
    const readings: unknown[] = [];
    const book = {
      ...memoryBook(),
      record: async (made: { readings: readonly unknown[] }) => void readings.push(...made.readings),
    };
    await recorded(world, target, book);
    expect(readings).toEqual([]);
    await recorded(world, target, book, true);
    expect(readings).toMatchObject([{ version: world.now().getTime(), record: null }]);
  },
);

test.each([
  ["release: true", "tag/v1"],
  ["tag: 'release-*'", "tag/v1"],
  ["tag: 'v*'", "release/RE_x"],
  ["release: true", "deployment/DE_x"],
  ["release: true", "something/else"],
])("with %s nothing is asked about %s", async (deployments, target) => {
  const world = shop(deployments, { commits: line(1), branches: { main: "c0" }, tags: [{ name: "v1", sha: "c0" }] });
  expect((await recorded(world, target)).requests).toMatchObject({ graphql: SRE, rest: 0 });
});

test("without the section nothing is asked, recorded, or left to be done", async () => {
  const number = 1;
  const tagged = { tags: [{ name: "v1", sha: "c0" }], releases: [{ tag: "v1", name: "v1" }] };
  const world = worldOf({
    now: "2026-11-20T01:00:00Z",
    users: [{ login: "alice" }],
    repos: [
      {
        ...{
          name: "acme/shop",
          files: { ".github/sre.yml": "version: 1\n" },
          commits: line(1),
          branches: { main: "c0" },
        },
        ...{ deployments: [{ id: 7, sha: "c0", statuses: [{ state: "success" }] }], ...tagged },
        issues: [{ number, labels: ["incident"] }],
      },
    ],
  });
  const book = memoryBook();
  const ids = [deploymentId(world, 7), "v1"];
  const all = [
    "history",
    "report",
    "change/1",
    `incident/${number}`,
    ...ids.map((id, at) => `${["deployment", "tag"][at]}/${id}`),
    "release/x",
  ];
  for (const target of all) {
    const { off, plan, fanOut, wakes, again, requests } = await world.reconcile(fourKeys, target, { book });
    expect({ off, plan, fanOut, wakes, again }).toEqual({ off: true, plan: [], fanOut: [], wakes: [], again: null });
    expect(requests).toMatchObject({ graphql: SRE, writes: 0 });
  }
  expect(await book.all()).toEqual({ commits: [], changes: [], deployments: [], incidents: [] });
  expect(await book.cursor("history")).toBeNull();
});
