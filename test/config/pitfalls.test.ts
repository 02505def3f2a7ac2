import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wrongEncoding } from "../../src/config/encoding.ts";
import { schemaAt } from "../../src/config/schema-at.ts";
import { keysOfTools } from "../../src/config/sections/other-tools.ts";
import { linesOf, problemsOf } from "./check-text.ts";

/** Beginners' mistakes, and those in public reports about other bots' configuration files. */
const DOLLAR = "$";
const file = (...lines: string[]): string => ["version: 1", ...lines, ""].join("\n");
const lane = (...lines: string[]): string =>
  file("release:", "  lanes:", "    - from: develop", "      to: main", ...lines.map((line) => `      ${line}`));
const task = (...lines: string[]): string =>
  file("milestones:", "  tasks:", "    - key: a", "      title: A", ...lines.map((line) => `      ${line}`));

test.each<[string, string, string[]]>([
  [
    "a branch's name that reads as a number is quoted as it is written",
    file("release:", "  lanes:", "    - {from: 1.10, to: 0x1F}"),
    [
      '4:14 release.lanes[0].from: `from: 1.10` must be text, but is a number. Put it in quotes: `from: "1.10"`.',
      '4:24 release.lanes[0].to: `to: 0x1F` must be text, but is a number. Put it in quotes: `to: "0x1F"`.',
    ],
  ],
  [
    "a number in quotes",
    'version: "1"\n',
    ["1:10 version: This must be a number, not text. Write it without quotes: `version: 1`."],
  ],
  [
    "another number in quotes",
    file("help-wanted: {max-open: '5'}"),
    [
      "2:25 help-wanted.max-open: `max-open: 5` must be a whole number, but is text. Write it without quotes: `max-open: 5`.",
    ],
  ],
  [
    "mentions in a list",
    task("assignees: [@alice, @bo]"),
    [
      '6:19 : `@alice` begins with a character that means something else in YAML. Put it in quotes: `["@alice", "@bo"]`, or leave out the `@`.',
    ],
  ],
  [
    "mentions in a list over several lines",
    task("assignees: [", "  @alice,", "  @bo", "]"),
    [
      '7:9 : `@alice` begins with a character that means something else in YAML. Put it in quotes: `"@alice"`, or leave out the `@`.',
      '8:9 : `@bo` begins with a character that means something else in YAML. Put it in quotes: `"@bo"`, or leave out the `@`.',
    ],
  ],
  [
    "a mention in a mapping of one line",
    file("milestones: {tasks: [{key: a, title: @b}]}"),
    [
      '2:38 : `@b` begins with a character that means something else in YAML. Put it in quotes: `"@b"`, or leave out the `@`.',
    ],
  ],
  [
    "a mention where none may stand: the same without its sign, which may",
    file("language: @ja", "timezone: Asia/Tokyo"),
    ["2:11 : `@ja` begins with a character that means something else in YAML. Leave out the `@`: `ja`."],
  ],
  [
    "a mention where neither may stand: what may, and nothing else",
    file("language: @jp"),
    [
      "2:11 : `@jp` begins with a character that means something else in YAML: such a value needs quotes.",
      "2:11 language: `language: @jp` is not known. Write one of `en`, `ja`.",
    ],
  ],
  [
    "a mention behind a misspelt key",
    task("assignes: [@alice]"),
    [
      "6:18 : `@alice` begins with a character that means something else in YAML: such a value needs quotes.",
      "6:18 milestones.tasks[0].assignes: `assignes` is not a setting of a milestone task. Did you mean `assignees`?",
    ],
  ],
  [
    "a list where a text belongs",
    file("notify: {slack: [#sre]}"),
    [
      "2:18 : `#` begins a comment here, so the rest of the line is not read: such a value needs quotes.",
      '2:18 notify.slack: `slack` must be text, but is a list. Write for example: `slack: "#sre"`.',
    ],
  ],
  [
    "a merge key, and not also what it was to bring",
    file("release:", "  lanes:", "    - &lane", "      from: develop", "      to: main", "    - <<: *lane"),
    [
      "7:7 release.lanes[1].<<: Merge keys (`<<`) are not supported. Write the settings out here. An alias for a single value works.".replace(
        "lanes[1].<<",
        'lanes[1]["<<"]',
      ),
    ],
  ],
  [
    "a title that begins with braces",
    file("milestones:", "  tasks:", "    - key: a", "      title: {{milestone.title}} freeze # soon"),
    [
      '5:14 : `{{milestone.title}} freeze` begins with a character that means something else in YAML. Put it in quotes: `"{{milestone.title}} freeze"`.',
    ],
  ],
  [
    "a title that is nothing but braces",
    file("milestones:", "  tasks:", "    - {key: a, title: {{milestone.title}}}"),
    [
      '4:23 milestones.tasks[0].title: `{{milestone.title}}` begins with a character that means something else in YAML. Put it in quotes: `"{{milestone.title}}"`.',
    ],
  ],
  [
    "a number sign in a list",
    lane("labels: [a, #release]"),
    [
      '6:19 : `#` begins a comment here, so the rest of the line is not read. Put it in quotes: `[a, "#release"]`, or leave out the `#`.',
    ],
  ],
  [
    "a number sign for a value",
    file("notify:", "  slack: #sre"),
    [
      "2:1 notify: warning: `notify` is not available yet: Detoil checks it, but does not act on it.",
      '3:3 notify.slack: `slack` is empty, because `#` begins a comment: `#sre` is not read. Write for example: `slack: "#sre"`.',
    ],
  ],
  [
    "a dash without a space",
    file("release:", "  lanes:", "    -from: develop", "      to: main"),
    ["4:5 : A space is missing after the dash. Write `- from: develop`."],
  ],
  [
    "dashes without spaces that YAML reads as a text",
    lane("labels:", "  -a", "  -b"),
    ["7:9 release.lanes[0].labels: `labels: -a -b` must be a list, but is text. Write for example: `labels: [a, b]`."],
  ],
  [
    "a dash without a space that YAML reads as a key",
    file("release:", "  lanes:", "    -from: develop"),
    ["4:5 release.lanes: A space is missing after the dash. Put one there."],
  ],
  [
    "a dollar before the braces, as GitHub Actions has it",
    file("milestones:", "  tasks:", "    - key: a", `      title: ${DOLLAR}{{ milestone.title }} freeze`),
    [
      `5:7 milestones.tasks[0].title: warning: \`${DOLLAR}{{ milestone.title }}\`: the \`$\` is not part of a template and stays in the text. Leave it out: \`"{{ milestone.title }} freeze"\`.`,
    ],
  ],
  [
    "a text where lanes should be",
    file("release:", "  lanes: develop"),
    [
      "3:10 release.lanes: `lanes: develop` must be a list, but is text. Write for example: `lanes: [{from: develop, to: main}]`.",
    ],
  ],
  [
    "two dates with a hyphen between them",
    lane("freeze: 2026-12-29 - 2027-01-03"),
    [
      "6:15 release.lanes[0].freeze: `freeze: 2026-12-29 - 2027-01-03` must be a list, but is text. Write for example: `freeze: [2026-12-29/2027-01-03]`.",
    ],
  ],
  [
    "the same in a list, and with slashes",
    lane("freeze: [2026-12-29 - 2027-01-03, 2027/2/3, 2027-02-30 - 2027-03-01]"),
    [
      "6:16 release.lanes[0].freeze[0]: `2026-12-29 - 2027-01-03` in `freeze` is not how dates are written here. Write `2026-12-29/2027-01-03`.",
      "6:41 release.lanes[0].freeze[1]: `2027/2/3` in `freeze` is not how dates are written here. Write `2027-02-03`.",
      "6:51 release.lanes[0].freeze[2]: `2027-02-30 - 2027-03-01` in `freeze` is neither a date nor a range of dates. Write for example `2026-12-29` or `2026-12-29/2027-01-03`.",
    ],
  ],
  [
    "a range of weekdays",
    file("calendar:", "  week: monday-friday"),
    [
      "3:9 calendar.week: `week: monday-friday` must be a list, but is text. Write for example: `week: [mon, tue, wed, thu, fri]`.",
    ],
  ],
  [
    "weekdays in full",
    file("calendar: {week: [monday, Tue]}"),
    [
      "2:19 calendar.week[0]: `week: monday` is not known. Did you mean `mon`? There are `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`.",
      "2:27 calendar.week[1]: `week: Tue` is not known. Did you mean `tue`? There are `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`.",
    ],
  ],
  [
    "a number of days without its unit",
    task("due: -1"),
    [
      "6:12 milestones.tasks[0].due: `due: -1` must be text, but is a number. Write for example: `due: -1 business day`.",
    ],
  ],
  [
    "a misspelt key whose right one stands beside it",
    lane("tu: staging"),
    [expect.stringContaining("6:7 release.lanes[0].tu: `tu` is not a setting of an entry of `lanes`. It has: ")],
  ],
  [
    "names of a page and of a word in comments at the top of the file, which are words like any other elsewhere",
    file("dependency-cadence: {}", "help: {}", "renovate: {cadence: weekly, help: x}"),
    [
      "2:1 dependency-cadence: `dependency-cadence` is not a setting of sre.yml. Its section is `renovate`.",
      "3:1 help: `help` is not a setting of sre.yml. Its section is `help-wanted`.",
      expect.stringMatching(/^4:\d+ renovate\.help: `help` is not a setting of renovate\. It has: /),
    ],
  ],
  [
    "keys of git-pr-release, in a lane and in its own spelling",
    file(
      "release:",
      "  lanes:",
      "    - {staging: develop, production: main}",
      "  GIT_PR_RELEASE_TEMPLATE: a",
      "  ssl-verify: true",
    ),
    [
      "4:8 release.lanes[0].staging: `staging` is a setting of git-pr-release. Detoil's name for it is `release.lanes[].from`.",
      "4:26 release.lanes[0].production: `production` is a setting of git-pr-release. Detoil's name for it is `release.lanes[].to`.",
      "5:3 release.GIT_PR_RELEASE_TEMPLATE: `GIT_PR_RELEASE_TEMPLATE` is a setting of release-drafter. Detoil's name for it is `release.lanes[].title` or `release.lanes[].intro`.",
      "6:3 release.ssl-verify: `ssl-verify` is a setting of git-pr-release. Detoil has nothing like it, so remove it.",
    ],
  ],
  [
    "keys of release-drafter, Renovate and Dependabot; a word of theirs is not a typo of another key",
    file(
      "name-template: v1",
      "prerelease: true",
      "packageRules: []",
      "schedule: [weekly]",
      "updates: []",
      "calendar: {groups: 1}",
    ),
    [
      "2:1 name-template: `name-template` is a setting of release-drafter. Detoil's name for it is `release.lanes[].title`.",
      "3:1 prerelease: `prerelease` is a setting of release-drafter. Detoil has nothing like it, so remove it.",
      "4:1 packageRules: `packageRules` is a setting of Renovate. Keep it in Renovate's own file: Detoil only reads the pull requests.",
      "5:1 schedule: `schedule` is a setting of Renovate. Detoil's name for it is `renovate.cadence`.",
      "6:1 updates: `updates` is a setting of Dependabot. Keep it in Dependabot's own file: Detoil only reads the pull requests.",
      "7:12 calendar.groups: `groups` is not a setting of the calendar. It has: `holidays`, `closed`, `week`, `hours`.",
    ],
  ],
  [
    "a setting in the wrong place, and one that nobody knows",
    file("lanes: []", "release: {hold-labels: [a], lanes: [{from: a, to: b, zzqq-labels: 1}]}"),
    [
      "2:1 lanes: `lanes` does not belong here. Write it as `release.lanes`.",
      "3:11 release.hold-labels: `hold-labels` does not belong here. Write it as `release.lanes[].hold-labels`.",
      "3:54 release.lanes[0].zzqq-labels: `zzqq-labels` is not a setting of an entry of `lanes`. It has: `hold-labels`, `labels`, `exclude-labels`, `titles`, `title` and 16 more.",
    ],
  ],
  [
    "typographic quotes: those of a value that is wrong, and of one that would be right",
    file(
      "language: “ja”",
      "milestones:",
      "  tasks:",
      "    - “key”: a",
      "      title: “Freeze”",
      "      body: ‘a # b’",
      "      labels: ['“x”']",
    ),
    [
      '2:11 language: `language: “ja”` is not known. Write one of `en`, `ja`. It contains a typographic quotation mark (U+201C): write `"`, or none.',
      '5:7 milestones.tasks[0]["“key”"]: `“key”` is not a setting of a milestone task. Did you mean `key`? It contains a typographic quotation mark (U+201C): write `"`, or none.',
      '6:7 milestones.tasks[0].title: warning: `“Freeze”`: these quotes are part of the text, because YAML\'s are `"` and `\'`. Write `"Freeze"`.',
      "7:7 milestones.tasks[0].body: warning: `‘a`: these quotes are part of the text, because YAML's are `\"` and `'`. Write those.",
    ],
  ],
  [
    "typographic quotes around what YAML cannot read without quotes",
    task("body: “Freeze: now”"),
    ['6:13 : There is a second `: ` on this line. Put the value in quotes: `body: "Freeze: now"`.'],
  ],
  [
    "a missing end where the example's own branch is taken",
    file("release: {lanes: [{from: main}]}"),
    ["2:19 release.lanes[0].to: `to` is missing: an entry of `lanes` needs it. Write for example `to: production`."],
  ],
])("%s", (_, text, expected) => {
  expect(linesOf(text)).toEqual(expected);
});

