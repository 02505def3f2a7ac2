import { expect, test } from "vitest";
import { ships } from "../../../src/automations/release-pr/changes/items.ts";
import { countOf, type Waiting, waitingOf } from "../../../src/automations/release-pr/changes/waiting.ts";
import type { GraphCommit, LaneFacts, MergedPull } from "../../../src/automations/release-pr/facts.ts";
import { commit, configOf, configText, day, laneFacts, oid, type PullWords, pull, squashes } from "./history.ts";

/** `12`, indented when nested, `12 by 13` when reverted, `(13)` when it only reverts. */
function shown(waiting: Waiting): string[] {
  return waiting.items.map((item) => {
    const by = item.reverted === null ? "" : ` by ${"pull" in item.reverted ? item.reverted.pull : "push"}`;
    const name = `${item.pull.number}${by}`;
    return `${"> ".repeat(item.depth)}${item.reverts.length > 0 ? `(${name})` : name}`;
  });
}

interface Case {
  readonly name: string;
  readonly commits: readonly GraphCommit[];
  readonly pulls: readonly MergedPull[];
  readonly lane?: Record<string, unknown>;
  readonly more?: Partial<LaneFacts>;
  readonly items: readonly string[];
  readonly setApart?: readonly number[];
  readonly direct?: number;
  readonly revertedInBase?: readonly number[];
}

const merged = (name: string, first: string, second: string, number: number) =>
  commit(name, [first, second], `Merge pull request #${number} from acme/x`);

const before = (at: string, seconds: number) => new Date(Date.parse(at) - seconds * 1000).toISOString();

