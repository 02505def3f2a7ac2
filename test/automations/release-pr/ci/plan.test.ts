import { expect, test } from "vitest";
import type { Check } from "../../../../src/automations/release-pr/ci/checks.ts";
import type { CiFacts, Since } from "../../../../src/automations/release-pr/ci/facts.ts";
import { ciAgain, planCi } from "../../../../src/automations/release-pr/ci/plan-ci.ts";
import type { Action } from "../../../../src/github/actions.ts";
import { configOf, contextOf, oid, person } from "../history.ts";

/** Friday, 10:00 in Tokyo. */
const NOW = new Date("2026-11-20T01:00:00Z");
const [A, B, C, D] = [oid("a"), oid("b"), oid("c"), oid("d")];

function check(name: string, conclusion = "success", endedAt = "2026-11-20T00:50:00Z"): Check {
  const state = conclusion === "success" ? "passed" : conclusion === "skipped" ? "skipped" : "failed";
  return { name, url: `https://github.com/acme/shop/runs/${name}`, state, conclusion, endedAt };
}

const running: Check = { name: "e2e", url: null, state: "running", conclusion: null, endedAt: null };

const config = configOf({}, { timezone: "Asia/Tokyo" });

function facts(checks: readonly Check[], more: Partial<CiFacts> = {}, lane: Record<string, unknown> = {}): CiFacts {
  const [own] = configOf(lane).release?.lanes ?? [];
  if (own === undefined) throw new Error("a lane is needed");
  return {
    lane: own,
    number: 12,
    createdAt: "2026-11-20T00:00:00Z",
    assignees: [person("alice"), person("renovate[bot]")],
    headOid: A,
    committedAt: "2026-11-20T00:30:00Z",
    checks,
    hasStatuses: true,
    comments: [],
    since: null,
    ...more,
  };
}

function planned(given: CiFacts, now = NOW): Action[] {
  return planCi(given, contextOf(config, now));
}

/** The comments on GitHub after these writes. */
function written(actions: readonly Action[], before: CiFacts["comments"] = []): CiFacts["comments"] {
  const comments = [...before];
  for (const action of actions) {
    if (action.action === "create-comment") {
      const id = 1 + Math.max(0, ...comments.map((one) => one.id));
      comments.push({ ...aComment(id), body: action.body });
    } else if (action.action === "update-comment") {
      const at = comments.findIndex(({ id }) => id === action.comment_id);
      comments[at] = { ...aComment(action.comment_id), body: action.body };
    } else if (action.action === "delete-comment") {
      const at = comments.findIndex(({ id }) => id === action.comment_id);
      comments.splice(at, 1);
    }
  }
  return comments;
}

function aComment(id: number) {
  const author = { login: "detoil", bot: true };
  return { id, author, body: "", createdAt: NOW, edited: false, receipted: false, refused: false };
}

const said = (actions: readonly Action[]) =>
  actions.map((action) =>
    "body" in action && action.body !== undefined
      ? `${action.action}: ${action.body.split("\n")[1]?.replaceAll(/\]\([^)]*\)/g, "]")}`
      : action.action,
  );

const since = (merged: readonly (readonly [number, string, string])[], green: string | null): Since => ({
  commits: [
    { oid: A, parents: [B], passed: false },
    { oid: B, parents: [C], passed: null },
    { oid: C, parents: [D], passed: green === C },
    { oid: D, parents: [], passed: green === D },
  ],
  merged: merged.map(([number, author, mergeCommit]) => ({
    ...{ number, author: person(author), mergedBy: person(author), mergeCommit },
  })),
});

const sha = `[\`${A.slice(0, 7)}\`]`;

test.each<[string, CiFacts, string[]]>([
  ["nothing is checked", facts([]), []],
  ["something runs", facts([check("lint"), running]), []],
  ["one has failed and another runs", facts([check("lint", "failure"), running]), []],
  ["all passed", facts([check("lint"), check("e2e")]), [`create-comment: @alice: **All 2 checks passed** on ${sha}.`]],
  [
    "one passed, others were skipped, and nobody is assigned",
    facts([check("lint"), check("x", "skipped")], { assignees: [] }),
    [`create-comment: **The only check passed** on ${sha}; 1 was skipped.`],
  ],
  [
    "all were skipped",
    facts([check("x", "skipped"), check("y", "skipped")]),
    [`create-comment: @alice: **No check failed** on ${sha}: all 2 were skipped.`],
  ],
  [
    "red, and no head is known to have passed: the assignees",
    facts([check("lint"), check("e2e", "timed_out")], { since: since([[7, "bo", B]], null) }),
    [`create-comment: @alice: **1 of 2 checks failed** on ${sha}.`],
  ],
  [
    "red: the authors of what was merged since, once each and without bots",
    facts([check("e2e", "failure")], {
      since: since(
        [
          [9, "bo", A],
          [8, "renovate[bot]", B],
          [7, "bo", B],
          [6, "carol", C],
        ],
        C,
      ),
    }),
    [`create-comment: @bo: **The only check failed** on ${sha}.`],
  ],
  [
    "red, and only a bot merged something: the assignees",
    facts([check("e2e", "failure")], { since: since([[8, "renovate[bot]", B]], C) }),
    [`create-comment: @alice: **The only check failed** on ${sha}.`],
  ],
  [
    "red, where sre.yml names nobody: the assignees",
    facts([check("e2e", "failure")], { since: since([[7, "bo", B]], C) }, { mention: "none" }),
    [`create-comment: @alice: **The only check failed** on ${sha}.`],
  ],
])("what is told once: %s", (_name, given, wanted) => {
  expect(said(planned(given))).toEqual(wanted);
  const comments = written(planned(given));
  expect(planned({ ...given, comments }), "said again").toEqual([]);
});

