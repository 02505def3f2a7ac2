import { expect, test } from "vitest";
import { waitingOf } from "../../../src/automations/release-pr/changes/waiting.ts";
import type { GraphCommit, MergedPull } from "../../../src/automations/release-pr/facts.ts";
import { commit, configOf, day, laneFacts, oid, type PullWords, pull, squashes } from "./history.ts";

type History = { commits: readonly GraphCommit[]; pulls: readonly MergedPull[] };
type Squash = readonly [number, PullWords?];

const reverts = (sha: string) => `Take it back\n\nThis reverts commit ${sha}.`;

/** #1 by a merge commit with two own commits, then #2 squashed with this message. */
function undoing(message: string): History {
  return {
    commits: [
      commit("a", ["base"]),
      commit("b", ["a"]),
      commit("m1", ["base", "b"], "Merge pull request #1 from acme/x", day(2)),
      commit("s2", ["m1"], message, day(3)),
    ],
    pulls: [pull(1, "m1", { at: day(2) }), pull(2, "s2", { at: day(3) })],
  };
}

/** #1 squashed, then #2 by a merge commit with a commit for each of these messages. */
function branch(words: PullWords, ...messages: readonly string[]): History {
  const own = messages.map((message, at) => commit(`o${at}`, [at === 0 ? "s1" : `o${at - 1}`], message, day(3)));
  const last = own.length === 0 ? "s1" : `o${own.length - 1}`;
  return {
    commits: [
      ...squashes([1]).commits,
      ...own,
      commit("m2", ["s1", last], "Merge pull request #2 from acme/x", day(3)),
    ],
    pulls: [...squashes([1]).pulls, pull(2, "m2", { at: day(3), ...words })],
  };
}

const line = (...list: Squash[]): History => squashes(...list);

const other = "Answer searches from the replica";
const bullets = (...parts: string[]) => `${other} (#2)\n\n${parts.map((part) => `* ${part}`).join("\n\n")}`;

