import { expect, test } from "vitest";
import type { LaneFacts, MergedPull, RangeCommit } from "../../../src/automations/release-pr/facts.ts";
import { ships } from "../../../src/automations/release-pr/items.ts";
import { countOf, type Waiting, waitingOf } from "../../../src/automations/release-pr/waiting.ts";
import { commit, configOf, configText, day, laneFacts, oid, pull, squashes } from "./history.ts";

/** `12`, indented when nested, `12 by 13` when taken back, `(13)` when it only takes back. */
function shown(waiting: Waiting): string[] {
  return waiting.items.map((item) => {
    const by = item.takenBack === null ? "" : ` by ${"pull" in item.takenBack ? item.takenBack.pull : "push"}`;
    const name = `${item.pull.number}${by}`;
    return `${"> ".repeat(item.depth)}${item.takesBack.length > 0 ? `(${name})` : name}`;
  });
}

interface Case {
  readonly name: string;
  readonly commits: readonly RangeCommit[];
  readonly pulls: readonly MergedPull[];
  readonly lane?: Record<string, unknown>;
  readonly more?: Partial<LaneFacts>;
  readonly items: readonly string[];
  readonly setApart?: readonly number[];
  readonly direct?: number;
}

const merged = (name: string, first: string, second: string, number: number) =>
  commit(name, [first, second], `Merge pull request #${number} from acme/x`);

const cases: readonly Case[] = [
  { name: "nothing", commits: [], pulls: [], items: [] },
  {
    name: "a merge commit, a squash and a rebase, in the order they were merged",
    commits: [
      commit("a", ["base"]),
      commit("b", ["a"]),
      merged("m3", "base", "b", 3),
      commit("s2", ["m3"], "Change 2 (#2)"),
      { ...commit("r1", ["s2"], "one", day(9)), authoredAt: day(2) },
      { ...commit("r2", ["r1"], "two", day(9)), authoredAt: day(3) },
    ],
    pulls: [pull(1, "r2", { at: day(9) }), pull(2, "s2", { at: day(8) }), pull(3, "m3", { at: day(7) })],
    items: ["3", "2", "1"],
  },
  {
    name: "direct pushes are counted and open nothing",
    commits: [commit("a"), commit("b", ["a"])],
    pulls: [],
    items: [],
    direct: 2,
  },
  {
    name: "a push right before a rebase is not the rebase's",
    commits: [
      commit("push", ["base"], "push", day(8), "bob"),
      { ...commit("r1", ["push"], "one", day(9)), authoredAt: day(2) },
    ],
    pulls: [pull(1, "r1")],
    items: ["1"],
    direct: 1,
  },
  {
    name: "merged at the same moment: as in the history",
    commits: squashes([5, { at: day(2) }], [4, { at: day(2) }]).commits,
    pulls: squashes([5, { at: day(2) }], [4, { at: day(2) }]).pulls,
    items: ["5", "4"],
  },
  {
    name: "whatever its base; merged elsewhere does not count",
    commits: [commit("s1"), commit("s2", ["s1"])],
    pulls: [pull(1, "s1", { base: "old-develop" }), pull(2, "elsewhere"), pull(3, null)],
    items: ["1"],
    direct: 1,
  },
  {
    name: "a fork's own develop is no lane",
    commits: squashes([1, { head: "develop", fork: true }]).commits,
    pulls: squashes([1, { head: "develop", fork: true }]).pulls,
    items: ["1"],
  },
  {
    name: "a back-merge brings nothing of its own",
    commits: [commit("s1", ["base"]), commit("m2", ["s1", "hotfix-in-main"])],
    pulls: [pull(1, "s1"), pull(2, "m2", { head: "main" })],
    items: ["1"],
  },
  {
    name: "a hotfix merged to both branches by merge commit",
    commits: [commit("m2", ["base", "fix"])],
    pulls: [
      pull(2, "m2", { head: "hotfix", headName: "fix" }),
      pull(3, "in-main", { head: "hotfix", base: "main", headName: "fix" }),
    ],
    items: [],
  },
  {
    name: "a hotfix squashed into both branches",
    commits: [commit("s2", ["base"], "Fix (#2)")],
    pulls: [pull(2, "s2", { headName: "fix" }), pull(3, "in-main", { base: "main", headName: "fix" })],
    items: [],
  },
  {
    name: "a fast-forwarded branch whose tip is a merge",
    commits: [commit("a", ["base"]), commit("tip", ["a", "base"])],
    pulls: [pull(1, "tip", { headName: "tip" })],
    items: ["1"],
  },
  {
    name: "nested, two deep, and a sibling behind",
    commits: [
      commit("n2", ["base"]),
      commit("n3", ["n2"]),
      commit("a", ["n3"]),
      merged("m1", "base", "a", 1),
      commit("s4", ["m1"], "Change 4 (#4)"),
    ],
    pulls: [
      pull(1, "m1", { at: day(5), head: "big" }),
      pull(3, "n3", { at: day(4), base: "big", head: "part" }),
      pull(2, "n2", { at: day(3), base: "part" }),
      pull(4, "s4", { at: day(6) }),
    ],
    items: ["1", "> 3", "> > 2", "4"],
  },
  {
    name: "nested: false leaves it out, and its commits are still a pull request's",
    lane: { nested: false },
    commits: [commit("n2", ["base"]), merged("m1", "base", "n2", 1)],
    pulls: [pull(1, "m1", { at: day(5), head: "big" }), pull(2, "n2", { at: day(4), base: "big" })],
    items: ["1"],
  },
  {
    name: "nested in a squashed one: its own merge commit is nowhere",
    commits: squashes([1, { at: day(5), head: "big" }]).commits,
    pulls: [
      pull(1, "s1", { at: day(5), head: "big" }),
      pull(2, "gone", { at: day(4), base: "big", head: "part" }),
      pull(3, "gone-too", { at: day(3), base: "part" }),
    ],
    items: ["1", "> 2", "> > 3"],
  },
  {
    name: "a branch name used twice: the earlier one took it along",
    commits: squashes([1, { at: day(9), head: "big" }]).commits,
    pulls: [
      pull(1, "s1", { at: day(9), head: "big" }),
      pull(5, "released", { at: day(3), head: "big" }),
      pull(2, "gone", { at: day(2), base: "big" }),
    ],
    items: ["1"],
  },
  {
    name: "merged into the branch after the branch was: not nested",
    commits: squashes([1, { at: day(2), head: "big" }]).commits,
    pulls: [pull(1, "s1", { at: day(2), head: "big" }), pull(2, "gone", { at: day(4), base: "big" })],
    items: ["1"],
  },
  {
    name: "nothing nests under a release",
    commits: [commit("s1", ["base"], "Change 1 (#1)"), commit("lane", ["main", "s1"])],
    pulls: [pull(1, "s1", { at: day(2) }), pull(9, "lane", { at: day(3), head: "develop", base: "main" })],
    items: ["1"],
  },
  {
    name: "set apart by label, whatever its case",
    lane: { "exclude-labels": ["chore"] },
    commits: squashes([1], [2, { labels: ["Chore"] }]).commits,
    pulls: squashes([1], [2, { labels: ["Chore"] }]).pulls,
    items: ["1"],
    setApart: [2],
  },
];

