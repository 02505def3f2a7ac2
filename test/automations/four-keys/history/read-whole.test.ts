import { expect, test } from "vitest";
import { shaOf } from "../../../../simulator/git/sha.ts";
import { historyProgress } from "../../../../src/automations/four-keys/history/progress.ts";
import { readWholeHistory } from "../../../../src/automations/four-keys/history/read-whole.ts";
import { fourKeysSection } from "../../../../src/config/sections/four-keys/schema.ts";
import type { WritableBook } from "../../../../src/records/book.ts";
import { memoryBook } from "../../../../src/records/memory-book.ts";
import { type TestWorld, worldOf } from "../../world.ts";
import { recordsOf } from "../recorder.ts";
import { busyRepository } from "./busy-repository.ts";

const ENVIRONMENT = { environment: ["production"] };

interface Reading {
  readonly way?: object;
  readonly since?: string;
  /** After as many pages the process is killed. */
  readonly pages?: number;
}

class Killed extends Error {}

async function read(world: TestWorld, book: WritableBook, { way = ENVIRONMENT, since, pages }: Reading = {}) {
  const github = world.connect();
  const repository = { id: world.repo.id, owner: "acme", name: "shop" };
  let count = 0;
  const onPage = async () => {
    count += 1;
    if (count === pages) throw new Killed();
  };
  const asked = { repository, section: fourKeysSection.parse({ deployments: way }), now: world.now(), onPage };
  await readWholeHistory(github, { ...asked, since: since === undefined ? null : Date.parse(since) }, book).catch(
    (error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    },
  );
  expect(world.simulator.unexpected).toEqual([]);
  return github.requests;
}

async function all(book: WritableBook) {
  const { commits, things } = await recordsOf(book);
  return { ...things, commits: commits.map((commit) => JSON.stringify(commit)).sort() };
}

test("every merge, deployment, incident and commit is recorded, at one point a page", async () => {
  const world = worldOf(busyRepository({ pulls: 120, every: 10 }));
  const book = memoryBook();
  const { graphql, points } = await read(world, book);
  const { changes, commits, deployments, incidents } = await book.all();
  expect([changes.length, deployments.length, incidents.length, commits.length]).toEqual([120, 12, 12, 361]);
  expect(changes.find(({ pull }) => pull === 7)).toMatchObject({ sha: shaOf("m7"), author: "alice", base: "main" });
  expect(await historyProgress(book)).toEqual({ reading: null, completeFrom: Date.parse("2025-11-20T01:00:00Z") });
  // Deployments; incidents; 4 pages of changes; the default branch's head and 4 pages of commits; what was missed: 2.
  expect([graphql, points]).toEqual([13, 13]);
});

test("a killed process goes on where it was, whenever that was", async () => {
  const world = worldOf(busyRepository({ pulls: 80, every: 10 }));
  const whole = memoryBook();
  const { graphql } = await read(world, whole);
  const expected = await all(whole);
  for (const pages of [1, 3, 6, 7, 9]) {
    const book = memoryBook();
    const before = await read(world, book, { pages });
    const after = await read(world, book);
    expect(await all(book)).toEqual(expected);
    expect(before.graphql + after.graphql).toBe(graphql);
  }
});

test("one failure among many: half a page for ten answers, nothing twice", async () => {
  const world = worldOf(busyRepository({ pulls: 230, every: 50 }));
  const expected = memoryBook();
  const { graphql } = await read(world, expected);
  const book = memoryBook();
  await world.fails({ match: { operation: "fourKeysHistoryChanges" }, status: 502 });
  const halved = await read(world, book);
  expect(await all(book)).toEqual(await all(expected));
  // The one that failed, and ten of 18 in the place of five of 37.
  expect(halved.graphql).toBe(graphql + 1 + 5);
});

test("history goes back as far as asked, and further when asked again", async () => {
  const world = worldOf(busyRepository({ pulls: 120, every: 10 }));
  const book = memoryBook();
  // Number 101 was merged then.
  await read(world, book, { since: "2026-11-19T05:00:00Z" });
  const { changes, deployments } = await book.all();
  expect(changes.map(({ pull }) => pull).sort()).toEqual(Array.from({ length: 20 }, (_, index) => index + 101));
  expect(deployments.map(({ id }) => id).sort()).toEqual([110, 120]);
  await read(world, book, { since: "2026-01-01T00:00:00Z" });
  const whole = memoryBook();
  await read(world, whole);
  expect(await all(book)).toEqual(await all(whole));
});

test("another source of deployments is read on its own", async () => {
  const { repos, ...world } = busyRepository({ pulls: 40, every: 10 });
  const [repo] = repos;
  const releases = [1, 2].map((n) => ({ id: n, tag: `v${n}`, published_at: `2026-11-1${n + 7}T00:00:00Z` }));
  const tags = [1, 2].map((n) => ({ name: `v${n}`, sha: `m${n * 10}`, at: `2026-11-1${n + 7}T00:00:00Z` }));
  const shop = worldOf({ ...world, repos: [{ ...repo, tags, releases }] });
  const book = memoryBook();
  await read(shop, book);
  const { graphql } = await read(shop, book, { way: { release: true } });
  expect(graphql).toBe(1);
  const again = await read(shop, book, { way: { tag: "v*" } });
  expect(again.graphql).toBe(1);
  const { deployments } = await book.all();
  const of = (source: string) => deployments.filter((one) => one.source === source).map(({ id }) => id);
  expect([of("environment").length, of("release").sort(), of("tag").sort()]).toEqual([4, ["v1", "v2"], ["v1", "v2"]]);
});

test("what was deployed from elsewhere is read back to the default branch", async () => {
  const { repos, ...world } = busyRepository({ pulls: 40, every: 10 });
  const [repo] = repos;
  if (repo === undefined) throw new Error("no repository");
  const patch = { sha: "patch", parents: ["m20"], committed_at: "2026-11-19T10:30:00Z" };
  const commits = [...repo.commits, patch];
  const deployed = { id: 99, sha: "patch", created_at: "2026-11-19T11:00:00Z", statuses: [{ state: "success" }] };
  const shop = worldOf({ ...world, repos: [{ ...repo, commits, deployments: [...repo.deployments, deployed] }] });
  const book = memoryBook();
  await read(shop, book);
  expect((await book.all()).commits).toHaveLength(40 * 3 + 2);
});

test("who is updated while history is read is not missed", async () => {
  const world = worldOf(busyRepository({ pulls: 120, every: 10 }));
  const book = memoryBook();
  await read(world, book, { pages: 3 });
  // The oldest one moves to the page that was read already, by what wakes nobody.
  world.setNow("2026-11-20T02:00:00Z");
  world.act("bo", "comment", { number: 1, body: "Nice" });
  await read(world, book);
  expect((await book.all()).changes).toHaveLength(120);
});
