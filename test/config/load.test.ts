import { expect, test } from "vitest";
import { effectiveConfig } from "../../src/config/effective.ts";
import { loadConfig } from "../../src/config/load.ts";
import { type FakeFile, type FakeFiles, repositories } from "./repositories.ts";

const LANES = "release: {lanes: [{from: develop, to: main}]}";
const v = (...lines: string[]): string => ["version: 1", ...lines, ""].join("\n");

test("its own file", async () => {
  const files = repositories({ text: v(LANES) });
  const loaded = await loadConfig(files);
  expect(loaded).toMatchObject({
    state: "valid",
    problems: [],
    origin: { repository: "acme/shop", path: ".github/sre.yml", commit: "commit-of-own" },
    inForceSince: null,
    defaultBranch: "develop",
    inherited: [],
    suppliers: new Map(),
    isPrivate: true,
  });
  expect(loaded.config?.release?.lanes[0]?.["hold-labels"]).toEqual(["do-not-release"]);
  expect(files.requests).toEqual(["own"]);
});

test("no file anywhere", async () => {
  expect(await loadConfig(repositories({ text: null }))).toMatchObject({ state: "absent", config: null, origin: null });
});

test("a section here replaces the one beneath it key by key, a list the list, null the section", async () => {
  const beneath = v(
    "timezone: Asia/Tokyo",
    "calendar: {holidays: JP, week: [mon, tue]}",
    "notify: {slack: '#base'}",
    LANES,
    "milestones: {match: 'v*', parent: false}",
  );
  const own = v(
    "_extends: .github",
    "language: ja",
    "calendar: {week: [sat]}",
    "notify: null",
    "milestones: {parent: true}",
  );
  const { config, inherited, state } = await loadConfig(repositories({ text: own }, { ".github": { text: beneath } }));
  expect(state).toBe("valid");
  expect(config).toMatchObject({
    timezone: "Asia/Tokyo",
    language: "ja",
    calendar: { holidays: "JP", week: ["sat"], hours: "09:00-18:00" },
    milestones: { match: "v*", parent: true },
  });
  expect(config).not.toHaveProperty("notify");
  expect(config?.release?.lanes).toHaveLength(1);
  expect(inherited).toContain("release.lanes");
});

test("several hops, each over the next; org and repositories are not inherited", async () => {
  const files = repositories(
    { text: v("_extends: acme/a") },
    {
      a: { text: v("_extends: b:.github/conf/sre.yml", "language: ja") },
      "b:.github/conf/sre.yml": {
        text: v("language: en", "timezone: Asia/Tokyo", "org: {}", "repositories: [x]", LANES),
      },
    },
  );
  const { config, state } = await loadConfig(files);
  expect(state).toBe("valid");
  expect(config).toMatchObject({ language: "ja", timezone: "Asia/Tokyo" });
  expect(config).not.toHaveProperty("org");
  expect(config).not.toHaveProperty("repositories");
});

test("a key that a file lacks may come from beneath, and one that no file has is missing", async () => {
  const own = v("_extends: .github", "renovate: {nudge: false}");
  const supplied = await loadConfig(
    repositories({ text: own }, { ".github": { text: v("renovate: {cadence: weekly}") } }),
  );
  expect(supplied).toMatchObject({ state: "valid", config: { renovate: { cadence: "weekly", nudge: false } } });
  const missing = await loadConfig(repositories({ text: own }, { ".github": { text: v() } }));
  expect(missing.state).toBe("broken");
  expect(missing.problems.filter(({ severity }) => severity === "error")).toMatchObject([
    { file: ".github/sre.yml", line: 3, column: 1, path: "renovate.cadence" },
  ]);
});

const hops = (n: number): Record<string, FakeFile> =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [`r${i + 1}`, { text: i + 1 < n ? v(`_extends: r${i + 2}`) : v() }]),
  );

test.each<[string, string, Record<string, FakeFile>, string]>([
  ["another owner", "other/repo", {}, "belongs to another owner. Only files of `acme` can be extended."],
  ["a missing file", "nowhere", {}, "there is no `.github/sre.yml` that Detoil can see."],
  ["a repository without the file", "a", { a: { text: null } }, "there is no `.github/sre.yml` that Detoil can see."],
  ["a forbidden one", "a", { a: { text: v(), forbidden: true } }, "Detoil may not read it."],
  ["six hops", "r1", hops(6), "`_extends` leads through more than 5 files. Shorten the chain."],
  ["itself", "shop", {}, "leads back to a file that is already extended."],
])("_extends to %s is reported, and nothing is in force", async (_, target, others, message) => {
  const loaded = await loadConfig(repositories({ text: v(`_extends: ${target}`, LANES) }, others));
  expect(loaded).toMatchObject({ state: "broken", config: null, inForceSince: null });
  expect(loaded.problems).toHaveLength(1);
  expect(loaded.problems[0]?.message.en).toContain(message);
  expect(loaded.problems[0]).toMatchObject({ file: ".github/sre.yml", path: "_extends", severity: "error" });
});

