import { expect, test } from "vitest";
import { emptyReason } from "../../../src/automations/release-pr/empty-reason.ts";
import type { LaneFacts } from "../../../src/automations/release-pr/facts.ts";
import { plan } from "../../../src/automations/release-pr/plan.ts";
import type { Action } from "../../../src/github/actions.ts";
import { assignableFrom } from "../../../src/managed/assignable.ts";
import { shortHash } from "../../../src/markdown/short-hash.ts";
import { configOf, contextOf, day, laneFacts, lanesFacts, oid, openPull, person, squashes } from "./history.ts";

type Lane = Record<string, unknown>;

function planned(lane: Lane, more: Partial<LaneFacts> = {}, now?: Date, top: Lane = {}): readonly Action[] {
  const config = configOf(lane, top);
  const { commits, pulls } = squashes([1, { at: day(2) }], [2, { at: day(3), author: "bob" }]);
  return plan(lanesFacts(laneFacts(config, commits, pulls, more)), contextOf(config, now));
}

const names = (actions: readonly Action[]) => actions.map((action) => action.action);

/** Its state after Detoil wrote it. */
function written(lane: Lane = {}, top: Lane = {}): Partial<LaneFacts> {
  const create = planned(lane, {}, undefined, top).find((action) => action.action === "create-pull-request");
  if (create?.action !== "create-pull-request") throw new Error("nothing was opened");
  return { openPull: openPull({ title: create.title, body: create.body, createdAt: "2026-11-20T00:00:00Z" }) };
}

const turnedDown = { number: 9, createdAt: day(1), closedAt: day(4), byUs: false };
const release = {
  number: 8,
  createdAt: day(1),
  mergedAt: day(5),
  headOid: oid("x"),
  mergeCommit: oid("y"),
  mergeParents: ["a", "b"],
  warned: false,
  body: "",
  overwritten: null,
};

test.each<[string, Lane, Partial<LaneFacts>, boolean]>([
  ["something waits", {}, {}, true],
  ["a freeze is on", { freeze: ["2026-11-20"] }, {}, false],
  ["a freeze is over", { freeze: ["2026-11-19"] }, {}, true],
  ["a person closed one after the last merge", {}, { closedUnmerged: turnedDown }, false],
  ["a person closed one before the last merge", {}, { closedUnmerged: { ...turnedDown, closedAt: day(2) } }, true],
  ["Detoil closed it itself", {}, { closedUnmerged: { ...turnedDown, byUs: true } }, true],
  ["a person closed one before a release", {}, { closedUnmerged: turnedDown, releases: [release] }, true],
  [
    "only listed separately",
    { "exclude-labels": ["x"] },
    { pulls: squashes([1, { labels: ["x"] }], [2, { labels: ["x"] }]).pulls },
    true,
  ],
  ["only pushes", {}, { pulls: [] }, false],
])("opened or not: %s", (_name, lane, more, opens) => {
  expect(names(planned(lane, more)).includes("create-pull-request")).toBe(opens);
});

const ten = { schedule: "0 10 * * *" };

test.each<[string, string, Partial<LaneFacts>, boolean]>([
  ["at the tick", "2026-11-20T10:00:00Z", {}, true],
  ["caught up eleven hours later", "2026-11-20T21:00:00Z", {}, true],
  ["thirteen hours later it is too late", "2026-11-20T23:00:00Z", {}, false],
  [
    "merged since the tick",
    "2026-11-03T10:30:00Z",
    { pulls: squashes([1, { at: "2026-11-03T10:20:00Z" }]).pulls },
    false,
  ],
  [
    "already opened at this tick, and released",
    "2026-11-20T10:30:00Z",
    { releases: [{ ...release, createdAt: "2026-11-20T10:00:01Z", mergedAt: "2026-11-20T10:10:00Z" }] },
    false,
  ],
])("on a schedule: %s", (_name, now, more, opens) => {
  expect(names(planned(ten, more, new Date(now))).includes("create-pull-request")).toBe(opens);
});

