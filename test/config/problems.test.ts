import { expect, test } from "vitest";
import { linesOf, problemsOf } from "./check-text.ts";

/** A text, and all its diagnostics. `|` begins a lane's own keys. */
const file = (...lines: string[]): string => ["version: 1", ...lines, ""].join("\n");
const lane = (...lines: string[]): string =>
  file("release:", "  lanes:", "    - from: develop", "      to: main", ...lines.map((line) => `      ${line}`));
const task = (...lines: string[]): string =>
  file("milestones:", "  tasks:", "    - key: a", "      title: A", ...lines.map((line) => `      ${line}`));

test.each<[string, string, string[]]>([
  ["nothing is wrong", lane("labels: [release]"), []],
  // the text itself
  ["empty", "", ["1:1 : The file is empty. Begin with `version: 1`, or delete it."]],
  [
    "a list",
    "- a\n",
    ["1:1 : The file must hold settings: on each line a key, a colon, a space and a value. Begin with `version: 1`."],
  ],
  [
    "a key twice",
    file("language: ja", "language: en"),
    ["3:1 : `language` is here a second time. Keep one of the two."],
  ],
  [
    "a tab",
    file("release:", "\tlanes: []"),
    ["3:1 : The line is indented with a tab, which YAML does not allow. Use spaces."],
  ],
  [
    "a tab behind a dash, and not also the line below it, which it shifts",
    file("release:", "  lanes:", "    -\tfrom: develop", "      to: main"),
    ["4:6 : The line is indented with a tab, which YAML does not allow. Use spaces."],
  ],
  [
    "a star without quotes",
    file("branches:", "  - into: *", "    from: [develop]"),
    ['3:11 : `*` begins with a character that means something else in YAML. Put it in quotes: `"*"`.'],
  ],
  [
    "an at sign without quotes",
    file("renovate:", "  cadence: weekly", "  owners:", "    - @acme/web"),
    [
      '5:7 : `@acme/web` begins with a character that means something else in YAML. Put it in quotes: `"@acme/web"`, or leave out the `@`.',
    ],
  ],
  [
    "a bracket left open",
    file("calendar:", "  week: [mon", "language: ja"),
    ["4:1 : Something opened before this is not closed: `]` is missing."],
  ],
  [
    "a second colon",
    lane("title: Release: {{date}}"),
    ['6:14 : There is a second `: ` on this line. Put the value in quotes: `title: "Release: {{date}}"`.'],
  ],
  ["two documents", "version: 1\n---\nversion: 1\n", ["2:1 : A second YAML document begins here (`---`). Keep one."]],
  [
    "an alias of nothing",
    file("language: *ja"),
    [
      "2:11 language: `*ja` stands for an anchor that is not set above it. Set it, or write the value out.",
      "2:11 language: `language: *ja` is not known. Did you mean `ja`? There are `en`, `ja`.",
    ],
  ],
  [
    "a pattern that YAML takes for an alias",
    file("milestones: {match: *rc}"),
    [
      '2:21 milestones.match: `*rc` stands for an anchor that is not set above it. For a text that begins with a star, use quotes: `"*rc"`.',
    ],
  ],
  [
    "a tag",
    file("language: !!foo ja"),
    ["2:11 : warning: The tag `!!foo` means nothing here and is ignored. Remove it."],
  ],
  [
    "a list as a key",
    file("? [a]", ": b"),
    ["2:3 : A key must be plain text, with a colon, a space and its value after it."],
  ],
  [
    "a key without a colon",
    "version\nlanguage: ja\n",
    ["1:1 : There is no value after `version`. Write a colon, a space and the value after it."],
  ],
  // shape
  [
    "no version",
    "language: ja\n",
    ["1:1 version: `version` is missing: sre.yml needs it. Write for example `version: 1`."],
  ],
  ["another version", "version: 2\n", ["1:10 version: `version: 2` is not known. Write `1`."]],
  [
    "an unknown section",
    file("relase: {}"),
    ["2:1 relase: `relase` is not a setting of sre.yml. Did you mean `release`?"],
  ],
  [
    "an unknown key that resembles none",
    file("notify:", "  teams: x"),
    [
      "2:1 notify: warning: `notify` is not available yet: Detoil checks it, but does not act on it.",
      "3:3 notify.teams: `teams` is not a setting of notify. It has: `slack`.",
    ],
  ],
  [
    "a key that must be there is misspelt",
    file("release:", "  lanes:", "    - form: develop", "      to: main"),
    ["4:7 release.lanes[0].form: `form` is not a setting of an entry of `lanes`. Did you mean `from`?"],
  ],
  [
    "a required key is missing",
    file("release:", "  lanes:", "    - from: develop"),
    ["4:7 release.lanes[0].to: `to` is missing: an entry of `lanes` needs it. Write for example `to: main`."],
  ],
  [
    "yes",
    lane("draft: yes"),
    [
      "6:14 release.lanes[0].draft: `draft: yes` must be `true` or `false`, but is text. Write for example: `draft: true`.",
    ],
  ],
  [
    "off",
    lane("nested: off"),
    [
      "6:15 release.lanes[0].nested: `nested: off` must be `true` or `false`, but is text. Write for example: `nested: false`.",
    ],
  ],
  [
    "a text for a list",
    lane("labels: release"),
    [
      "6:15 release.lanes[0].labels: `labels: release` must be a list, but is text. Write for example: `labels: [release]`.",
    ],
  ],
  [
    "a number for a text",
    lane("labels: [1.10, ok]"),
    ['6:16 release.lanes[0].labels[0]: `1.10` in `labels` must be text, but is a number. Put it in quotes: `"1.10"`.'],
  ],
  [
    "nothing for a text",
    lane("intro:"),
    [
      '6:7 release.lanes[0].intro: `intro` must be text, but is empty. Write for example: `intro: "See the [runbook](https://example.com)."`.',
    ],
  ],
  [
    "a mapping for a list",
    file("release:", "  lanes:", "    from: develop", "    to: main"),
    [
      "4:5 release.lanes: `lanes` must be a list, but is a mapping (`key: value`). Write for example: `lanes: [{from: develop, to: main}]`.",
    ],
  ],
  [
    "an empty list",
    file("release:", "  lanes: []"),
    [
      "3:10 release.lanes: `lanes` is an empty list and needs at least one entry. Write for example `lanes: [{from: develop, to: main}]`.",
    ],
  ],
  [
    "one of several",
    lane("mention: asignee"),
    [
      "6:16 release.lanes[0].mention: `mention: asignee` is not known. Did you mean `assignee`? There are `assignee`, `author`, `none`.",
    ],
  ],
  [
    "none of several",
    file("language: klingon"),
    ["2:11 language: `language: klingon` is not known. Write one of `en`, `ja`."],
  ],
  [
    "an empty text",
    lane('title: ""'),
    ['6:14 release.lanes[0].title: `title` is empty. Write for example `title: "Release {{date}}"`.'],
  ],
  [
    "a long text",
    lane(`labels: [${"x".repeat(51)}]`),
    ["6:16 release.lanes[0].labels[0]: `labels` is longer than 50 characters. Shorten it."],
  ],
  [
    "too many",
    lane(`labels: [${"x,".repeat(201)}]`),
    ["6:15 release.lanes[0].labels: `labels` has more than 200 entries. Keep at most 200."],
  ],
  [
    "too small a number",
    file("help-wanted:", "  max-open: 0"),
    ["3:13 help-wanted.max-open: `max-open: 0` is too small. Write at least 1."],
  ],
  [
    "a fraction",
    file("help-wanted:", "  max-open: 1.5"),
    [
      "3:13 help-wanted.max-open: `max-open: 1.5` must be a whole number, without a fraction. Write for example: `max-open: 5`.",
    ],
  ],
  [
    "a list or a mapping, and it is neither",
    task("assignees: alice"),
    [
      "6:18 milestones.tasks[0].assignees: `assignees: alice` must be a list or a mapping (`key: value`), but is text. Write for example: `assignees: [alice]`.",
    ],
  ],
  [
    "a mapping with a wrong key, where a list would do too",
    task("assignees: {rotat: [alice]}"),
    ["6:19 milestones.tasks[0].assignees.rotat: `rotat` is not a setting of a rotation. Did you mean `rotate`?"],
  ],
  // values
  [
    "no duration",
    task("due: -3 busines days"),
    ["6:12 milestones.tasks[0].due: `due: -3 busines days` is not a duration. Write for example `-3 business days`."],
  ],
  [
    "a duration back in time",
    file("renovate: {cadence: weekly, grace: -1 days}"),
    [
      "2:36 renovate.grace: `grace: -1 days` looks back in time. Write it without the minus, for example `5 business days`.",
    ],
  ],
  [
    "no time to answer",
    file("help-wanted: {people: [alice], respond-within: 0 business hours}"),
    [
      "2:48 help-wanted.respond-within: `respond-within: 0 business hours` leaves no time. Write for example `8 business hours`.",
    ],
  ],
  [
    "no time for a security update",
    file("renovate: {cadence: weekly, security: 0 days}"),
    ["2:39 renovate.security: `security: 0 days` leaves no time. Write for example `7 days`."],
  ],
  [
    "no schedule",
    lane('schedule: "0 25 * * *"'),
    [
      "6:17 release.lanes[0].schedule: `schedule: 0 25 * * *` is not a schedule. `25` is not an hour. It goes from 0-23.",
    ],
  ],
  [
    "no glob",
    file("repositories: ['']"),
    [
      '2:16 repositories[0]: `` ` ` `` in `repositories` is an empty pattern. Write `"*"` for everything.'.replace(
        "`` ` ` ``",
        "` `",
      ),
    ],
  ],
  [
    "no date",
    lane("freeze: [2026-02-30]"),
    [
      "6:16 release.lanes[0].freeze[0]: `2026-02-30` in `freeze` is neither a date nor a range of dates. Write for example `2026-12-29` or `2026-12-29/2027-01-03`.",
    ],
  ],
  [
    "a range backwards",
    lane("freeze: [2027-01-03/2026-12-29]"),
    [
      "6:16 release.lanes[0].freeze[0]: `2027-01-03/2026-12-29` in `freeze` ends before it begins. Write the earlier date first.",
    ],
  ],
  [
    "no zone",
    file("timezone: Asia/Tokio"),
    ["2:11 timezone: `timezone: Asia/Tokio` is not an IANA time zone. Did you mean `Asia/Tokyo`?"],
  ],
  [
    "an offset for a zone",
    file('timezone: "+09:00"'),
    ["2:11 timezone: `timezone: +09:00` is not an IANA time zone. Write for example `Asia/Tokyo`."],
  ],
  [
    "no country",
    file("calendar: {holidays: jp}"),
    [
      "2:22 calendar.holidays: `holidays: jp` is not a country, or country and region, whose holidays are known. Did you mean `JP`?",
    ],
  ],
  [
    "no hours",
    file("calendar: {hours: 18:00-09:00}"),
    [
      "2:19 calendar.hours: `hours: 18:00-09:00` are not hours of a day. Write for example `09:00-18:00`, the earlier first.",
    ],
  ],
  [
    "a template with an unknown name",
    lane('title: "{{dat}}"'),
    [
      "6:14 release.lanes[0].title: `title: {{dat}}` cannot be filled in. Only these names can be used: `{{date}}`, `{{from}}`, `{{to}}`, `{{count}}`, `{{version}}`.",
    ],
  ],
  [
    "templates whose sections do not close as they open, and what else Mustache has",
    lane('title: "{{#count}}{{count}}"', 'intro: "{{^date}}{{/from}}"'),
    [
      "6:14 release.lanes[0].title: `title: {{#count}}{{count}}` cannot be filled in. `{{#count}}` is never closed. Write `{{/count}}` behind what it is about.",
      "7:14 release.lanes[0].intro: `intro: {{^date}}{{/from}}` cannot be filled in. `{{/from}}` closes nothing that is open. Close the innermost section first, by its own name.",
    ],
  ],
  [
    "what else Mustache has, and a tag without an end",
    lane('title: "{{> part}}"', 'intro: "{{date"'),
    [
      "6:14 release.lanes[0].title: `title: {{> part}}` cannot be filled in. `{{> part}}` is not supported: only values, sections and comments are.",
      "7:14 release.lanes[0].intro: `intro: {{date` cannot be filled in. A `{{` has no `}}` behind it.",
    ],
  ],
  [
    "a pattern for a branch",
    file("release: {lanes: [{from: release/*, to: main}]}"),
    [
      "2:26 release.lanes[0].from: `from: release/*` is not the name of one branch. Write for example `develop`; patterns are not possible here.",
    ],
  ],
  [
    "two repositories up",
    file("_extends: a/b/c"),
    [
      "2:11 _extends: `_extends: a/b/c` does not name a file that can be inherited. Write `.github`, `repo` or `repo:.github/file.yml`.",
    ],
  ],
  // rules
  [
    "a lane to itself",
    file("release: {lanes: [{from: main, to: main}]}"),
    ["2:36 release.lanes[0].to: `from` and `to` are both `main`. Name two different branches."],
  ],
  [
    "a lane twice",
    file("release: {lanes: [{from: a, to: b}, {from: a, to: b}]}"),
    ["2:51 release.lanes[1].to: `a` → `b` is already entry 1 of `lanes`. Keep one of the two."],
  ],
  [
    "a task's key twice, an unknown one, a ring",
    file(
      "milestones:",
      "  tasks:",
      "    - {key: a, title: A, after: [b]}",
      "    - {key: b, title: B, after: [a, c]}",
      "    - {key: b, title: B}",
    ),
    [
      "4:33 milestones.tasks[0].after: These tasks wait for each other: `a` → `b` → `a`. Remove one `after`.",
      "5:37 milestones.tasks[1].after[1]: No task has the key `c`. Name the `key` of a task in this list.",
      "6:13 milestones.tasks[2].key: Task 2 already has the key `b`. Give each task its own.",
    ],
  ],
  [
    "a task with neither title nor template; a template gives the title",
    file("milestones:", "  tasks:", "    - {key: a}", "    - {key: b, template: b.md}", "    - {key: c, titel: C}"),
    [
      "4:7 milestones.tasks[0]: The task has no title. Write a `title`, or name a `template` that gives one.",
      "6:16 milestones.tasks[2].titel: `titel` is not a setting of a milestone task. Did you mean `title`?",
    ],
  ],
  [
    "years without a business day, in one range or several that touch",
    file("calendar:", "  closed: [2020-01-01/2021-06-30, 2021-06-15/2023-01-01, 2030-01-01/2031-11-30, 2026-13-01]"),
    [
      "3:11 calendar.closed: No day from 2020-01-01 to 2023-01-01 is open, and business days cannot be counted across two years. Shorten `closed`.",
      "3:81 calendar.closed[3]: `2026-13-01` in `closed` is neither a date nor a range of dates. Write for example `2026-12-29` or `2026-12-29/2027-01-03`.",
    ],
  ],
  [
    "two kinds of deployment",
    file("four-keys: {deployments: {release: true, tag: v*}}"),
    ["2:47 four-keys.deployments.tag: `deployments` has `release`, `tag`, and exactly one can count. Keep one."],
  ],
  [
    "a window that holds no time",
    file("four-keys: {deployments: {release: true}, window: 0 business days}"),
    ["2:51 four-keys.window: `window: 0 business days` leaves no time. Write for example `4 weeks`."],
  ],
  [
    "no kind of deployment",
    file("four-keys: {deployments: {}}"),
    [
      "2:26 four-keys.deployments: `deployments` does not say what a deployment is. Write exactly one of `environment`, `workflow`, `release`, `tag`, `merge`, `external`.",
    ],
  ],
  [
    "dates the wrong way round, a route that takes all",
    file(
      "help-wanted:",
      "  away: [{who: a, from: 2026-12-05, to: 2026-12-01}]",
      "  routes: [{people: [a]}, {labels: [x], people: [b]}]",
    ),
    [
      "3:41 help-wanted.away[0].to: `to: 2026-12-01` lies before `from: 2026-12-05`. Write the earlier date in `from`.",
      "4:12 help-wanted.routes[0]: This route has no condition, so those below it are never reached. Give it `labels` or `paths`, or move it to the end.",
    ],
  ],
  // without effect
  [
    "the environment of a service where deployments have none",
    file(
      "four-keys:",
      "  deployments: {merge: main}",
      "  services: [{name: web, paths: [w], environment: [a]}, {name: api, paths: [a]}]",
    ),
    [
      "4:38 four-keys.services[0].environment: warning: `environment` has no effect beside `merge` in `deployments`, which ships every service. Remove it, or write `environment` in place of `merge`.",
    ],
  ],
  [
    "the same where pipelines record",
    file("four-keys:", "  deployments: {external: true}", "  services: [{name: web, paths: [w], environment: [a]}]"),
    [
      "4:38 four-keys.services[0].environment: warning: `environment` has no effect beside `deployments: {external: true}`. Remove it, and name the `service` in what you record.",
    ],
  ],
  [
    "the same where it counts",
    file("four-keys:", "  deployments: {environment: [b]}", "  services: [{name: web, paths: [w], environment: [a]}]"),
    [],
  ],
  [
    "keys of later",
    lane("sign-off: true", "back-merge: true", "version: semver", "announce-ci: true", "check-in: null"),
    [
      "7:7 release.lanes[0].back-merge: warning: `back-merge` is not available yet: Detoil checks it, but does not act on it.",
      "8:7 release.lanes[0].version: warning: `version` is not available yet: Detoil checks it, but does not act on it.",
    ],
  ],
  [
    "an empty section, and one switched off",
    file("release:", "milestones: null"),
    [
      "2:1 release: warning: `release:` has nothing beneath it, so it is off. Write its settings, or `release: null` if that is meant.",
    ],
  ],
  [
    "what _extends may supply",
    file("_extends: .github", "release: {}"),
    [
      "3:1 release.lanes: warning: `lanes` is not here: release needs it, so the file that `_extends` names must have it.",
    ],
  ],
  [
    "without _extends it is missing",
    file("release: {}"),
    [
      "2:1 release.lanes: `lanes` is missing: release needs it. Write for example `lanes: [{from: develop, to: main}]`.",
    ],
  ],
])("%s", (_, text, expected) => {
  expect(linesOf(text)).toEqual(expected);
});

