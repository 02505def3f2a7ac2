import { expect, test } from "vitest";
import { createSimulator } from "../../../../simulator/index.ts";
import type { SimState } from "../../../../simulator/state.ts";
import type { Written } from "../../../../src/cli/demo/story/entry.ts";
import { type Sheet, sheetOf, writtenSince } from "../../../../src/cli/demo/story/written.ts";
import { shop } from "../../github/page/world.ts";

function sheetIn(state: SimState): Sheet {
  const repo = state.repos.get("acme/shop");
  if (repo === undefined) throw new Error("the world has no acme/shop");
  return sheetOf(state, repo);
}

test("what people write is left out, what Detoil writes is reported", () => {
  const state = shop();
  const simulator = createSimulator(state);
  const before = sheetIn(state);
  simulator.do({ as: "alice", action: "comment", repo: "acme/shop", number: 7, body: "Ready?" });
  expect(writtenSince(before, sheetIn(state))).toEqual([]);
  simulator.do({
    as: "detoil[bot]",
    action: "comment",
    repo: "acme/shop",
    number: 7,
    body: "<!-- detoil:x -->\nIt is.",
  });
  const [comment, ...more] = writtenSince(before, sheetIn(state));
  expect(more).toEqual([]);
  expect(comment).toMatchObject({
    path: "/acme/shop/pull/7",
    what: "commented on #7 Release 2026-11-20",
    added: ["It is."],
  });
});

test("of a rewritten list only removed items and new lines are reported", () => {
  const state = shop();
  const before = sheetIn(state);
  const release = state.repos.get("acme/shop")?.pulls.get(7);
  if (release === undefined) throw new Error("the world has no #7");
  release.body = release.body.replace("  - [ ] #3 @bo", "- [ ] #8 @alice").replace("**3 pull", "**4 pull");
  const [told] = writtenSince(before, sheetIn(state));
  expect(told?.what).toBe("updated #7 Release 2026-11-20");
  expect(told?.removed).toEqual(["  - [ ] #3 @bo"]);
  expect(told?.added).toEqual([expect.stringContaining("**4 pull requests**"), "- [ ] #8 @alice"]);
});

test("a check is reported with its conclusion, not again on each new commit", () => {
  const state = shop();
  const repo = state.repos.get("acme/shop");
  const run = repo?.check_runs.get(502);
  if (repo === undefined || run === undefined) throw new Error("the world has no check run 502");
  const before = sheetIn(state);
  repo.check_runs.set(900, { ...run, id: 900 });
  expect(writtenSince(before, sheetIn(state))).toEqual([]);
  repo.check_runs.set(901, {
    ...run,
    id: 901,
    conclusion: "success",
    output: { ...run.output, title: "Valid", annotations: [] },
  });
  expect(writtenSince(before, sheetIn(state))).toMatchObject([
    { path: "/acme/shop/runs/901", what: "Detoil / config on #7: Valid", outcome: "green" },
  ]);
});

const bot = "detoil[bot]";

function written(play: (act: (action: string, fields: object) => void, state: SimState) => void): Written[] {
  const state = shop();
  const simulator = createSimulator(state);
  const before = sheetIn(state);
  play((action, fields) => simulator.do({ as: bot, action, repo: "acme/shop", ...fields }), state);
  return writtenSince(before, sheetIn(state));
}

test("an issue is reported with its author, content and place", () => {
  const [task, ...more] = written((act) => {
    act("open-issue", {
      title: "Code freeze",
      body: "| Task | Who |\n| --- | --- |\n| a | b |\n\n<sub>small</sub>",
      labels: ["release"],
      assignees: ["alice", "bo"],
      milestone: 2,
    });
    act("add-blocked-by", { number: 13, other: 9 });
    act("move-project-item", { number: 13, project: 5, field: "Status", value: "Todo" });
    act("move-project-item", { number: 13, project: 5, field: "Due date", value: "2026-12-01" });
  });
  expect(more).toEqual([]);
  expect(task).toMatchObject({
    path: "/acme/shop/issues/13",
    what: "opened #13 Code freeze",
    added: [
      "| Task | Who |",
      "| a | b |",
      "for alice, bo · label release · in 1.3 · blocked by #9 · on Releases: Todo, Due date 2026-12-01",
    ],
  });
});

test("only the changes of an issue are reported again", () => {
  const state = shop();
  const simulator = createSimulator(state);
  const act = (action: string, fields: object) => simulator.do({ as: bot, action, repo: "acme/shop", ...fields });
  act("open-issue", { title: "Code freeze", body: "Due", assignees: ["alice"] });
  const opened = sheetIn(state);
  act("assign", { number: 13, assignees: ["bo"] });
  const assigned = sheetIn(state);
  act("close-issue", { number: 13 });
  expect(writtenSince(opened, assigned)).toMatchObject([{ what: "updated #13 Code freeze", added: ["for alice, bo"] }]);
  expect(writtenSince(assigned, sheetIn(state))).toMatchObject([{ what: "closed #13 Code freeze", added: [] }]);
});

test("reactions and milestones are reported too", () => {
  const [reaction, ...milestones] = written((act, state) => {
    const id = state.repos.get("acme/shop")?.pulls.get(7)?.comments[0]?.id;
    act("react", { id, content: "eyes" });
    act("reopen-milestone", { number: 2 });
    act("create-milestone", { title: "1.5" });
  }).reverse();
  expect(reaction).toMatchObject({ path: "/acme/shop/pull/7", what: "👀 on bo's comment on #7" });
  expect(milestones.map(({ what, path }) => [what, path])).toEqual([
    ["made the milestone 1.5", "/acme/shop/milestone/3"],
    ["reopened the milestone 1.3", "/acme/shop/milestone/2"],
  ]);
});