test.each(cases)("$name", ({ commits, pulls, lane, more, items, setApart, direct }) => {
  const config = configOf(lane);
  const facts = laneFacts(config, commits, pulls, more);
  const waiting = waitingOf(facts, config.release?.lanes ?? [], "acme/shop");
  expect(shown(waiting)).toEqual(items);
  expect(waiting.setApart.map((one) => one.number)).toEqual(setApart ?? []);
  expect(waiting.direct).toBe(direct ?? 0);
  expect(countOf(waiting)).toBe(waiting.items.filter(ships).length + (setApart?.length ?? 0));
  // The order in which GitHub gives things out means nothing.
  const shuffled = { ...facts, commits: [...commits].reverse(), pulls: [...pulls].reverse() };
  expect(shown(waitingOf(shuffled, config.release?.lanes ?? [], "acme/shop"))).toEqual(items);
});

const merge = { number: 9, createdAt: day(1), mergedAt: day(4), warned: false };

test.each([
  ["squash", ["before"], ["2"], 0],
  ["merge", ["before", oid("s1")], ["1", "2"], 0],
])("a release merged by %s", (_how, parents, items) => {
  const config = configOf();
  const { commits, pulls } = squashes([1], [2]);
  const release = { ...merge, headOid: oid("s1"), mergeCommit: oid("in-main"), mergeParents: parents };
  const waiting = waitingOf(
    laneFacts(config, commits, pulls, { releases: [release] }),
    config.release?.lanes ?? [],
    "acme/shop",
  );
  expect(shown(waiting)).toEqual(items);
});

test("what a squashed release brought to the next lane is listed there", () => {
  const config = configText(
    "{version: 1, release: {lanes: [{from: staging, to: main}, {from: develop, to: staging}]}}",
  );
  const { commits: brought, pulls } = squashes([1], [2]);
  const lane = pull(7, "lane", { head: "develop", base: "staging" });
  const facts = laneFacts(config, [commit("lane", ["base"], "Release (#7)")], [...pulls, lane], {
    brought: new Map([[7, [...brought, commit("push", ["s2"])]]]),
  });
  const waiting = waitingOf(facts, config.release?.lanes ?? [], "acme/shop");
  expect(shown(waiting)).toEqual(["1", "2"]);
  expect(waiting.direct).toBe(1);
});