test.each<[Lane, Partial<LaneFacts>, string]>([
  [{}, { commits: [], ahead: 0, pulls: [] }, "main has everything that develop has."],
  [
    {},
    { pulls: [] },
    "2 commits wait without a pull request. A release pull request lists pull requests, so none is opened.",
  ],
  [{ freeze: ["2026-11-20"] }, {}, "frozen until Sat 21 Nov 00:00 UTC."],
  [
    {},
    { closedUnmerged: turnedDown },
    "#9 was closed, and nothing was merged since. The next merge opens another one.",
  ],
  [
    { schedule: "0 10 1 1 *" },
    {},
    "something waits. A release pull request is opened at the next time of `schedule: 0 10 1 1 *`.",
  ],
  [{}, { openPull: openPull() }, "#50 is open and shows what waits."],
  [
    {},
    { outsider: { number: 9, author: "mallory" } },
    "#9 is open between them, by mallory, who may not write to the repository; GitHub allows no second one.",
  ],
])("a lane of which nothing is written says why: %j", (lane, more, why) => {
  const config = configOf(lane);
  const { commits, pulls } = squashes([1, { at: day(2) }], [2, { at: day(3) }]);
  const facts = lanesFacts(laneFacts(config, commits, pulls, more));
  expect(emptyReason(facts, contextOf(config), true)).toBe(`develop → main: ${why}`);
  expect(emptyReason(facts, contextOf(config), false)).toBe(null);
});

test("a squashed release is warned about, but not where nothing else is allowed", () => {
  const squashed = { ...release, mergeParents: ["a"] };
  const warnings = (mergeCommits: boolean) =>
    names(planned({}, { releases: [squashed], mergeCommits })).filter((action) => action === "create-comment");
  expect([warnings(true), warnings(false)]).toEqual([["create-comment"], []]);
});

const run = {
  id: 5,
  conclusion: "success",
  title: "2 pull requests, none on hold",
  summary: "Merging this brings 2 pull requests to `main`.",
  rerequested: false,
};

test("everything is up to date: nothing", () => {
  expect(planned({}, { ...written(), checkRun: run })).toEqual([]);
});

test("a rerequested check is written although it says the same", () => {
  const [check, ...more] = planned({}, { ...written(), checkRun: { ...run, rerequested: true } });
  expect(more).toEqual([]);
  const { title, summary } = run;
  expect(check).toMatchObject({
    action: "set-check-run",
    check_run_id: run.id,
    rerequested: true,
    output: { title, summary },
  });
});