const cases: readonly [string, History, Record<string, string>][] = [
  ["by number", line([1], [2, { body: "Reverts acme/shop#1" }]), { 1: "by 2", 2: "pair" }],
  ["by a bare number", line([1], [2, { body: "Reverts #1" }]), { 1: "by 2", 2: "pair" }],
  ["whatever the case of the repository", line([1], [2, { body: "Reverts Acme/Shop#1" }]), { 1: "by 2", 2: "pair" }],
  [
    "with a browser's line ends",
    line([1], [2, { body: "Oh.\r\n\r\nReverts acme/shop#1\r\n" }]),
    { 1: "by 2", 2: "pair" },
  ],
  ["another repository's number", line([1], [2, { body: "Reverts acme/other#1" }]), { 1: "box", 2: "box" }],
  ["within a sentence it is not a revert", line([1], [2, { body: "This never Reverts #1" }]), { 1: "box", 2: "box" }],
  // flutter/flutter#113640, flutter/cocoon#2226
  ["a sentence that goes on is about a part", line([1], [2, { body: "Reverts #1 on phones" }]), { 1: "box", 2: "box" }],
  ["a full stop ends it", line([1], [2, { body: "Reverts #1." }]), { 1: "by 2", 2: "pair" }],
  ["in a list", line([1], [2, { body: "- Reverts #1" }]), { 1: "by 2", 2: "pair" }],
  ["with a comment behind it", line([1], [2, { body: "Reverts #1 <!-- see chat -->" }]), { 1: "by 2", 2: "pair" }],
  // ClickHouse/ClickHouse#36339
  ...(
    [
      ["a comment", "<!-- A revert?\nReverts #1\n-->"],
      ["a comment within a paragraph", "Warm it. <!-- A revert?\nReverts #1\n-->"],
      ["a fence", "```\nReverts #1\n```"],
      ["indented code", "So:\n\n    Reverts #1"],
      ["code within a line", "`Reverts #1`"],
      ["a quote", "> Reverts #1"],
      ["a commit in a comment", `<!--\n${reverts(oid("s1"))}\n-->`],
      ["a commit in a fence", `~~~\n${reverts(oid("s1"))}\n~~~`],
    ] as const
  ).map(([where, body]): [string, History, Record<string, string>] => [
    `in ${where} it is somebody else's word`,
    line([1], [2, { body }]),
    { 1: "box", 2: "box" },
  ]),
  // 18F/identity-idp#7818
  ["one of three commits reverts", branch({}, reverts(oid("s1")), other, "An index"), { 1: "by 2", 2: "box" }],
  [
    "one of two reverts, and the text says so too",
    branch({ body: "Reverts #1" }, reverts(oid("s1")), other),
    { 1: "by 2", 2: "box" },
  ],
  ["all of them revert", branch({}, reverts(oid("s1")), 'Revert "Other"'), { 1: "by 2", 2: "pair" }],
  ["declared, and done by hand", branch({ title: 'Revert "Change 1"' }, "Undo", "Fix tests"), { 1: "by 2", 2: "pair" }],
  [
    "a merge of the base along the way is not other work",
    {
      commits: [
        ...squashes([1]).commits,
        commit("r", ["s1"], reverts(oid("s1")), day(3)),
        commit("back", ["r", "s1"], "Merge branch 'develop' into undo", day(3)),
        commit("m2", ["s1", "back"], "Merge pull request #2 from acme/undo", day(3)),
      ],
      pulls: [...squashes([1]).pulls, pull(2, "m2", { at: day(3) })],
    },
    { 1: "by 2", 2: "pair" },
  ],
  [
    "a squash lists other commits beside the revert",
    undoing(bullets(`Revert "Change 1"\n\nThis reverts commit ${oid("m1")}.`, other)),
    { 1: "by 2", 2: "box" },
  ],
  [
    "a squash lists the revert and merges of the base",
    undoing(bullets(`Revert "Change 1"\n\nThis reverts commit ${oid("m1")}.`, "Merge branch 'develop' into undo")),
    { 1: "by 2", 2: "pair" },
  ],
  ["#1 is not #10", line([1], [10], [12, { body: "Reverts #10" }]), { 1: "box", 10: "by 12", 12: "pair" }],
  ["by the squash commit", line([1], [2, { body: reverts(oid("s1")) }]), { 1: "by 2", 2: "pair" }],
  ["by an abbreviated commit", line([1], [2, { body: reverts(oid("s1").slice(0, 8)) }]), { 1: "by 2", 2: "pair" }],
  ["by the merge commit", undoing(reverts(oid("m1"))), { 1: "by 2", 2: "pair" }],
  ["by all its own commits", undoing(`${reverts(oid("a"))}\n\n${reverts(oid("b"))}`), { 1: "by 2", 2: "pair" }],
  ["one of two commits: it still ships", undoing(reverts(oid("a"))), { 1: "box", 2: "box" }],
  ["by its title", line([1, { title: "Add x" }], [2, { title: 'Revert "Add x"' }]), { 1: "by 2", 2: "pair" }],
  [
    "by a title with the number",
    line([1, { title: "Add x" }], [2, { title: 'Revert "Add x (#1)"' }]),
    { 1: "by 2", 2: "pair" },
  ],
  [
    "the latest of that title",
    line([1, { title: "Add x" }], [2, { title: "Add x" }], [3, { title: 'Revert "Add x"' }]),
    { 1: "box", 2: "by 3", 3: "pair" },
  ],
  ["a title before its time", line([1, { title: 'Revert "Add x"' }], [2, { title: "Add x" }]), { 1: "box", 2: "box" }],
  [
    "a reverted revert restores",
    line([1], [2, { body: "Reverts #1" }], [3, { body: "Reverts #2" }]),
    { 1: "box", 2: "by 3", 3: "pair" },
  ],
  [
    "and reverted once more",
    line([1], [2, { body: "Reverts #1" }], [3, { body: "Reverts #2" }], [4, { body: "Reverts #3" }]),
    { 1: "by 2", 2: "pair", 3: "by 4", 4: "pair" },
  ],
  ["released earlier: the revert is an item", line([2, { body: "Reverts #1" }]), { 2: "box" }],
  ["a commit that is nowhere", line([2, { body: reverts("b55e1690d78013614b9ca965ae085c782d1f2317") }]), { 2: "box" }],
  ["one waiting and one released", line([5], [6, { body: "Reverts #5\nReverts #1" }]), { 5: "by 6", 6: "box" }],
  [
    "a number beside the own commit of the squashed one",
    line([5], [6, { body: `Reverts #5\n${reverts("b55e1690d78013614b9ca965ae085c782d1f2317")}` }]),
    { 5: "by 6", 6: "pair" },
  ],
  ["two at once", line([1], [2], [3, { body: "Reverts #1\nReverts #2" }]), { 1: "by 3", 2: "by 3", 3: "pair" }],
  ["itself", line([1, { body: "Reverts #1" }]), { 1: "box" }],
  ["something later", line([1, { body: "Reverts #2" }], [2]), { 1: "box", 2: "box" }],
  [
    "a push reverts one",
    {
      commits: [...squashes([1]).commits, commit("p", ["s1"], reverts(oid("s1")), day(5))],
      pulls: squashes([1]).pulls,
    },
    { 1: "by push" },
  ],
  [
    "a reverted push reverts nothing",
    {
      commits: [
        ...squashes([1]).commits,
        commit("p", ["s1"], reverts(oid("s1")), day(5)),
        commit("q", ["p"], reverts(oid("p")), day(6)),
      ],
      pulls: squashes([1]).pulls,
    },
    { 1: "box" },
  ],
  [
    "what was merged into it is reverted with it",
    {
      commits: squashes([1, { at: day(4), head: "big" }], [3, { at: day(5), body: "Reverts #1" }]).commits,
      pulls: [
        ...squashes([1, { at: day(4), head: "big" }], [3, { at: day(5), body: "Reverts #1" }]).pulls,
        pull(2, "gone", { at: day(3), base: "big" }),
      ],
    },
    { 1: "by 3", 2: "by 3", 3: "pair" },
  ],
];