/** A squash of `develop` at #2, whatever the branches were called then. */
const squashedRelease = (words: PullWords) => pull(3, "r3", { at: day(4), headName: "s2", ...words });
const onBase = (name: string, message = name, at = day(9)) => ({ oid: oid(name), message, committedAt: at });
const undo = (name: string) => `Revert\n\nThis reverts commit ${oid(name)}.`;

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
    name: "nor is the author's own push two minutes before",
    commits: [
      commit("push", ["base"], "push", before(day(9), 120), "alice"),
      { ...commit("r1", ["push"], "one", day(9), "alice"), authoredAt: day(2) },
    ],
    pulls: [pull(1, "r1")],
    items: ["1"],
    direct: 1,
  },
  {
    name: "nor somebody else's push at the moment of the rebase",
    commits: [
      commit("push", ["base"], "push", day(9), "bob"),
      { ...commit("r1", ["push"], "one", day(9), "alice"), authoredAt: day(2) },
    ],
    pulls: [pull(1, "r1")],
    items: ["1"],
    direct: 1,
  },
  {
    name: "nor one without a known author",
    commits: [
      commit("push", ["base"], "push", day(9), null),
      { ...commit("r1", ["push"], "one", day(9), null), authoredAt: day(2) },
    ],
    pulls: [pull(1, "r1")],
    items: ["1"],
    direct: 1,
  },
  {
    name: "a rebase writes its author's commits at that moment, and other people's older ones again",
    commits: [
      { ...commit("r1", ["base"], "one", before(day(9), 50), "bob"), authoredAt: day(2) },
      commit("r2", ["r1"], "two", before(day(9), 20), "alice"),
      { ...commit("r3", ["r2"], "three", day(9), "alice"), authoredAt: day(3) },
    ],
    pulls: [pull(1, "r3")],
    items: ["1"],
    direct: 0,
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
  {
    name: "shipped by squash from a branch that was cut at the head (muchdogesec/obstracts#586)",
    commits: squashes([1], [2], [4]).commits,
    pulls: [...squashes([1], [2], [4]).pulls, squashedRelease({ base: "main", head: "release/1" })],
    items: ["4"],
  },
  {
    name: "shipped by squash when both branches had other names (release-drafter/release-drafter#817)",
    commits: squashes([1], [2], [4]).commits,
    pulls: [...squashes([1], [2], [4]).pulls, squashedRelease({ base: "master", head: "dev" })],
    more: { baseOnly: [onBase("r3")] },
    items: ["4"],
  },
  {
    name: "shipped by squash, and the base's commits came back to the head since",
    commits: squashes([1], [2], [4]).commits,
    pulls: [...squashes([1], [2], [4]).pulls, squashedRelease({ base: "master", head: "dev" })],
    more: { inBase: new Set([oid("r3")]) },
    items: ["4"],
  },
  {
    name: "squashed into a branch that is not the base: nothing is shipped",
    commits: squashes([1], [2], [4]).commits,
    pulls: [...squashes([1], [2], [4]).pulls, squashedRelease({ base: "demo", head: "develop" })],
    items: ["1", "2", "4"],
  },
  {
    name: "copies that a rebase made, with and without a merge commit (ruby/rubygems#9531)",
    commits: [
      commit("c1", ["main"], "Change 1 (#1)"),
      commit("o", ["c1"], "own"),
      merged("c2", "c1", "o", 2),
      commit("s4", ["c2"], "Change 4 (#4)"),
    ],
    pulls: [pull(1, "gone-1"), pull(2, "gone-2"), pull(4, "s4")],
    items: ["1", "2", "4"],
  },
  {
    name: "a cherry-picked commit that the base has is not released again",
    commits: [commit("c1", ["base"], "Change 1 (#1)"), commit("c2", ["c1"], "Change 2 (#2)")],
    pulls: [pull(1, "m1", { base: "main" }), pull(2, "m2", { base: "release/1" }), pull(3, null)],
    more: { inBase: new Set([oid("m2")]) },
    items: [],
    direct: 2,
  },
  {
    name: "a subject that names a covered, an open or an unknown pull request stands for nothing",
    commits: [
      commit("a", ["base"], "Amend it (#2)"),
      merged("m1", "base", "a", 1),
      commit("p", ["m1"], "Fix it (#99)", day(8), "bob"),
    ],
    pulls: [pull(1, "m1"), pull(2, "elsewhere")],
    items: ["1"],
    direct: 1,
  },
  {
    name: "a revert that names the commit as it was called before the rebase",
    commits: [commit("c1", ["main"], "Change 1 (#1)"), commit("s2", ["c1"], `Back (#2)\n\n${undo("gone-1")}`)],
    pulls: [pull(1, "gone-1"), pull(2, "s2")],
    items: ["1 by 2", "(2)"],
  },
  {
    name: "back through a branch of its own: merges and nothing else (khenderson20/clearCore#253)",
    commits: [commit("s1", ["base"], "Change 1 (#1)"), commit("z", ["s1", "hotfix"]), merged("m3", "s1", "z", 3)],
    pulls: [pull(1, "s1"), pull(3, "m3", { head: "back-merge", headName: "z" })],
    items: ["1"],
  },
  {
    name: "back through a branch of its own, with a fix along the way: an item",
    commits: [
      commit("s1", ["base"], "Change 1 (#1)"),
      commit("z", ["s1", "hotfix"]),
      commit("fix", ["z"]),
      merged("m3", "s1", "fix", 3),
    ],
    pulls: [pull(1, "s1"), pull(3, "m3", { head: "back-merge", headName: "fix" })],
    items: ["1", "3"],
  },
  ...reverted({ name: "by a commit on the base (enormora/pr-log#516)", baseOnly: [onBase("v", undo("m1"))], is: [1] }),
  ...reverted({ name: "by a pull request into the base", pulls: [back(8, "Reverts acme/shop#1")], is: [1] }),
  ...reverted({ name: "by its title", pulls: [back(8, "", 'Revert "Change 1"')], is: [1] }),
  ...reverted({ name: "and reverted back there", pulls: [back(8, "Reverts #1"), back(9, "Reverts #8")], is: [] }),
  ...reverted({
    name: "and brought back by the head",
    pulls: [back(8, "Reverts #1"), pull(10, "s5", { at: day(12), body: "Reverts #8" })],
    is: [],
  }),
  ...reverted({
    name: "on the head as well",
    pulls: [back(8, "Reverts #1"), pull(10, "s5", { at: day(12), body: "Reverts #1" })],
    is: [],
  }),
  ...reverted({ name: "as a whole release", pulls: [back(8, "Reverts #7")], is: [1, 2] }),
  ...reverted({ name: "a hotfix that the head never had", pulls: [back(6, ""), back(8, "Reverts #6")], is: [] }),
  ...reverted({
    name: "an issue, or another repository's",
    pulls: [back(8, "Reverts #98\n\nReverts acme/x#1")],
    is: [],
  }),
  {
    name: "a squashed release repeats the messages of what it brought: nothing was reverted on the base",
    commits: squashes([1], [2], [5]).commits,
    pulls: squashes([1], [2], [5]).pulls,
    more: {
      baseOnly: [onBase("r7", `Release (#7)\n\n* Change 1 (#1)\n\n* ${undo("s1")}`, day(6))],
      releases: [
        {
          number: 7,
          createdAt: day(5),
          mergedAt: day(6),
          headOid: oid("s2"),
          mergeCommit: oid("r7"),
          mergeParents: ["before"],
          warned: true,
          body: "",
          overwritten: null,
        },
      ],
    },
    items: ["5"],
  },
];