test("a red notice links what failed, and what was merged since the last commit that passed", () => {
  const list = Array.from({ length: 23 }, (_, at) => check(`job ${at + 1} \`x\``, "failure"));
  const jenkins = { ...check("jenkins", "error"), url: "https://ci.example.com/job/(1)" };
  const workflow = { ...check("", "startup_failure"), name: null };
  const odd = { ...check("odd", "failure"), url: "javascript:alert(1)" };
  const [create] = planned(
    facts([workflow, jenkins, odd, ...list], {
      since: since(
        [
          [7, "bo", B],
          [9, "carol", A],
        ],
        D,
      ),
      hasStatuses: false,
    }),
  );
  if (create?.action !== "create-comment") throw new Error("nothing is told");
  const repo = "https://github.com/acme/shop";
  expect(create.body.split("\n")).toEqual([
    expect.stringMatching(/^<!-- detoil:release-ci \{.*\} -->$/),
    `@bo @carol: **26 of 26 checks failed** on ${sha}(${repo}/commit/${A}).`,
    "",
    `- [a workflow](${repo}/runs/): could not start`,
    "- [`jenkins`](https://ci.example.com/job/%281%29): failed",
    `- [\`odd\`](${repo}/pull/12/checks): failed`,
    ...list.slice(0, 17).map(({ name }) => `- [\`\` ${name} \`\`](${repo}/runs/${encodeURI(name ?? "")}): failed`),
    `- and 6 more: [all checks](${repo}/pull/12/checks)`,
    "",
    `Merged since [\`${D.slice(0, 7)}\`](${repo}/commit/${D}), the last commit that passed: [#7](${repo}/pull/7), [#9](${repo}/pull/9).`,
    "",
    "Fix it on `develop` or re-run what failed: Detoil says here how that ends.",
    "",
    "Commit statuses are not counted: Detoil may not read them (**Commit statuses: Read-only** is not granted).",
    "",
    expect.stringMatching(/^<sub>\[Detoil\].*said once for each commit and result/),
  ]);
});

test("a green notice says what else may hold the release", () => {
  const [create] = planned(facts([check("lint")], { hasStatuses: false }));
  expect(create?.action === "create-comment" ? create.body.split("\n").slice(1, -1) : []).toEqual([
    `@alice: **The only check passed** on ${sha}(https://github.com/acme/shop/commit/${A}).`,
    "",
    "The check `Detoil / release` says whether anything else holds the release.",
    "",
    "Commit statuses are not counted: Detoil may not read them (**Commit statuses: Read-only** is not granted).",
    "",
  ]);
});