test.each(cases)("reverted: %s", (_name, { commits, pulls }, expected) => {
  const config = configOf();
  const waiting = waitingOf(laneFacts(config, commits, pulls), config.release?.lanes ?? [], "acme/shop");
  const fate = waiting.items.map((item) => {
    if (item.reverted !== null)
      return [item.pull.number, `by ${"pull" in item.reverted ? item.reverted.pull : "push"}`];
    return [item.pull.number, item.reverts.length > 0 ? "pair" : "box"];
  });
  expect(Object.fromEntries(fate)).toEqual(expected);
});

test("the latest of that title was released: the revert is an item", () => {
  const config = configOf();
  const { commits, pulls } = squashes(
    [3, { title: "Add x", at: day(5) }],
    [4, { title: 'Revert "Add x"', at: day(9) }],
  );
  const released = pull(2, "in-main", { title: "Add x", at: day(7) });
  const waiting = waitingOf(laneFacts(config, commits, [...pulls, released]), config.release?.lanes ?? [], "acme/shop");
  expect(waiting.items.map((item) => [item.pull.number, item.reverted, item.reverts])).toEqual([
    [3, null, []],
    [4, null, []],
  ]);
});

test("a hold on a pair is ignored, on what ships it counts, listed separately or not", () => {
  const config = configOf({ "exclude-labels": ["chore"] });
  const { commits, pulls } = squashes(
    [1, { labels: ["do-not-release"] }],
    [2, { body: "Reverts #1" }],
    [3, { labels: ["Do-Not-Release"] }],
    [4, { labels: ["chore", "do-not-release"] }],
  );
  const waiting = waitingOf(laneFacts(config, commits, pulls), config.release?.lanes ?? [], "acme/shop");
  expect(waiting.items.map((item) => item.hold)).toEqual([null, null, "Do-Not-Release"]);
  expect(waiting.heldApart).toEqual([{ number: 4, label: "do-not-release" }]);
});