test.each<[string, string, Record<string, FakeFile>, string]>([
  ["in a loop", "a", { a: { text: v("_extends: b") }, b: { text: v("_extends: A") } }, "a"],
  ["back to this one", "a", { a: { text: v("_extends: shop") } }, "a"],
  ["to nowhere", "a", { a: { text: v("_extends: nowhere") } }, "a"],
])(
  "an extended file that leads %s is told where it is and in the file that extends it",
  async (_, target, others, where) => {
    const loaded = await loadConfig(repositories({ text: v(`_extends: ${target}`, LANES) }, others));
    expect(loaded).toMatchObject({ state: "broken", config: null, inForceSince: null });
    expect(loaded.problems).toMatchObject([
      { file: `acme/${where}:.github/sre.yml`, path: "", severity: "error" },
      { file: ".github/sre.yml", line: 2, column: 11, path: "_extends", severity: "error" },
    ]);
    // only readers of the other file learn what is in it
    expect(loaded.problems[0]?.message.en).toContain("There is a problem here");
    expect(loaded.problems[1]?.message.en).toContain("names a file whose own `_extends` cannot be followed to its end");
  },
);

test("five hops are fine", async () => {
  expect(await loadConfig(repositories({ text: v("_extends: r1") }, hops(5)))).toMatchObject({ state: "valid" });
});

test("a public repository extends public ones only, and does not learn whether a private one has the file", async () => {
  const others = {
    a: { text: v(), private: true },
    b: { text: null, private: true },
    c: { text: v(), private: false },
  };
  const of = (target: string) => loadConfig(repositories({ text: v(`_extends: ${target}`), private: false }, others));
  expect(await of("c")).toMatchObject({ state: "valid" });
  for (const target of ["a", "b"]) {
    expect((await of(target)).problems[0]?.message.en).toContain("is private, and this repository is public.");
  }
});

test("the org's default, for the repositories it names", async () => {
  const org = (text: string, more: Partial<FakeFile> = {}) => ({ ".github": { text, ...more } });
  const by = (name: string, others: Record<string, FakeFile>, priv = true) =>
    loadConfig(repositories({ text: null, private: priv }, others, name));
  expect(await by("shop", org(v(LANES)))).toMatchObject({
    state: "valid",
    origin: { repository: "acme/.github" },
    inherited: expect.arrayContaining(["release.lanes"]),
    suppliers: new Map([
      ["version", "acme/.github"],
      ["release", "acme/.github"],
      ["release.lanes", "acme/.github"],
    ]),
  });
  expect(await by("web-a", org(v("repositories: ['web-*']", LANES)))).toMatchObject({ state: "valid" });
  expect(await by("shop", org(v("repositories: ['web-*']", LANES)))).toMatchObject({ state: "absent" });
  expect(await by("shop", org(v(LANES)), false)).toMatchObject({ state: "absent" });
  expect(await by("shop", org(v(LANES), { private: false }), false)).toMatchObject({ state: "valid" });
  // it is not a default of itself
  expect(await by(".github", {})).toMatchObject({ state: "absent" });
});

test("a broken file: the newest good version stays in force", async () => {
  const files = repositories({
    text: v("relase: {}"),
    before: [
      [v("langauge: ja"), "2026-11-18"],
      [v("language: ja", LANES), "2026-11-12"],
      [v(), "2026-11-01"],
    ],
  });
  const loaded = await loadConfig(files);
  expect(loaded).toMatchObject({ state: "broken", config: { language: "ja" }, inForceSince: new Date("2026-11-12") });
  // reports the newest one, in the language in force
  expect(loaded.problems).toMatchObject([{ path: "relase", line: 2 }]);
  expect(loaded.problems[0]?.message.ja).toContain("`release` のことですか");
});

