import { beforeEach, expect, test } from "vitest";
import type { Acting } from "../../../src/simulator/acts/acting.ts";
import { mergePull } from "../../../src/simulator/acts/merge-pull.ts";
import { openPull } from "../../../src/simulator/acts/open-pull.ts";
import { deleteBranch, moveBranch, pushCommits } from "../../../src/simulator/acts/push.ts";
import type { SimEvent } from "../../../src/simulator/events.ts";
import { contentAt } from "../../../src/simulator/git/content.ts";
import type { SimRepo } from "../../../src/simulator/state.ts";
import { parseWorld } from "../../../src/simulator/world/parse.ts";

let repo: SimRepo;
let events: SimEvent[];
let acting: Acting;

beforeEach(() => {
  const state = parseWorld(
    { now: "2026-11-20T01:00:00Z", repos: [{ name: "acme/shop", permission: { alice: "write" } }] },
    "w",
  );
  repo = state.repos.get("acme/shop") as SimRepo; // the world above has it
  events = [];
  acting = { state, login: "alice", emit: (event) => events.push(event) };
  pushCommits(acting, repo, "main", [{ message: "base", files: { a: "1" } }]);
  pushCommits(acting, repo, "feat", [
    { message: "one", files: { b: "1" } },
    { message: "two", files: { b: "2", c: "1" } },
  ]);
  events.length = 0;
});

const told = () =>
  events.map(({ event, action, subject }) =>
    `${event} ${action ?? ""} ${subject.number ?? subject.ref}`.replace("  ", " "),
  );

test.each([
  ["merge", "Merge pull request #1 from acme/feat\n\nFeature", 2, 3],
  ["squash", "Feature (#1)\n\n* one\n\n* two", 1, 1],
  ["rebase", "two", 1, 2],
] as const)("%s lands as on GitHub", (merge_method, message, parents, landed) => {
  const before = repo.branches.get("main") ?? "";
  const pull = openPull(acting, repo, { title: "Feature", head: "feat", base: "main" });
  const known = repo.commits.size;
  mergePull(acting, repo, 1, { merge_method });
  const tip = repo.branches.get("main") ?? "";
  expect(pull).toMatchObject({
    state: "merged",
    merge_method,
    merge_commit_sha: tip,
    merged_by: "alice",
    base_sha: before,
  });
  expect(repo.commits.get(tip)).toMatchObject({ message, parents: { length: parents } });
  expect(repo.commits.size - known).toBe(merge_method === "merge" ? 1 : landed);
  expect(["a", "b", "c"].map((path) => contentAt(repo, tip, path))).toEqual(["1", "2", "1"]);
  expect(told()).toEqual([
    "pull_request opened 1",
    "push refs/heads/main",
    "check_suite requested undefined",
    "pull_request closed 1",
  ]);
});

test("a push moves the pull requests from that branch", () => {
  const pull = openPull(acting, repo, { title: "Feature", head: "feat", base: "main" });
  const tip = pushCommits(acting, repo, "feat", [{ message: "three" }]);
  expect([pull.head_sha, pull.commits.length]).toEqual([tip, 3]);
  expect(told()).toEqual([
    "pull_request opened 1",
    "push refs/heads/feat",
    "check_suite requested undefined",
    "pull_request synchronize 1",
  ]);
});

test("a pull request whose commits reach its base by a push is merged", () => {
  const pull = openPull(acting, repo, { title: "Feature", head: "feat", base: "main" });
  moveBranch(acting, repo, "main", pull.head_sha);
  expect(pull).toMatchObject({ state: "merged", merge_commit_sha: pull.head_sha });
});

test("what both sides changed differently conflicts until it is mended", () => {
  const pull = openPull(acting, repo, { title: "Feature", head: "feat", base: "main" });
  const main = pushCommits(acting, repo, "main", [{ message: "other", files: { b: "9" } }]);
  expect(pull.mergeable).toBe("CONFLICTING");
  expect(() => mergePull(acting, repo, 1)).toThrow("Pull Request is not mergeable");
  pushCommits(acting, repo, "feat", [{ message: "mend", files: { b: "9" }, merges: [main] }]);
  expect(pull.mergeable).toBe("MERGEABLE");
});

test("a deleted branch closes its pull requests", () => {
  const pull = openPull(acting, repo, { title: "Feature", head: "feat", base: "main" });
  deleteBranch(acting, repo, "feat");
  expect(pull.state).toBe("closed");
  expect(told()).toEqual(["pull_request opened 1", "delete feat", "push refs/heads/feat", "pull_request closed 1"]);
});

test("a nested pull request lands in the outer one", () => {
  pushCommits(acting, repo, "inner", [{ message: "inner", files: { d: "1" } }], repo.branches.get("feat"));
  const outer = openPull(acting, repo, { title: "Outer", head: "feat", base: "main" });
  openPull(acting, repo, { title: "Inner", head: "inner", base: "feat" });
  const inner = mergePull(acting, repo, 2);
  expect(outer.commits).toContain(inner.merge_commit_sha);
});