test("a head's life: red, another failure, re-run to green, red again, moved on, set back", () => {
  let comments: CiFacts["comments"] = [];
  const step = (checks: readonly Check[], headOid = A, now = NOW) => {
    const given = facts(checks, { headOid, comments });
    const actions = planned(given, now);
    comments = written(actions, comments);
    expect(comments.length, "it does not stack").toBeLessThan(2);
    return said(actions).map((line) => line.replace(/ on \[.*/, ""));
  };
  const red = [check("lint", "failure"), check("e2e")];
  expect(step(red)).toEqual(["create-comment: @alice: **1 of 2 checks failed**"]);
  expect(step([running, check("e2e")]), "somebody re-runs it").toEqual([]);
  expect(step([check("lint"), check("e2e", "failure")])).toEqual(["update-comment: @alice: **1 of 2 checks failed**"]);
  expect(step([check("lint"), check("e2e", "failure"), check("late")]), "another one started late").toEqual([
    "update-comment: @alice: **1 of 3 checks failed**",
  ]);
  expect(step([check("lint"), check("e2e")])).toEqual([
    "create-comment: @alice: **All 2 checks passed**",
    "delete-comment",
  ]);
  expect(step(red), "told before: nobody is notified").toEqual(["update-comment: @alice: **1 of 2 checks failed**"]);
  const moved = said(planned(facts([], { headOid: B, comments })));
  expect(moved).toEqual([
    `update-comment: **The checks on ${sha} failed**, and \`develop\` has moved on since. How its checks end, Detoil says in a new comment.`,
  ]);
  expect(step([], B)).toHaveLength(1);
  expect(step([running], C), "and on").toEqual([]);
  expect(step(red, A, new Date(NOW.getTime() + 61_000)), "set back").toEqual([
    "update-comment: @alice: **1 of 2 checks failed**",
  ]);
  expect(step([check("lint")], C)).toEqual(["create-comment: @alice: **The only check passed**", "delete-comment"]);
});

test("a worker died before the former notice was deleted; somebody broke a marker; others may write markers", () => {
  const green = facts([check("lint")]);
  const [first] = written(planned(green));
  if (first === undefined) throw new Error("nothing was told");
  const former = { ...first, id: 1, body: first.body.replaceAll(A, B) };
  expect(said(planned({ ...green, comments: [former, { ...first, id: 2 }] }))).toEqual(["delete-comment"]);
  const broken = { ...first, body: first.body.replace('"head"', "head") };
  expect(said(planned({ ...green, comments: [broken] }))).toEqual([
    expect.stringContaining("create-comment: @alice"),
    "delete-comment",
  ]);
  const mallory = { ...first, author: { login: "mallory", bot: false } };
  expect(said(planned({ ...green, comments: [mallory] }))).toEqual([expect.stringContaining("create-comment: @alice")]);
});

test.each<[string, Partial<CiFacts>, readonly Check[], string | null]>([
  [
    "the last check ended",
    {},
    [check("lint"), check("e2e", "success", "2026-11-20T00:59:40Z")],
    "2026-11-20T01:00:40Z",
  ],
  ["it was opened", { createdAt: "2026-11-20T00:59:30Z" }, [check("lint")], "2026-11-20T01:00:30Z"],
  ["something was pushed", { committedAt: "2026-11-20T00:59:10Z" }, [check("lint")], "2026-11-20T01:00:10Z"],
  ["a clock is a little ahead", {}, [check("lint", "success", "2026-11-20T01:00:20Z")], "2026-11-20T01:01:20Z"],
  ["an App gives any time", {}, [check("lint", "success", "2030-01-01T00:00:00Z")], null],
  ["a committer's clock is wrong", { committedAt: "2030-01-01T00:00:00Z" }, [check("lint")], null],
])("runs start late, so a minute passes after %s", (_name, more, checks, until) => {
  const given = facts(checks, more);
  expect(ciAgain(given, contextOf(config, NOW))?.toISOString() ?? null).toBe(until?.replace("Z", ".000Z") ?? null);
  if (until !== null) {
    expect(planned(given)).toEqual([]);
    expect(said(planned(given, new Date(until)))).toEqual([expect.stringContaining("create-comment")]);
  }
});

test.each<[string, Partial<CiFacts>, readonly Check[], number | null]>([
  ["something ran lately", {}, [check("lint", "success", "2026-11-20T00:59:40Z"), running], 60],
  ["something runs", { committedAt: "2026-11-20T00:57:00Z" }, [running], 180],
  ["it takes its time", {}, [running], 300],
  ["it never ends", { createdAt: "2026-11-19T00:00:00Z", committedAt: "2026-11-19T20:00:00Z" }, [running], null],
  ["nothing has begun", { committedAt: "2026-11-20T00:58:00Z" }, [], 120],
  ["nothing is checked here", {}, [], null],
  ["all has ended", {}, [check("lint")], null],
])("GitHub may show late what has ended, so Detoil looks again: %s", (_name, more, checks, seconds) => {
  const again = ciAgain(facts(checks, more), contextOf(config, NOW));
  expect(again === null ? null : (again.getTime() - NOW.getTime()) / 1_000).toBe(seconds);
});

/** Saturday, three in the morning in Tokyo. */
const NIGHT = new Date("2026-11-20T18:00:00Z");

test.each<[string, Since | null, Date, string, boolean?]>([
  ["in business hours", since([[8, "renovate[bot]", A]], C), NOW, "@alice: "],
  ["at night, of what a bot merged on its own", since([[8, "renovate[bot]", A]], C), NIGHT, "alice: "],
  ["at night, of what a person merged: they are at work", since([[8, "bo", A]], C), NIGHT, "@alice: "],
  ["at night, of what was pushed", since([], C), NIGHT, "@alice: "],
  ["at night, of what ended hours ago", since([[8, "bo", A]], C), NIGHT, "alice: ", true],
  ["in business hours, of what ended hours ago", since([[8, "bo", A]], C), NOW, "@alice: ", true],
])("who is mentioned %s", (_name, given, now, begins, isOld = false) => {
  const fresh = check("lint", "success", new Date(now.getTime() - (isOld ? 3 * 3_600_000 : 120_000)).toISOString());
  const [first = ""] = said(planned(facts([fresh], { since: given }), now));
  expect(first).toMatch(new RegExp(`^create-comment: ${begins}\\*\\*The only`));
});
