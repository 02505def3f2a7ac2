import fc from "fast-check";
import { expect, test } from "vitest";
import { readBlockData } from "../../../src/automations/release-pr/body/block-data.ts";
import { type BodyRequest, bodyWith, oldBlockOf } from "../../../src/automations/release-pr/body/body.ts";
import { type Item, ships } from "../../../src/automations/release-pr/changes/items.ts";
import { managedBlock } from "../../../src/managed/managed-body.ts";
import { type PullWords, pull } from "./history.ts";

function item(number: number, words: PullWords & Partial<Omit<Item, "pull">> = {}): Item {
  const { parent = null, depth = parent === null ? 0 : 1, reverted = null } = words;
  return { pull: pull(number, null, words), parent, depth, reverted, reverts: [], hold: null };
}

const headerFooter = {
  intro: "",
  above: "**2 pull requests** wait",
  below: "Merge it with care.\n<sub>Detoil · release</sub>",
  untilReleased: "**2 pull requests** wait\nMerge it with care.",
};

function requestOf(items: readonly Item[], more: Partial<BodyRequest> = {}): BodyRequest {
  const stored = {
    title: null,
    refreshed: null,
    assigned: [],
    requested: [],
    labeled: [],
    touched: false,
    unfrozen: null,
  };
  const wording = { titles: true, mention: "assignee", language: "en", repoUrl: "https://x/acme/shop" } as const;
  return { items, unlisted: [], headerFooter, compareUrl: "https://x/compare", ...wording, stored, ...more };
}

function write(body: string, items: readonly Item[], more: Partial<BodyRequest> = {}): string {
  const request = requestOf(items, more);
  const text = bodyWith(oldBlockOf(body, request), request);
  if (text === null) throw new Error("no room");
  // What was written once is written the same again: nothing to do is nothing to write.
  expect(bodyWith(oldBlockOf(text, request), request)).toBe(text);
  return text;
}

/** The lines of the list. */
function list(body: string): string[] {
  const content = managedBlock.find(body, "release")?.content ?? "";
  return content.replace(headerFooter.above, "").replace(headerFooter.below, "").trim().split("\n");
}

const one = item(1);
const two = item(2, { author: "bob" });
const three = item(3, { author: "renovate[bot]" });

test("a new list", () => {
  expect(list(write("", [one, two, three, item(4, { parent: 3, author: null })]))).toEqual([
    "- [ ] #1 Change 1 @alice",
    "- [ ] #2 Change 2 @bob",
    "- [ ] #3 Change 3 (renovate)",
    "  - [ ] #4 Change 4",
  ]);
});

type Edit = (body: string) => string;
const replace =
  (from: string, to: string): Edit =>
  (body) => {
    expect(body).toContain(from);
    return body.replace(from, () => to);
  };

