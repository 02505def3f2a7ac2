import { expect, test } from "vitest";
import { attributionsOf } from "../../../../src/automations/release-pr/sign-off/attribution.ts";
import { boxesOf } from "../../../../src/automations/release-pr/sign-off/boxes.ts";
import type { History, Version } from "../../../../src/automations/release-pr/sign-off/facts.ts";
import { signaturesOf, tickedIn } from "../../../../src/automations/release-pr/sign-off/sign-off.ts";
import { managedBlock } from "../../../../src/managed/managed-body.ts";

test.each<[string, string, string[]]>([
  ["items, nested, with any bullet", "- [ ] #1 @bo\n  * [X] #2\n+ [x] #3 note", ["#1 open", "#2 ticked", "#3 ticked"]],
  [
    "people's own",
    "Intro\n\n- [ ] Look at the dashboards\n1. [x] Tell support",
    ["Look at the dashboards open", "Tell support ticked"],
  ],
  ["Windows' line ends", "- [x] #1\r\n- [ ] #2\r\n", ["#1 ticked", "#2 open"]],
  [
    "none in comments, code and quotes",
    "<!--\n- [ ] a\n-->\n```\n- [ ] b\n```\n    - [ ] c\n\n> - [ ] d\n\n`- [ ] e`",
    [],
  ],
  ["none without a list, or a space", "[ ] a\n- []\n- [ ]b\n- [-] c", []],
  ["words on the next line", "- [ ]\n  Tell support\n- [x]\n  a\n\n  b", ["Tell support open", "a ticked"]],
  ["none without a word", "- [ ] \n- [ ]\n- [x]   \n1. [ ] \t\n- [ ] a", ["a open"]],
  ["struck items have none", "- ~~#1~~ reverted by #2", []],
  ["the same words twice", "- [x] a\n- [ ] a", ["a open"]],
])("boxes: %s", (_name, body, wanted) => {
  expect(
    boxesOf(body).map(
      ({ number, words, checked }) => `${number === null ? words : `#${number}`} ${checked ? "ticked" : "open"}`,
    ),
  ).toEqual(wanted);
});

const block = (content: string, data = {}) => managedBlock.wrap("release", content, data);

test("what is to be signed off: every pull request of the release, and every other box", () => {
  const lines = "1.0.5.x 2.0.5.x 9.0.5.x";
  const body = `- [ ] Tell support\n\n${block("- [x] #1 @bo\n- [ ] #2 @carol\n- [ ] #9 @bo\n- [ ] #77 follow-up", { lines, ticked: [4] })}`;
  const expected = new Map([
    [1, ["bo"]],
    [2, ["carol"]],
    [3, ["dan"]],
    [4, []],
  ]);
  const shown = signaturesOf(body, expected).map(
    ({ key, number, people, checked, hasBox }) =>
      `${number === null ? "own" : key} ${people.join()} ${checked ? "ticked" : "open"}${hasBox ? "" : " without a box"}`,
  );
  expect(shown).toEqual([
    "#1 bo ticked",
    "#2 carol open",
    "#3 dan open without a box", // merged since the list was refreshed, or its line was deleted
    "#4  ticked without a box", // the list is too long, and the marker keeps its tick
    "own  open",
    "#77  open", // #9 is no longer in the release
  ]);
  expect([...tickedIn(body)]).toEqual(["#1", "#4"]);
});

const version = (text: string | null, login: string | null, minute: number): Version => ({
  text,
  login,
  at: `2026-11-20T01:${minute}:00Z`,
  isOurs: login === "detoil[bot]",
});

const [OPEN, TICKED] = ["- [ ] #1", "- [x] #1"];

test.each<[string, Version[], boolean, string | null]>([
  ["a person ticked it", [version(TICKED, "bo", 30), version(OPEN, "detoil[bot]", 10)], false, "bo 30"],
  [
    "others edited since",
    [version(`${TICKED}\n- [x] #2`, "carol", 40), version(TICKED, "bo", 30), version(OPEN, "detoil[bot]", 10)],
    false,
    "bo 30",
  ],
  [
    "ticked again by somebody else",
    [
      version(TICKED, "carol", 40),
      version(OPEN, "bo", 35),
      version(TICKED, "bo", 30),
      version(OPEN, "detoil[bot]", 10),
    ],
    false,
    "carol 40",
  ],
  [
    "Detoil overwrote it, and put it back",
    [
      version(TICKED, "detoil[bot]", 33),
      version(OPEN, "detoil[bot]", 32),
      version(TICKED, "bo", 31),
      version(OPEN, "detoil[bot]", 10),
    ],
    false,
    "bo 31",
  ],
  [
    "a person cleared it, and Detoil's list brought it back",
    [
      version(TICKED, "detoil[bot]", 33),
      version(OPEN, "bo", 32),
      version(TICKED, "bo", 31),
      version(OPEN, "detoil[bot]", 10),
    ],
    false,
    null,
  ],
  ["it was opened with the tick", [version(`${TICKED} x`, "carol", 40), version(TICKED, "bo", 10)], false, "bo 10"],
  ["further back than was read", [version(`${TICKED} x`, "carol", 40), version(TICKED, "bo", 10)], true, null],
  [
    "that version is gone",
    [version(TICKED, "carol", 40), version(null, "bo", 35), version(OPEN, "bo", 10)],
    false,
    null,
  ],
  ["the account is gone", [version(TICKED, null, 40), version(OPEN, "bo", 10)], false, null],
  ["nothing was edited", [], false, null],
])("who ticked: %s", (_name, versions, isCut, wanted) => {
  const history: History = { versions, isCut };
  const who = attributionsOf(["#1"], history).get("#1") ?? null;
  expect(who === null ? null : `${who.login} ${who.at.slice(14, 16)}`).toBe(wanted);
});
