import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../../../simulator/git/compare.ts";
import { contentAt, pathsAt } from "../../../simulator/git/content.ts";
import { oldestFirst } from "../../../simulator/git/order.ts";
import { shaOf } from "../../../simulator/git/sha.ts";
import { ancestors, diverge, isAncestor } from "../../../simulator/git/walk.ts";
import type { SimRepo } from "../../../simulator/state.ts";
import { parseWorld } from "../../../simulator/world/parse.ts";

interface Node {
  readonly sha: string;
  readonly parents?: readonly string[];
  readonly files?: Readonly<Record<string, string | null>> | readonly string[];
  readonly committed_at?: string;
}

function repoOf(commits: readonly Node[], files: Record<string, string> = {}): SimRepo {
  const state = parseWorld(
    { now: "2026-11-20T00:00:00Z", repos: [{ name: "o/r", commits, branches: {}, files }] },
    "w",
  );
  return state.repos.get("o/r") as SimRepo; // the world above has it
}

/** Any history: each commit's parents are among the earlier ones; dates are arbitrary. */
const histories = fc
  .array(fc.tuple(fc.array(fc.nat(), { maxLength: 3 }), fc.nat(9)), { minLength: 1, maxLength: 25 })
  .map((plan) =>
    plan.map(([parents, day], index) => ({
      sha: `c${index}`,
      parents: index === 0 ? [] : [...new Set(parents.map((one) => `c${one % index}`))],
      committed_at: `2026-11-0${day}T00:00:00Z`.replace("-00T", "-10T"),
    })),
  );

/** The slow and plain way. */
function reachable(repo: SimRepo, sha: string): Set<string> {
  const seen = new Set<string>();
  const open = [sha];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(repo.commits.get(at)?.parents ?? []));
  }
  return seen;
}

test("ahead, behind and merge bases match plain reachability", () => {
  fc.assert(
    fc.property(histories, fc.nat(), fc.nat(), (commits, first, second) => {
      const repo = repoOf(commits);
      const [base, head] = [first, second].map((pick) => shaOf(`c${pick % commits.length}`)) as [string, string];
      const ofBase = reachable(repo, base);
      const ofHead = reachable(repo, head);
      const common = [...ofBase].filter((sha) => ofHead.has(sha));
      const best = common.filter((sha) => !common.some((other) => other !== sha && reachable(repo, other).has(sha)));
      const { ahead, behind, mergeBases } = diverge(repo.commits, base, head);
      expect(ahead.map((one) => one.sha).sort()).toEqual([...ofHead].filter((sha) => !ofBase.has(sha)).sort());
      expect(behind.map((one) => one.sha).sort()).toEqual([...ofBase].filter((sha) => !ofHead.has(sha)).sort());
      expect(mergeBases.map((one) => one.sha).sort()).toEqual(best.sort());
      expect(isAncestor(repo.commits, base, head)).toBe(ofHead.has(base));
      expect([...ancestors(repo.commits, [head])].map((one) => one.sha).sort()).toEqual([...ofHead].sort());
    }),
  );
});

test("oldest first never puts a commit before one of its parents", () => {
  fc.assert(
    fc.property(histories, (commits) => {
      const repo = repoOf(commits);
      const ordered = oldestFirst(repo.commits, [...repo.commits.values()]);
      expect(ordered).toHaveLength(repo.commits.size);
      const place = new Map(ordered.map((commit, index) => [commit.sha, index]));
      for (const commit of ordered) {
        for (const parent of commit.parents) expect(place.get(parent)).toBeLessThan(place.get(commit.sha) ?? -1);
      }
    }),
  );
});

test("unrelated commits come by their dates", () => {
  const repo = repoOf([
    { sha: "root", committed_at: "2026-11-01T00:00:00Z" },
    { sha: "b2", parents: ["root"], committed_at: "2026-11-04T00:00:00Z" },
    { sha: "a1", parents: ["root"], committed_at: "2026-11-03T00:00:00Z" },
    { sha: "m", parents: ["b2", "a1"], committed_at: "2026-11-05T00:00:00Z" },
  ]);
  const { commits, status, ahead_by } = compare(repo, shaOf("root"), shaOf("m"));
  expect(commits.map((commit) => commit.message)).toEqual(["a1", "b2", "m"]);
  expect([status, ahead_by]).toEqual(["ahead", 3]);
});

/** main kept an old version nearby; the merge brings the newer one from far down develop. */
const MERGED: readonly Node[] = [
  { sha: "c1", files: { "sre.yml": "one", gone: "x" } },
  { sha: "d1", parents: ["c1"], files: { "sre.yml": "two", gone: null } },
  { sha: "d2", parents: ["d1"], files: ["sre.yml"] },
  { sha: "d3", parents: ["d2"] },
  { sha: "m", parents: ["c1", "d3"] },
];

test.each([
  ["c1", "sre.yml", "one"],
  ["d3", "sre.yml", "two"],
  ["m", "sre.yml", "two"],
  ["m", "gone", null],
  ["c1", "gone", "x"],
  ["m", "README", "hello"],
  ["m", "nowhere", null],
])("at %s, %s is %s", (sha, path, content) => {
  expect(contentAt(repoOf(MERGED, { README: "hello", "sre.yml": "zero" }), shaOf(sha), path)).toBe(content);
});

test("a tree lists its files", () => {
  const repo = repoOf(MERGED, { README: "hello" });
  expect([pathsAt(repo, shaOf("c1")), pathsAt(repo, shaOf("m"))]).toEqual([
    ["README", "gone", "sre.yml"],
    ["README", "sre.yml"],
  ]);
});

test("near commits in a history of 20,000 are compared", () => {
  const commits = Array.from({ length: 20_000 }, (_, index) => ({
    sha: `c${index}`,
    parents: index === 0 ? [] : [`c${index - 1}`],
  }));
  const repo = repoOf(commits);
  for (let index = 19_000; index < 19_900; index += 1) {
    expect(diverge(repo.commits, shaOf(`c${index}`), shaOf(`c${index + 5}`)).ahead).toHaveLength(5);
  }
});