test("what keys of other tools are said to be here exists", () => {
  for (const [, key, { here }] of keysOfTools) {
    for (const place of here) {
      const path = place.split(".").flatMap((part) => (part.endsWith("[]") ? [part.slice(0, -2), 0] : [part]));
      expect(schemaAt(path), `${key}: ${place}`).not.toBeNull();
    }
  }
});

// invisible characters are named
const indented = "This line is indented with";
test.each<[string, string, string[]]>([
  [
    "non-breaking spaces",
    file("release:", "\u00A0\u00A0lanes:", "    - from: develop", "      to: main"),
    [
      `3:1 : ${indented} non-breaking spaces (U+00A0), which look like spaces but are not spaces in YAML. Use ordinary spaces.`,
    ],
  ],
  [
    "ideographic spaces",
    file("release:", "\u3000lanes:", "\u3000\u3000- from: develop", "\u3000\u3000\u3000to: main"),
    [3, 4, 5].map(
      (line) =>
        `${line}:1 : ${indented} ideographic spaces (U+3000), which look like spaces but are not spaces in YAML. Use ordinary spaces.`,
    ),
  ],
  [
    "a full-width colon",
    file("release:", "  lanes:", "    - from: develop", "      to：main"),
    [
      "5:9 : `to` is followed by a full-width colon (U+FF1A), which is not a colon in YAML. Write `to: `, with an ordinary colon and a space.",
    ],
  ],
  [
    "full-width colons everywhere",
    "version：1\nlanguage： ja\n",
    [expect.stringContaining("1:8 : "), expect.stringContaining("2:9 : ")],
  ],
  [
    "a full-width hyphen",
    file("release:", "  lanes:", "    － from: develop", "      to: main"),
    [
      "4:5 : This line begins with a full-width hyphen (U+FF0D), which does not begin a list item in YAML. Write `- `, with an ordinary space.",
    ],
  ],
  [
    "a full-width number sign",
    file("＃ weekly", "language: en"),
    [expect.stringContaining("2:1 : This line begins with a full-width number sign (U+FF03)")],
  ],
  [
    "a zero-width space in a key",
    lane("dra\u200Bft: true"),
    [
      "6:7 release.lanes[0].dra\u200Bft: `draft` is not a setting of an entry of `lanes`. Did you mean `draft`? It contains a zero-width space (U+200B).".replace(
        ".dra\u200Bft",
        '["dra\u200Bft"]',
      ),
    ],
  ],
  [
    "a zero-width space in a zone",
    file("timezone: Asia/Tokyo\u200B"),
    [
      "2:11 timezone: `timezone: Asia/Tokyo` is not an IANA time zone. Did you mean `Asia/Tokyo`? It contains a zero-width space (U+200B).",
    ],
  ],
  [
    "full-width letters",
    lane("mention: ａｕｔｈｏｒ"),
    [expect.stringContaining('It contains a full-width "a" (U+FF41).')],
  ],
])("%s", (_, text, expected) => {
  expect(linesOf(text)).toEqual(expected);
});