interface OnBase {
  readonly name: string;
  readonly pulls?: readonly MergedPull[];
  readonly baseOnly?: LaneFacts["baseOnly"];
  readonly is: readonly number[];
}

/** Merged into the base only, on the n-th. */
function back(number: number, body: string, title = `Back ${number}`): MergedPull {
  return pull(number, `b${number}`, { at: day(number), base: "main", body, title });
}

/** #1 and #2 were released by #7, #5 waits. */
function reverted({ name, pulls = [], baseOnly = [], is }: OnBase): Case[] {
  const there = pulls.filter((one) => one.base === "main").map((one) => onBase(`b${one.number}`, "Back", one.mergedAt));
  const waits = squashes([5, { at: day(11) }]);
  const released = [pull(1, "m1"), pull(2, "m2"), pull(7, "m7", { at: day(5), base: "main", head: "develop" })];
  return [
    {
      name: `reverted on the base: ${name}`,
      commits: waits.commits,
      pulls: [...waits.pulls, ...released, ...pulls.filter((one) => one.base === "main")].map((one) => {
        const later = pulls.find((other) => other.base !== "main");
        return one.number === 5 && later !== undefined ? { ...later, number: 5 } : one;
      }),
      more: { baseOnly: [onBase("m7", "Release", day(5)), ...there, ...baseOnly], released: new Map([[7, [1, 2]]]) },
      items: ["5"],
      revertedInBase: is,
    },
  ];
}

test.each(cases)("$name", ({ commits, pulls, lane, more, items, setApart, direct, revertedInBase }) => {
  const config = configOf(lane);
  const facts = laneFacts(config, commits, pulls, more);
  const waiting = waitingOf(facts, config.release?.lanes ?? [], "acme/shop");
  expect(shown(waiting)).toEqual(items);
  expect(waiting.setApart.map((one) => one.number)).toEqual(setApart ?? []);
  expect(waiting.direct).toBe(direct ?? 0);
  expect(waiting.revertedInBase).toEqual(revertedInBase ?? []);
  expect(countOf(waiting)).toBe(waiting.items.filter(ships).length + (setApart?.length ?? 0));
  // The order of GitHub's answers does not matter.
  const shuffled = { ...facts, commits: [...commits].reverse(), pulls: [...pulls].reverse() };
  expect(shown(waitingOf(shuffled, config.release?.lanes ?? [], "acme/shop"))).toEqual(items);
});

const merge = { number: 9, createdAt: day(1), mergedAt: day(4), warned: false, body: "", overwritten: null };

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