test("what is said about an organization counts in the file of its `.github` repository alone", async () => {
  const text = v("org: {}", "language: ja");
  const org = { ".github": { text } };
  const own = async (files: FakeFiles) => (await loadConfig(files)).config;
  expect(await own(repositories({ text }, {}, ".github"))).toHaveProperty("org");
  // Its readers may not read every repository.
  expect(await own(repositories({ text }))).not.toHaveProperty("org");
  expect(await own(repositories({ text: null }, org))).not.toHaveProperty("org");
  expect(await own(repositories({ text: "version: 2" }, org))).not.toHaveProperty("org");
  expect(await own(repositories({ text: null }, org))).toMatchObject({ language: "ja" });
});

test("a file that never was good: the org's default stays in force, if there is one", async () => {
  const own = { text: v("relase: {}") };
  expect(await loadConfig(repositories(own))).toMatchObject({ state: "broken", config: null });
  const org = { ".github": { text: v(LANES) } };
  expect(await loadConfig(repositories(own, org))).toMatchObject({
    state: "broken",
    origin: { repository: "acme/shop" },
    inherited: expect.arrayContaining(["release.lanes"]),
  });
  expect((await loadConfig(repositories(own, org))).config?.release?.lanes).toHaveLength(1);
});

test("a version before a deletion does not come back", async () => {
  const files = repositories({
    text: v("x: 1"),
    before: [
      [null, "2026-11-10"],
      [v(LANES), "2026-11-01"],
    ],
  });
  expect(await loadConfig(files)).toMatchObject({ state: "broken", config: null, inForceSince: null });
});

test("an extended file that breaks: its last good version replaces it, and its problems are reported as its own", async () => {
  const loaded = await loadConfig(
    repositories(
      { text: v("_extends: .github") },
      { ".github": { text: v("x: 1"), before: [[v(LANES), "2026-11-05"]] } },
    ),
  );
  expect(loaded).toMatchObject({ state: "broken", inForceSince: new Date("2026-11-05") });
  expect(loaded.config?.release?.lanes).toHaveLength(1);
  expect(loaded.problems.map(({ file, severity }) => `${severity} ${file}`).sort()).toEqual([
    "error acme/.github:.github/sre.yml",
    "warning .github/sre.yml",
  ]);
});

test("each file is requested once, however many versions are tried", async () => {
  const bad = (n: number): [string, string] => [v("_extends: a", `x: ${n}`), "2026-11-01"];
  const files = repositories(
    { text: v("_extends: a", "x: 0"), before: [bad(1), bad(2), bad(3)] },
    { a: { text: v() } },
  );
  await loadConfig(files);
  expect(files.requests.sort()).toEqual(["acme/.github", "acme/a", "history own", "own"]);
});

test("problems of an org's file are reported elsewhere", async () => {
  const text = v("repositories: [x]", "org: {}");
  const at = async (name: string) =>
    (await loadConfig(repositories({ text }, {}, name))).problems.map(({ path }) => path);
  expect(await at("shop")).toEqual(["repositories", "org"]);
  expect(await at(".github")).toEqual([]);
});

test("what is in force is said with the file and line of each value, through everything that is extended", async () => {
  const text = "version: 1\n_extends: base\nrelease:\n  lanes:\n    - {from: a, to: b}\nmilestones: null\n";
  const files = repositories(
    { text: "version: 1\n" },
    {
      base: { text: "version: 1\n_extends: .github\nlanguage: ja\ncalendar: {closed: [2026-12-29]}\n" },
      ".github": { text: "version: 1\nlanguage: en\n\ncalendar:\n  week: [mon]\nmilestones: {match: 'v*'}\n" },
    },
  );
  const { value, origin, findings, unread } = await effectiveConfig(text, files);
  expect([findings, unread]).toEqual([[], null]);
  expect(value).toMatchObject({ language: "ja", timezone: "UTC", calendar: { week: ["mon"], closed: ["2026-12-29"] } });
  const origins = Object.fromEntries(
    ["language", "timezone", "calendar.week", "calendar.closed", "calendar.hours", "milestones"].map((path) => {
      const found = origin(path.split("."));
      return [path, found && `${found.file}:${found.line}`];
    }),
  );
  expect(origins).toEqual({
    language: "acme/base:.github/sre.yml:3",
    timezone: null,
    "calendar.week": "acme/.github:.github/sre.yml:5",
    "calendar.closed": "acme/base:.github/sre.yml:4",
    "calendar.hours": null,
    milestones: ".github/sre.yml:6",
  });
  expect(origin(["release", "lanes", 0, "to"])).toEqual({ file: ".github/sre.yml", line: 5 });
  expect(origin(["release", "lanes", 0, "labels"])).toBe(null);
});