test("look-alikes within people's own text are theirs", () => {
  const texts = [
    lane('title: "リリース：{{date}}"', "intro: |", "  　段落。", "  to：main", "", "  － x"),
    lane("intro: これは、", "  　続きの行です：一つ"),
    task("body: >-", "  ＃ 1"),
  ];
  for (const text of texts) expect(linesOf(text)).toEqual([]);
});

test("a look-alike does not hide other errors, and its sentence exists in Japanese", () => {
  const text = file("language： ja", "release: {lanes: []}");
  expect(problemsOf(text, "ja").map(({ line, message }) => `${line} ${message}`)).toEqual([
    "2 `language` の後が全角コロン(U+FF1A)になっています。半角のコロンと空白で `language: ` と書いてください。",
    "3 `lanes` が空のリストです。1件以上必要です。例: `lanes: [{from: develop, to: main}]`",
  ]);
});

const sjis = Buffer.from("version: 1\n# \x83R\x81[\x83h\n", "latin1");
test.each<[string, Buffer, string | null]>([
  ["UTF-16 with its mark", Buffer.from("\uFEFFversion: 1\n", "utf16le"), "UTF-16"],
  ["UTF-16 without", Buffer.from("version: 1\n", "utf16le"), "UTF-16"],
  ["Shift_JIS", sjis, "Shift_JIS"],
  ["EUC-JP", Buffer.from("version: 1\n# \xa5\xb3\xa1\xbc\xa5\xc9\n", "latin1"), "EUC-JP"],
  ["Latin-1", Buffer.from("version: 1\n# caf\xe9s\n", "latin1"), null],
])("%s is named", (_, bytes, encoding) => {
  expect(wrongEncoding(bytes)?.encoding).toBe(encoding);
});