const cases: readonly [string, Edit, readonly Item[], readonly string[]][] = [
  ["a tick stays", replace("- [ ] #1", "- [x] #1"), [one, two], ["- [x] #1 Change 1 @alice", "- [ ] #2 Change 2 @bob"]],
  [
    "a tick stays as people typed it",
    replace("- [ ] #1", "* [X] #1"),
    [one, two],
    ["* [X] #1 Change 1 @alice", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "a tick stays when the title changes",
    replace("- [ ] #1", "- [x] #1"),
    [item(1, { title: "Other", author: "carol" }), two],
    ["- [x] #1 Other @carol", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "a note stays",
    replace("@alice", "@alice checked on staging"),
    [one, two],
    ["- [ ] #1 Change 1 @alice checked on staging", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "a note stays when the title changes",
    replace("@alice", "@alice, checked"),
    [item(1, { title: "Other" }), two],
    ["- [ ] #1 Other @alice, checked", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "a title that grows to include the note's words is not a note",
    (body) => body,
    [item(1, { title: "Change" }), two],
    ["- [ ] #1 Change @alice", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "somebody's own words stay",
    replace("Change 1 @alice", "the big one"),
    [one, two],
    ["- [ ] #1 the big one", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "people's own order stays, a new one goes behind its predecessor",
    replace("- [ ] #1 Change 1 @alice\n- [ ] #2 Change 2 @bob", "- [ ] #2 Change 2 @bob\n- [ ] #1 Change 1 @alice"),
    [one, two, three],
    ["- [ ] #2 Change 2 @bob", "- [ ] #3 Change 3 (renovate)", "- [ ] #1 Change 1 @alice"],
  ],
  [
    "people's own items stay in place",
    replace("- [ ] #2", "- [ ] run the migration\n- [x] #99 from elsewhere\n- [ ] #2"),
    [one, two, three],
    [
      "- [ ] #1 Change 1 @alice",
      "- [ ] run the migration",
      "- [x] #99 from elsewhere",
      "- [ ] #2 Change 2 @bob",
      "- [ ] #3 Change 3 (renovate)",
    ],
  ],
  [
    "headings and notes between items stay",
    replace("- [ ] #2", "\n### Later\n\n- [ ] #2"),
    [one, two],
    ["- [ ] #1 Change 1 @alice", "", "### Later", "", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "what somebody wrote among our lines below stays too",
    replace("Merge it with care.", "Call me first. – Bo\n\nMerge it with care."),
    [one, two],
    ["- [ ] #1 Change 1 @alice", "- [ ] #2 Change 2 @bob", "", "Call me first. – Bo"],
  ],
  ["one that left goes, the rest stays", replace("- [ ] #2", "- [x] #2"), [two], ["- [x] #2 Change 2 @bob"]],
  [
    "the first of all comes first",
    (body) => body,
    [item(7), one, two],
    ["- [ ] #7 Change 7 @alice", "- [ ] #1 Change 1 @alice", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "a browser's line ends",
    (body) => body.replace("- [ ] #1", "- [x] #1").replaceAll("\n", "\r\n"),
    [one, two, three],
    ["- [x] #1 Change 1 @alice", "- [ ] #2 Change 2 @bob", "- [ ] #3 Change 3 (renovate)"],
  ],
  [
    "reverted: no box, the note stays",
    replace("- [ ] #1 Change 1 @alice", "- [x] #1 Change 1 @alice see chat"),
    [item(1, { reverted: { pull: 9 } }), two],
    ["- ~~#1 Change 1~~ reverted by [#9](https://x/acme/shop/pull/9) see chat", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "somebody's indentation stays",
    replace("- [ ] #2", "  - [ ] #2"),
    [one, two, three],
    ["- [ ] #1 Change 1 @alice", "  - [ ] #2 Change 2 @bob", "- [ ] #3 Change 3 (renovate)"],
  ],
  [
    "found to be nested: indented",
    (body) => body,
    [one, item(2, { author: "bob", parent: 1 })],
    ["- [ ] #1 Change 1 @alice", "  - [ ] #2 Change 2 @bob"],
  ],
  [
    "a line that somebody deleted comes back: the list says what ships",
    replace("- [ ] #1 Change 1 @alice\n", ""),
    [one, two],
    ["- [ ] #1 Change 1 @alice", "- [ ] #2 Change 2 @bob"],
  ],
  [
    "a line that somebody duplicated",
    replace("- [ ] #2", "- [ ] #1 again, for the second region\n- [ ] #2"),
    [one, two],
    ["- [ ] #1 Change 1 @alice", "- [ ] #1 again, for the second region", "- [ ] #2 Change 2 @bob"],
  ],
];

test.each(cases)("%s", (_name, edit, items, expected) => {
  expect(list(write(edit(write("", [one, two])), items))).toEqual(expected);
});

test("reverted and restored: tick and note are there again", () => {
  const ticked = write("", [one, two]).replace("- [ ] #1 Change 1 @alice", "- [x] #1 Change 1 @alice see chat");
  const back = write(ticked, [item(1, { reverted: { commit: "abcdef0123" } }), two]);
  expect(list(back)[0]).toBe("- ~~#1 Change 1~~ reverted by abcdef0 see chat");
  expect(list(write(back, [one, two]))[0]).toBe("- [x] #1 Change 1 @alice see chat");
});

test("people's own words for a reverted item are not lost", () => {
  const worded = write("", [one, two]).replace("Change 1 @alice", "the big one");
  expect(list(write(worded, [item(1, { reverted: { pull: 9 } }), two]))[0]).toBe(
    "- ~~#1 Change 1~~ reverted by [#9](https://x/acme/shop/pull/9) · the big one",
  );
});

test("text around the block stays byte for byte, including line ends", () => {
  const body = `Before\r\n\r\n${write("", [one])}\r\nAfter  \r\n`;
  const text = write(body, [one, two]);
  expect(text.startsWith("Before\r\n\r\n<!-- detoil:release ")).toBe(true);
  expect(text.endsWith("<!-- /detoil:release -->\r\nAfter  \r\n")).toBe(true);
});

test("a body of people's own gets the block after it", () => {
  const text = write("- [x] call the shop\n", [one]);
  expect(text.startsWith("- [x] call the shop\n\n<!-- detoil:release ")).toBe(true);
});

test("a broken marker costs nothing that people wrote", () => {
  const body = write("", [one, two])
    .replace("- [ ] #1 Change 1 @alice", "- [x] #1 Change 1 @alice seen")
    .replace(/\{.*\}/, "{broken");
  expect(list(write(body.replace(/<!-- detoil:release .*-->/, "<!-- detoil:release -->"), [one, two]))).toEqual([
    "- [x] #1 Change 1 @alice seen",
    "- [ ] #2 Change 2 @bob",
  ]);
});

test("boxes of the intro: a tick stays, another intro replaces it", () => {
  const intro = { ...headerFooter, intro: "- [ ] announced in chat\n- [ ] on call knows" };
  const first = write("", [one], { headerFooter: intro }).replace("- [ ] announced", "- [x] announced");
  const second = write(first, [one, two], { headerFooter: intro });
  expect(second).toContain("\n- [x] announced in chat\n- [ ] on call knows\n");
  expect(second.match(/announced/g)).toHaveLength(1);
  const third = write(second, [one, two], { headerFooter: { ...headerFooter, intro: "Mind the gap." } });
  expect(third).not.toContain("announced");
});

test("titles cannot ping, link, mark or tick", () => {
  const hostile = item(1, {
    title: "@bob <!-- detoil:release --> [x](http://e.vil) #7\n- [x] #2 `code`",
    author: null,
  });
  const text = write("", [hostile, two]);
  expect(text.match(/<!-- detoil:release/g)).toHaveLength(1);
  expect(text).not.toContain("@bob <");
  expect(list(text)).toHaveLength(2);
});

const many = Array.from({ length: 900 }, (_, at) =>
  item(1000 + at, { title: `A title of some length, as they are ${at}`, author: "somebody" }),
);

test.each([
  [600, "- [ ] #1000 A title of some length, as they are 0 @somebody", 600],
  [900, "- [ ] #1000 @somebody", 900],
])("%d items fit", (count, first, lines) => {
  const text = write("", many.slice(0, count));
  expect(text.length).toBeLessThanOrEqual(65_000);
  expect(list(text)[0]).toBe(first);
  expect(list(text).filter((line) => line.startsWith("- [ ]"))).toHaveLength(lines);
});

test("longer still: the people are dropped, then the end of the list; no tick or note is lost on the way or back", () => {
  const all = Array.from({ length: 4000 }, (_, at) => item(10_000 + at, { author: "somebody-with-a-long-name" }));
  const small = write("", all.slice(0, 300));
  const ticked = small
    .replace(
      "- [ ] #10299 Change 10299 @somebody-with-a-long-name",
      "- [x] #10299 Change 10299 @somebody-with-a-long-name ok",
    )
    .replace("- [ ] #10001", "- [x] #10001");
  const reversed = [...all.slice(0, 299), ...all.slice(300), ...all.slice(299, 300)];
  const long = write(
    ticked.replace(/.*#10299.*\n/, (line) => line),
    all,
  );
  expect(long.length).toBeLessThanOrEqual(65_000);
  expect(long).toMatch(/\n…and \d+ more: \[all changes\]\(https:\/\/x\/compare\)/);
  expect(long).toContain("- [x] #10001\n");
  expect(long).toContain("- [x] #10299 ok\n");
  const shown = list(long).filter((line) => line.startsWith("- [")).length;
  expect(Number(/and (\d+) more/.exec(long)?.[1])).toBe(4000 - shown);
  expect(shown).toBeGreaterThan(1500);
  // Pushed beyond the end of what is shown, and back again.
  const data = readBlockData(managedBlock.find(long, "release")?.data ?? null);
  expect(data.ticked).toEqual([]);
  const gone = write(
    long.replace("- [x] #10299 ok\n", "").replace(/"lines"/, '"ticked":[10299],"notes":{"10299":" ok"},"lines"'),
    reversed,
  );
  expect(gone).toContain('"ticked":[10299],"notes":{"10299":" ok"}');
  expect(list(write(gone, all.slice(290, 300)))).toContain("- [x] #10299 Change 10299 @somebody-with-a-long-name ok");
});

test("people's own text that leaves no room", () => {
  const request = requestOf([one]);
  const body = "x".repeat(64_990);
  expect(bodyWith(oldBlockOf(body, request), request)).toBeNull();
});

test("whatever happens to the range, ticks and notes of what stays survive", () => {
  const number = fc.integer({ min: 1, max: 12 });
  const graph = fc.uniqueArray(number, { maxLength: 10 });
  fc.assert(
    fc.property(
      graph,
      graph,
      fc.uniqueArray(number),
      fc.uniqueArray(number),
      fc.uniqueArray(number),
      (before, after, ticks, notes, retitled) => {
        let body = write(
          "",
          before.map((n) => item(n)),
        );
        for (const n of ticks) body = body.replace(`- [ ] #${n} `, `- [x] #${n} `);
        for (const n of notes) body = body.replace(new RegExp(`(#${n} Change ${n} @alice)\n`), `$1 note ${n}\n`);
        const items = after.map((n) => item(n, retitled.includes(n) ? { title: `Anew ${n}` } : {}));
        const lines = list(write(body, items)).filter((line) => line !== "");
        expect(lines).toHaveLength(after.length);
        for (const n of after) {
          const box = ticks.includes(n) && before.includes(n) ? "x" : " ";
          const note = notes.includes(n) && before.includes(n) ? ` note ${n}` : "";
          expect(lines).toContain(`- [${box}] #${n} ${retitled.includes(n) ? "Anew" : "Change"} ${n} @alice${note}`);
        }
        const kept = lines.map((line) => Number(/#(\d+)/.exec(line)?.[1])).filter((n) => before.includes(n));
        expect(kept).toEqual(before.filter((n) => after.includes(n)));
        expect(items.every(ships)).toBe(true);
      },
    ),
  );
});

const bot = item(3, { author: "renovate[bot]", title: "Bump `x`" });
const lists: readonly [string, string, readonly string[]][] = [
  [
    "git-pr-release's",
    "- [ ] #2 @bob\n- [x] #1 @alice\n- [ ] #3 @renovate[bot]",
    ["- [ ] #2 @bob", "- [x] #1 @alice", "- [ ] #3 (renovate)"],
  ],
  [
    "git-pr-release's with titles",
    "- [x] #1 Change 1 @alice\n- [ ] #2 Change 2 @bob — later\n- [ ] #3 Bump `x` @renovate",
    ["- [x] #1 @alice", "- [ ] #2 @bob — later", "- [ ] #3 (renovate)"],
  ],
  ["numbers alone", "* [X] #1\n+ [ ] #2", ["* [X] #1 @alice", "+ [ ] #2 @bob", "- [ ] #3 (renovate)"]],
  [
    "notes of any kind",
    "- [x] #1 @alice checked on staging\n- [ ] #2 @carol\n- [ ] #3 Bump x",
    ["- [x] #1 @alice checked on staging", "- [ ] #2 @bob @carol", "- [ ] #3 (renovate) Bump x"],
  ],
  [
    "people's own headings and items between them",
    "- [ ] #2 @bob\n\n### Later\n\n- [ ] call the shop\n- [x] #1 @alice",
    ["- [ ] #2 @bob", "- [ ] #3 (renovate)", "", "### Later", "", "- [ ] call the shop", "- [x] #1 @alice"],
  ],
  [
    "a duplicate",
    "- [ ] #1 @alice\n- [ ] #2 @bob\n- [x] #1 @alice seen",
    ["- [x] #1 @alice seen", "- [ ] #2 @bob", "- [ ] #3 (renovate)"],
  ],
  [
    "a browser's line ends",
    "- [x] #1 @alice\r\n- [ ] #2 @bob",
    ["- [x] #1 @alice", "- [ ] #2 @bob", "- [ ] #3 (renovate)"],
  ],
];

test.each(lists)("a list without a block is adopted: %s", (_name, given, expected) => {
  const untitled = { titles: false };
  expect(list(write(given, [one, two, bot], untitled))).toEqual(expected);
  const text = write(`# The day\r\n\r\n${given}\r\n\r\nSee you.\r\n`, [one, two, bot], untitled);
  expect(text.startsWith("# The day\r\n\r\n<!-- detoil:release ")).toBe(true);
  expect(text.endsWith("<!-- /detoil:release -->\r\n\r\nSee you.\r\n")).toBe(true);
  expect(list(text)).toEqual(expected);
});

test("a list of Detoil's own without its comments: nothing is duplicated", () => {
  const intro = { ...headerFooter, intro: "Mind the gap.\n- [ ] announced" };
  for (const titles of [true, false]) {
    const request = { headerFooter: intro, titles };
    const before = write("", [one, two, item(3, { reverted: { pull: 9 } })], request)
      .replace("- [ ] #1", "- [x] #1")
      .replace("- [ ] announced", "- [x] announced");
    const stripped = before.replace(/<!--.*?-->\n?/g, "");
    expect(stripped).not.toContain("detoil:");
    const after = write(stripped, [one, two, item(3, { reverted: { pull: 9 } })], request);
    expect(after.replace(/<!--.*?-->\n?/g, "")).toBe(stripped);
  }
});

/** A list with ticks, notes, an order and lines of people, in which two items are indented and one is reverted. */
const family = [
  one,
  two,
  item(4, { parent: 2 }),
  item(5, { reverted: { pull: 9 } }),
  item(6, { title: "Ship *it*, @carol" }),
];
const worked = (titles: boolean) => {
  const text = (n: number, title: string) => `#${n}${titles ? ` ${title}` : ""}`;
  return [
    `- [x] ${text(2, "Change 2")} @bob — looked at on staging`,
    `  * [X] ${text(4, "Change 4")} @alice`,
    "- [ ] call the shop",
    `- [ ] ${text(1, "Change 1")} @alice`,
    `- ~~${text(5, "Change 5")}~~ reverted by [#9](https://x/acme/shop/pull/9) why?`,
    `- [x] ${text(6, "Ship \\*it\\*, @\u200Bcarol")} @alice, ok`,
  ];
};

test.each([
  ["to a body with titles", false],
  ["to a body without titles", true],
])("ticks, notes and order survive the change %s, and the way back", (_name, titles) => {
  const before = write("", family, { titles });
  const content = list(before).join("\n");
  const edited = before.replace(content, worked(titles).join("\n"));
  expect(list(write(edited, family, { titles }))).toEqual(worked(titles));
  const changed = write(edited, family, { titles: !titles });
  expect(list(changed)).toEqual(worked(!titles));
  expect(list(write(changed, family, { titles }))).toEqual(worked(titles));
});

test.each([
  ["to a body with titles", false],
  ["to a body without titles", true],
])("they survive the change %s where somebody broke the marker, too", (_name, titles) => {
  const before = write("", [one, two], { titles }).replace(/("lines":)"[^"]*"/, '$1"?"');
  const text = before.replace("- [ ] #2", "- [x] #2").replace("@bob", "@bob — seen");
  const lines = (with_: boolean) =>
    with_ ? ["- [ ] #1 Change 1 @alice", "- [x] #2 Change 2 @bob — seen"] : ["- [ ] #1 @alice", "- [x] #2 @bob — seen"];
  expect(list(write(text, [one, two], { titles: !titles }))).toEqual(lines(!titles));
});

test("a list without a block: the other half of a pair and what is listed separately have no line, unless a person wrote on it", () => {
  const given = "- [ ] #1 @alice\n- [ ] #8 @alice\n- [x] #9 @alice\n- [ ] #7 elsewhere";
  const more = { titles: false, unlisted: [pull(8, null), pull(9, null)] };
  expect(list(write(given, [one], more))).toEqual(["- [ ] #1 @alice", "- [x] #9 @alice", "- [ ] #7 elsewhere"]);
});

test.each([
  ["a fence", "```\n- [x] #1 @alice\n```"],
  ["a comment", "<!--\n- [x] #1 @alice\n-->"],
  ["a quote", "> - [x] #1 @alice"],
])("a list in %s is not adopted", (_where, given) => {
  const text = write(given, [one], { titles: false });
  expect(text.startsWith(`${given}\n\n<!-- detoil:release `)).toBe(true);
  expect(list(text)).toEqual(["- [ ] #1 @alice"]);
});