test.each<[string, Lane, Partial<LaneFacts>, string, string, RegExp]>([
  ["clear", {}, {}, "success", "2 pull requests, none on hold", /^Merging this brings 2 pull requests to `main`\.$/],
  [
    "held",
    { "hold-labels": ["wait"] },
    { pulls: squashes([1, { labels: ["wait"] }], [2]).pulls },
    "failure",
    "#1 is on hold",
    /^\*\*On hold: #1\*\* \(label `wait`, @alice\)\. Remove the label or revert it; the check then turns green on its own\.$/,
  ],
  [
    "frozen",
    { freeze: ["2026-11-19/2026-11-21", "2026-11-22"] },
    { openPull: openPull() },
    "failure",
    "Frozen until Mon 23 Nov 00:00 UTC",
    /^\*\*Frozen until Mon 23 Nov 00:00 UTC\*\* \(\[`freeze` in sre\.yml\]\(https:.*turns green on its own/,
  ],
  ["sign-off", { "sign-off": true }, {}, "failure", "#1 and #2 are not ticked", /\n\*\*Every box must be ticked\*\*/],
  [
    "no room",
    {},
    { openPull: openPull({ body: "x".repeat(65_400) }) },
    "failure",
    "#50 has no room for the list",
    /What people wrote in #50/,
  ],
  [
    "nothing waits",
    {},
    { pulls: [], openPull: openPull({ humans: ["bo"] }) },
    "success",
    "Nothing is waiting",
    /^Nothing is waiting for `main`\.$/,
  ],
])("the check: %s", (_name, lane, more, conclusion, title, summary) => {
  const check = planned(lane, more).find((action) => action.action === "set-check-run");
  expect(check).toMatchObject({ conclusion, output: { title } });
  expect(check?.action === "set-check-run" ? check.output.summary : "").toMatch(summary);
});

test("held and frozen: both reasons are named, the one that a person can fix first", () => {
  const check = planned(
    { freeze: ["2026-11-20"] },
    { openPull: openPull(), pulls: squashes([1, { labels: ["do-not-release"] }]).pulls },
  ).at(-1);
  expect(check).toMatchObject({
    output: { title: "#1 is on hold", summary: expect.stringContaining("**Frozen until Sat 21 Nov 00:00 UTC**") },
  });
});

test("no room: nothing is written", () => {
  expect(names(planned({ labels: ["release"] }, { openPull: openPull({ body: "x".repeat(65_400) }) }))).toEqual([
    "set-check-run",
  ]);
});

test("no room: the check says so between the schedule's ticks too", () => {
  const crowded = { openPull: openPull({ body: "x".repeat(65_400) }) };
  const [check] = planned({ schedule: "0 10 * * *" }, crowded, new Date("2026-11-20T23:30:00Z"));
  expect(check).toMatchObject({ action: "set-check-run", conclusion: "failure" });
});

test.each<[string, (body: string) => string, string]>([
  ["an item came", (body) => body.replace(/^- \[ \] #1.*\n/m, ""), "the list has changed"],
  [
    "what is said above it",
    (body) => body.replace(" waiting for", " waiting since 1.0 for"),
    "the text around the list has changed",
  ],
])("an update says what has changed: %s", (_what, before, because) => {
  const { openPull: now } = written();
  if (now == null) throw new Error("it stands");
  const body = before(now.body);
  expect(body).not.toBe(now.body);
  const [update] = planned({}, { openPull: { ...now, body }, checkRun: run });
  expect(update).toMatchObject({ action: "update-pull-request", body: now.body, because });
});

test("an update names what it was computed from, and only what differs", () => {
  const before = written();
  const [update] = planned({ title: "{{from}} to {{to}}" }, { ...before, checkRun: run });
  expect(update).toMatchObject({
    action: "update-pull-request",
    number: 50,
    title: "develop to main",
    expects: { body: before.openPull?.body },
  });
  expect(Object.keys(update ?? {})).not.toContain("state");
});

test.each<[string, Partial<LaneFacts["openPull"] & object>, boolean]>([
  ["nobody touched it", {}, true],
  ["a person opened it", { ours: false }, false],
  ["somebody commented", { humans: ["bo"] }, false],
  ["somebody changed the title", { title: "Mine" }, false],
])("nothing waits any more: %s", (_name, words, closes) => {
  const before = written();
  const now = { ...before, openPull: { ...before.openPull, ...words }, pulls: [] } as Partial<LaneFacts>;
  const [update] = planned({}, now);
  expect(update).toMatchObject({
    action: "update-pull-request",
    body: expect.stringContaining("**Nothing is waiting** for `main`."),
  });
  expect(update !== undefined && "state" in update && update.state === "closed").toBe(closes);
});

test("nothing waits any more, but somebody ticked, noted or wrote: it stays open", () => {
  const { openPull: before } = written();
  if (before == null) throw new Error("it stands");
  const edits = [
    before.body.replace("- [ ] #1", "- [x] #1"),
    before.body.replace("@alice", "@alice, later"),
    before.body.replace("#1 @alice", "#1 My words"),
    `${before.body}\nBye`,
    before.body.replace("- [ ] #1", "- [ ] call\n- [ ] #1"),
  ];
  for (const body of edits) {
    expect(body).not.toBe(before.body);
    const update = planned({}, { openPull: { ...before, body }, pulls: [] })[0];
    expect(update).not.toHaveProperty("state");
    // The item is gone, and people's changes to it; that somebody made some is not forgotten.
    if (update?.action !== "update-pull-request" || update.body === undefined) throw new Error("it says so");
    const openPull = { ...before, body: update.body };
    expect(names(planned({}, { openPull, pulls: [] }))).toEqual(["set-check-run"]);
  }
});

const all = { assign: true, "request-review": true, labels: ["release"] };
const assignable = assignableFrom(["alice", "Bob", "opener"]);

test("people: no bot, nobody whom GitHub refuses, not the opener for a review, nobody twice", () => {
  const history = squashes(
    [1, { author: "alice" }],
    [2, { author: "renovate[bot]" }],
    [3, { author: "Bob" }],
    [4, { author: "stranger" }],
    [5, { author: null }],
    [6, { author: "opener" }],
  );
  const of = (words: Partial<LaneFacts>) =>
    planned(all, { ...history, assignable, ...words }, new Date("2026-11-20T09:00:00Z")).flatMap((action) => {
      if (action.action === "add-assignees") return [["assign", ...action.assignees]];
      if (action.action === "request-reviewers") return [["review", ...action.reviewers]];
      return action.action === "add-labels" ? [["label", ...action.labels]] : [];
    });
  expect(of({})).toEqual([
    ["label", "release"],
    ["assign", "alice", "Bob", "opener"],
    ["review", "alice", "Bob", "opener"],
  ]);
  const opened = { author: person("opener"), ours: false };
  expect(
    of({ openPull: openPull({ ...opened, assignees: ["alice"], reviewers: ["alice"], labels: ["Release"] }) }),
  ).toEqual([
    ["assign", "Bob", "opener"],
    ["review", "Bob"],
  ]);
  // Removed people stay off, unless the pull request is so young that the worker may have died in between.
  const create = planned(all, { ...history, assignable }).find((action) => action.action === "create-pull-request");
  const body = create?.action === "create-pull-request" ? create.body : "";
  expect(of({ openPull: openPull({ body }) })).toEqual([]);
  expect(of({ openPull: openPull({ body, createdAt: "2026-11-20T08:50:00Z" }) })).toHaveLength(3);
});

test("people: no more than GitHub takes, ten assigned and fifteen requested; the others once there is room", () => {
  const logins = Array.from({ length: 20 }, (_, at) => `p${at + 1}`);
  const history = squashes(...logins.map((author, at): [number, { author: string }] => [at + 1, { author }]));
  const of = (words: Partial<LaneFacts>) =>
    planned(all, { ...history, assignable: assignableFrom(logins), ...words }, new Date("2026-11-20T09:00:00Z"));
  const [create, , assign, request] = of({});
  expect(assign).toMatchObject({ action: "add-assignees", assignees: logins.slice(0, 10) });
  expect(request).toMatchObject({ action: "request-reviewers", reviewers: logins.slice(0, 15) });
  const body = create?.action === "create-pull-request" ? create.body : "";
  const words = { body, labels: ["release"], createdAt: "2026-11-20T08:00:00Z" };
  const full = openPull({ ...words, assignees: logins.slice(0, 10), reviewers: logins.slice(0, 15) });
  expect(names(of({ openPull: full }))).toEqual(["set-check-run"]);
  const reviewed = { ...full, reviewers: logins.slice(1, 15), humans: ["p1"] };
  expect(of({ openPull: reviewed })[0]).toMatchObject({ action: "request-reviewers", reviewers: ["p16"] });
  // A team that this App may not see takes a place too.
  expect(names(of({ openPull: { ...reviewed, teamsRequested: 1 } }))).toEqual(["set-check-run"]);
});

test("Detoil does not change a title that somebody set, only its own", () => {
  const { openPull: before } = written();
  if (before == null) throw new Error("it stands");
  expect(before.body).toContain(`"title":"${shortHash("Release 2026-11-20")}"`);
  const titles = ["Release 2026-11-20", "Mine"].map(
    (title) => planned({ title: "R" }, { openPull: { ...before, title }, checkRun: run })[0],
  );
  expect(titles).toEqual([expect.objectContaining({ title: "R" }), undefined]);
});

test.each<[string, Lane, Lane]>([
  ["another language", {}, { language: "ja" }],
  ["a title that was removed from sre.yml", { title: "Ship {{date}}" }, {}],
])("without a title in sre.yml an open one keeps its own: %s", (_name, before, top) => {
  const intro = { intro: "Mind the gap." };
  const [update] = planned(intro, written(before), undefined, top);
  expect(update).toEqual(expect.objectContaining({ action: "update-pull-request" }));
  expect(update).not.toHaveProperty("title");
});

test("two lanes of one head: one check, the worst, with each of them named", () => {
  const config = configOf();
  const { commits, pulls } = squashes([1, { labels: ["do-not-release"] }]);
  const facts = laneFacts(config, commits, pulls, { openPull: openPull() });
  const lenient = {
    ...facts,
    lane: { ...facts.lane, to: "demo", "hold-labels": [] },
    openPull: openPull({ number: 51 }),
  };
  const beside = {
    ...facts,
    sameHead: [
      { number: 60, headOid: facts.headOid, base: "demo" },
      { number: 61, headOid: facts.headOid, base: "other" },
    ],
  };
  const checks = plan(lanesFacts(lenient, beside), contextOf(config)).filter(
    (action) => action.action === "set-check-run",
  );
  expect(checks).toHaveLength(1);
  expect(checks[0]).toMatchObject({ conclusion: "failure", output: { title: "#50: #1 is on hold" } });
  const { summary } = checks[0]?.output ?? { summary: "" };
  expect(summary).toContain("**#51** 1 pull request, not on hold");
  expect(summary).toContain("#60 has the same head and is not a release.");
  expect(summary).not.toContain("#61");
});

test("a lane that cannot be reconciled: one issue, updated, closed when fixed; an inherited one is silent", () => {
  const config = configOf();
  const [lane] = config.release?.lanes ?? [];
  if (lane === undefined) throw new Error("there is one");
  const missing = { kind: "missing" as const, lane, branches: ["develop"], silent: false, statusIssues: [] };
  const [issue] = plan(lanesFacts(missing), contextOf(config));
  if (issue?.action !== "create-issue") throw new Error("an issue was expected");
  expect(issue.body).toContain("- `develop` → `main`: There is no branch `develop`.");
  expect(issue.body).toContain("[sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)");
  const statusIssues = [{ number: 4, title: issue.title, body: issue.body, open: true }];
  expect(plan(lanesFacts({ ...missing, statusIssues }), contextOf(config))).toEqual([]);
  // A person closed it: it stays closed until the problem is another one.
  const closed = [{ number: 4, title: issue.title, body: issue.body, open: false }];
  expect(plan(lanesFacts({ ...missing, statusIssues: closed }), contextOf(config))).toEqual([]);
  expect(plan(lanesFacts({ ...missing, branches: ["main"], statusIssues: closed }), contextOf(config))).toMatchObject([
    { action: "update-issue", number: 4, state: "open" },
  ]);
  expect(
    plan(lanesFacts({ ...missing, branches: ["develop", "main"], statusIssues }), contextOf(config)),
  ).toMatchObject([{ action: "update-issue", number: 4 }]);
  expect(plan(lanesFacts(laneFacts(config, [], [], { statusIssues })), contextOf(config))).toMatchObject([
    { action: "update-issue", number: 4, state: "closed" },
  ]);
  expect(plan(lanesFacts({ ...missing, silent: true }), contextOf(config))).toEqual([]);
});
