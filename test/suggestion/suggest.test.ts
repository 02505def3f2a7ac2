import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { printSuggestion } from "../../src/cli/suggest/print.ts";
import { suggestFile } from "../../src/cli/suggest.ts";
import type { History, MergedPull } from "../../src/suggestion/facts.ts";
import { languageIn } from "../../src/suggestion/language.ts";
import { suggest } from "../../src/suggestion/suggest.ts";
import { linesOf } from "../config/check-text.ts";

afterEach(() => vi.restoreAllMocks());

const NOW = new Date("2026-11-20T01:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

function pull(head: string, base: string, days: number, more: Partial<MergedPull> = {}): MergedPull {
  const author = { login: "alice", bot: false };
  return { title: "Work", head, base, fork: false, mergedAt: ago(days), author, labels: [], ...more };
}

const work = (base: string, count: number, title = "Work") =>
  Array.from({ length: count }, (_, at) => pull(`feat/${base}-${at}`, base, at + 1, { title }));
const updates = (...days: readonly number[]) =>
  days.map((day) => pull(`renovate/${day}`, "main", day, { author: { login: "renovate", bot: true } }));

function facts(more: Partial<History>): History {
  const [merged, deployments, releases] = [ago(90), ago(90), ago(90)];
  const since = { merged, deployments, releases };
  const none = {
    merged: [],
    cut: false,
    milestones: [],
    deployments: [],
    releases: [],
    labels: [],
    isFork: false,
    since,
  };
  const repository = { owner: "acme", name: "shop" };
  return { repository, now: NOW, defaultBranch: "main", branches: ["main"], ...none, ...more };
}

const LANES = ["develop", "staging", "main"];

test.each<[string, Partial<History>, object]>([
  ["nothing", {}, {}],
  [
    "two lanes in their order, and back-merges that are none",
    {
      defaultBranch: "develop",
      branches: LANES,
      merged: [
        ...[
          pull("staging", "main", 3, { labels: ["release"] }),
          pull("staging", "main", 9, { labels: ["release", "x"] }),
        ],
        ...[
          pull("develop", "staging", 4),
          pull("main", "develop", 2),
          pull("main", "develop", 8),
          pull("develop", "main", 30),
        ],
        ...[...work("develop", 5), pull("develop", "main", 1, { fork: true })],
      ],
    },
    {
      release: {
        lanes: [
          { from: "develop", to: "staging" },
          { from: "staging", to: "main", labels: ["release", "x"] },
          { from: "develop", to: "main" },
        ],
      },
      "four-keys": { deployments: { merge: "main" } },
    },
  ],
  [
    "a lane by the names of the branches, with the labels that are there",
    { branches: ["main", "develop"], merged: work("develop", 2), labels: ["bug", "skip-changelog", "do not merge"] },
    {
      release: {
        lanes: [{ from: "develop", to: "main", "exclude-labels": ["skip-changelog"], "hold-labels": ["do not merge"] }],
      },
    },
  ],
  [
    "GitHub flow: releases, milestones, a bot, and titles in Japanese",
    {
      merged: [...work("main", 3, "カートを直す"), ...updates(1, 6, 12, 20)],
      releases: [1, 20, 60, 200].map(ago),
      milestones: [
        { title: "v1.2", dated: true, createdAt: ago(20), closedAt: null },
        { title: "v1.1", dated: true, createdAt: ago(80), closedAt: ago(19) },
        { title: "old", dated: true, createdAt: ago(300), closedAt: ago(200) },
      ],
    },
    {
      timezone: "Asia/Tokyo",
      language: "ja",
      milestones: { match: "v*", tasks: [{ key: "notes" }, { key: "check" }] },
      renovate: { cadence: "biweekly" },
      "four-keys": { deployments: { release: true } },
    },
  ],
  [
    "deployments to production, not to others; names that YAML takes for something else",
    {
      branches: ["1.10", "a#b"],
      defaultBranch: "1.10",
      merged: [pull("1.10", "a#b", 2), ...work("1.10", 3)],
      deployments: [
        ...[1, 2, 100].map((day) => ({ environment: "prod: eu", at: ago(day) })),
        { environment: "dev", at: ago(1) },
      ],
    },
    {
      release: { lanes: [{ from: "1.10", to: "a#b" }] },
      "four-keys": { deployments: { environment: ["prod: eu"] } },
    },
  ],
])("%s", (_name, more, sections) => {
  const found = facts(more);
  const text = printSuggestion(suggest(found, languageIn(found)), found);
  expect(linesOf(`${text}\n`)).toEqual([]);
  const { version, ...rest } = parse(text);
  expect(version).toBe(1);
  expect(Object.keys(rest)).toEqual(Object.keys(sections));
  expect(rest).toMatchObject(sections);
});

test.each<[string, Partial<History>, RegExp, RegExp]>([
  ["nothing at all", {}, /^# Nothing here shows how you release yet/m, /guessed/],
  [
    "a lane that is guessed",
    { branches: ["main", "develop"], defaultBranch: "develop" },
    /^# develop → main: guessed from the branches' names\.\n# No release between them was found\.\nrelease:$/m,
    /Nothing here shows/,
  ],
  ["updates alone", { merged: updates(1, 2, 7, 14) }, /^renovate:$/m, /Nothing here shows/],
])("%s: no sentence says the opposite of another", (_name, more, says, never) => {
  const found = facts(more);
  const text = printSuggestion(suggest(found, languageIn(found)), found);
  expect(text).toMatch(says);
  expect(text).not.toMatch(never);
});

test("what those days would have had is counted in them alone", () => {
  const merged = [pull("develop", "main", 3), pull("develop", "main", 40), ...work("develop", 4)];
  const milestones = [1, 2].map((at) => ({ title: `v${at}`, dated: false, createdAt: ago(at), closedAt: null }));
  const deployments = Array.from({ length: 39 }, (_, at) => ({ environment: "production", at: ago(at * 3) }));
  const found = facts({ branches: ["main", "develop"], merged, milestones, deployments, cut: true });
  const [, had, not] = printSuggestion(suggest(found, languageIn(found)), found).split("\n");
  expect(had).toBe(
    "# With this file, those 90 days would have had 2 release pull requests, 4 tasks, and a deployment frequency of 2.4 a week.",
  );
  expect(not).toMatch(/^# Not replayed: .*; only the last 1,000 merged pull requests were read\.$/);
});

test("from a world: a file that is valid, and says where it comes from", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "detoil-suggest-")), "world.json");
  const repo = {
    name: "acme/shop",
    default_branch: "develop",
    commits: [
      { sha: "c1", parents: [], message: "start" },
      { sha: "m1", parents: ["c1"], message: "Release" },
    ],
    branches: { main: "m1", develop: "c1" },
    milestones: [{ number: 1, title: "Sprint 1" }],
    labels: [{ name: "no-release-note" }],
    releases: [{ tag: "v1", draft: true }],
    deployments: [
      {
        ...{ id: 1, sha: "m1", environment: "production", created_at: "2026-11-18T00:00:00Z" },
        statuses: [
          { state: "success", at: "2026-11-18T00:01:00Z" },
          { state: "inactive", at: "2026-11-19T00:00:00Z" },
        ],
      },
    ],
    pulls: [1, 2].map((number) => ({
      ...{ number, title: "Release", user: "alice", base: "main", head: "develop", head_sha: "c1", state: "merged" },
      ...{ merge_commit_sha: "m1", commits: ["c1"], merged_at: `2026-11-1${number}T00:00:00Z` },
    })),
  };
  const world = { now: NOW.toISOString(), users: [{ login: "alice" }], repos: [repo] };
  writeFileSync(file, JSON.stringify(world));
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  expect(await suggestFile(["--repo", "acme/shop", "--world", file])).toBe(0);
  const text = String(log.mock.calls[0]?.[0]);
  expect(linesOf(`${text}\n`)).toEqual([]);
  expect(parse(text)).toMatchObject({
    release: { lanes: [{ from: "develop", to: "main", "exclude-labels": ["no-release-note"] }] },
    milestones: { tasks: [{}, {}] },
    "four-keys": { deployments: { environment: ["production"] } },
  });
  expect(text).toContain("# develop → main: merged 2 times.\nrelease:");
  expect(text).not.toContain("already");

  const files = { ".github/sre.yml": "version: 1\nmilestones: {tasks: [{key: ours, title: Ours}]}\n" };
  writeFileSync(file, JSON.stringify({ ...world, repos: [{ ...repo, files }] }));
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await suggestFile(["--repo", "acme/shop", "--world", file])).toBe(0);
  const instead = String(log.mock.calls[1]?.[0]);
  expect(told.mock.calls).toEqual([[expect.stringContaining("this is what it would be without")]]);
  // what is redirected into a file loses standard error
  expect(instead).toBe(
    "# acme/shop has a .github/sre.yml already, and nothing of it is in this one.\n" +
      `# Take over what you like; in its place, this would undo what it asks for.\n${text}`,
  );
  expect(linesOf(`${instead}\n`)).toEqual([]);
});

test("a repository without a commit has nothing to suggest from", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "detoil-suggest-")), "world.json");
  writeFileSync(file, JSON.stringify({ repos: [{ name: "acme/empty", branches: {} }] }));
  await expect(suggestFile(["--repo", "acme/empty", "--world", file])).rejects.toThrow("acme/empty has no commit yet");
});
