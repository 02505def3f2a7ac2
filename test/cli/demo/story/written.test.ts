import { expect, test } from "vitest";
import { sheetOf, writtenSince } from "../../../../src/cli/demo/story/written.ts";
import { createSimulator } from "../../../../src/simulator/index.ts";
import { shop } from "../page/world.ts";

test("what people write is not told, what Detoil writes is", () => {
  const state = shop();
  const simulator = createSimulator(state);
  const before = sheetOf(state);
  simulator.do({ as: "alice", action: "comment", repo: "acme/shop", number: 7, body: "Ready?" });
  expect(writtenSince(before, sheetOf(state))).toEqual([]);
  simulator.do({
    as: "detoil[bot]",
    action: "comment",
    repo: "acme/shop",
    number: 7,
    body: "<!-- detoil:x -->\nIt is.",
  });
  const [comment, ...more] = writtenSince(before, sheetOf(state));
  expect(more).toEqual([]);
  expect(comment).toMatchObject({
    path: "/acme/shop/pull/7",
    what: "commented on #7 Release 2026-11-20",
    added: ["It is."],
  });
  expect(comment?.meant({ action: "create-comment", number: 7, body: "", because: "" })).toBe(true);
  expect(comment?.meant({ action: "create-comment", number: 9, body: "", because: "" })).toBe(false);
});

test("of a rewritten list only the items that went and the lines that came are told", () => {
  const state = shop();
  const before = sheetOf(state);
  const release = state.repos.get("acme/shop")?.pulls.get(7);
  if (release === undefined) throw new Error("the world has no #7");
  release.body = release.body.replace("  - [ ] #3 @bo", "- [ ] #8 @alice").replace("**3 pull", "**4 pull");
  const [told] = writtenSince(before, sheetOf(state));
  expect(told?.what).toBe("rewrote #7 Release 2026-11-20");
  expect(told?.removed).toEqual(["  - [ ] #3 @bo"]);
  expect(told?.added).toEqual([expect.stringContaining("**4 pull requests**"), "- [ ] #8 @alice"]);
});

test("a check is told by what it came to, not again on each new commit", () => {
  const state = shop();
  const repo = state.repos.get("acme/shop");
  const run = repo?.check_runs.get(502);
  if (repo === undefined || run === undefined) throw new Error("the world has no check run 502");
  const before = sheetOf(state);
  repo.check_runs.set(900, { ...run, id: 900 });
  expect(writtenSince(before, sheetOf(state))).toEqual([]);
  repo.check_runs.set(901, {
    ...run,
    id: 901,
    conclusion: "success",
    output: { ...run.output, title: "Valid", annotations: [] },
  });
  expect(writtenSince(before, sheetOf(state))).toMatchObject([
    { path: "/acme/shop/runs/901", what: "Detoil / config on #7: Valid", outcome: "green" },
  ]);
});