test.each([
  [
    "what is invisible in a value",
    file("timezone: Asia/Tokyo\u200B"),
    /[^。\s](?:`|\))?。ゼロ幅スペース\(U\+200B\)が含まれています。$/,
  ],
  [
    "an encoding that nobody can name",
    file("# \uFFFD"),
    /^ファイルの文字コードが UTF-8 ではないため、読めない文字があります。UTF-8 で保存してください。$/,
  ],
  [
    "an en dash",
    file("release:", "  lanes:", "    \u2013 from: develop", "      to: main"),
    /^この行はエヌダッシュ\(U\+2013\)で始まっていますが/,
  ],
])("in Japanese, %s: whole sentences, without a space between them", (_, text, expected) => {
  expect(problemsOf(text, "ja")[0]?.message).toMatch(expected);
});

test("UTF-8, with a byte order mark or without, is fine", () => {
  expect(wrongEncoding(Buffer.from("\uFEFFversion: 1 # リリース\n"))).toBe(null);
  expect(linesOf("\uFEFFversion: 1\n")).toEqual([]);
});

test("what GitHub shows of a file in another encoding is reported as such", () => {
  expect(linesOf("version: 1\n# \uFFFD\uFFFD\n")).toEqual([
    "2:1 : The file is not in UTF-8, so its characters cannot be read. Save it as UTF-8.",
  ]);
  expect(linesOf("\0")).toEqual([
    "1:1 : The file is not in UTF-8, so its characters cannot be read. Save it as UTF-8.",
  ]);
});

/** The message for each report's file, by what it has to name. */
const REPORTS: Readonly<Record<string, { readonly line: number; readonly names: readonly string[] }>> = {
  "actions-template": { line: 5, names: ["`$`", "{{ milestone.title }}"] },
  "at-in-list": { line: 6, names: ['`["@alice", "@bo"]`'] },
  "branch-number": { line: 5, names: ['`to: "1.10"`'] },
  "dash-without-space": { line: 4, names: ["space", "dash", "`- from: develop`"] },
  "due-number": { line: 6, names: ["-3 business days"] },
  "freeze-range": { line: 6, names: ["2026-12-29/2027-01-03"] },
  "labels-hash": { line: 6, names: ["comment", '"#release"'] },
  "lanes-text": { line: 3, names: ["lanes: [{from: develop, to: main}]"] },
  "merge-keys": { line: 8, names: ["<<", "not supported"] },
  nbsp: { line: 3, names: ["non-breaking space", "U+00A0"] },
  "shift-jis": { line: 5, names: ["UTF-8", "Shift_JIS"] },
  "title-braces": { line: 5, names: ["quotes", '`"{{milestone.title}} freeze"`'] },
  "utf-16": { line: 1, names: ["UTF-16"] },
  "version-text": { line: 1, names: ["without quotes", "`version: 1`"] },
  "week-range": { line: 3, names: ["[mon, tue, wed, thu, fri]"] },
  "wide-colon": { line: 5, names: ["full-width colon", "U+FF1A"] },
  "wide-colons-all": { line: 1, names: ["full-width colon", "U+FF1A"] },
  "wide-dash": { line: 4, names: ["full-width hyphen", "U+FF0D"] },
  "wide-space-indent": { line: 3, names: ["U+3000"] },
};

test("the public reports, where they exist", async () => {
  const folder = join(import.meta.dirname, "../../../shared/reports");
  if (!existsSync(folder)) {
    console.warn(`public reports not found beside this checkout: ${folder}`);
    return;
  }
  const { check } = await import("../../src/cli/check.ts");
  const found = readdirSync(folder).filter((name) => /^config-.*\.yml$/.test(name));
  expect(found.map((name) => name.slice("config-".length, -".yml".length)).sort()).toEqual(Object.keys(REPORTS).sort());
  for (const [name, { line, names }] of Object.entries(REPORTS)) {
    const path = join(folder, `config-${name}.yml`);
    const lines: string[] = [];
    const print = console.error;
    const log = console.log;
    console.error = (text: string) => void lines.push(text);
    console.log = () => {};
    try {
      await check([path]);
    } finally {
      console.error = print;
      console.log = log;
    }
    const first = lines[0]?.slice(path.length) ?? "";
    expect(first, name).toMatch(new RegExp(`^:${line}:`));
    for (const part of names) expect(first, name).toContain(part);
    expect(readFileSync(path).length).toBeGreaterThan(0);
  }
});