test("all problems are reported at once, in the order of the file", () => {
  const text = lane("mention: x", "draft: 1", "labels: 3", "freeze: [x]");
  expect(linesOf(text).map((line) => line.split(" ")[0])).toEqual(["6:16", "7:14", "8:15", "9:16"]);
});

test("octal, yes and dates are as in YAML 1.2", () => {
  expect(linesOf(file("help-wanted: {max-open: 010}")).slice(1)).toEqual([]);
  expect(linesOf("%YAML 1.1\n---\nversion: 1\nrelease: {lanes: [{from: on, to: no}]}\n")).toEqual([]);
});

test("a property name of JavaScript is a key like any other", () => {
  expect(linesOf(file("__proto__: {release: {lanes: []}}", "constructor: 1"))).toEqual([
    expect.stringContaining("2:1 __proto__: `__proto__` is not a setting of sre.yml."),
    expect.stringContaining("3:1 constructor: `constructor` is not a setting of sre.yml."),
  ]);
});

test("quoted text has no effect", () => {
  const [problem] = problemsOf(file('"a`b\\e[31m\\u202e\\n@alice": 1'));
  expect(problem?.message).toMatch(/^`a'b \[31m @alice` is not a setting/);
});

test("the same in Japanese", () => {
  const [problem] = problemsOf(task("due: -3 busines days"), "ja");
  expect(problem?.message).toBe("`due: -3 busines days` は期間ではありません。例: `-3 business days`");
});
