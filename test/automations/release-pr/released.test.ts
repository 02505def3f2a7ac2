import { expect, test } from "vitest";
import type { LaneFacts, Release } from "../../../src/automations/release-pr/facts.ts";
import { plan } from "../../../src/automations/release-pr/plan.ts";
import type { Action } from "../../../src/github/actions.ts";
import { configOf, contextOf, day, laneFacts, lanesFacts, oid, openPull, squashes } from "./history.ts";

type Words = Record<string, unknown>;

const MERGED = "2026-11-20T09:55:00Z";
const NOW = new Date("2026-11-20T10:00:00Z");
const TOKYO = { timezone: "Asia/Tokyo" };

/** What Detoil writes into the open pull request of a lane with `words` and #1 to #3 waiting, around this text. */
function openBody(words: Words = {}, top: Words = TOKYO, around = ""): string {
  const config = configOf(words, top);
  const { commits, pulls } = squashes([1, { labels: ["do-not-release"] }], [2], [3, { labels: ["tiny"] }]);
  const facts = laneFacts(config, commits, pulls, { openPull: openPull({ body: around }) });
  const update = plan(lanesFacts(facts), contextOf(config, NOW)).find(({ action }) => action === "update-pull-request");
  if (update?.action !== "update-pull-request" || update.body === undefined) throw new Error("it was written");
  return update.body;
}

function release(body: string, more: Partial<Release> = {}): Release {
  const merge = { headOid: oid("tip"), mergeCommit: oid("merge"), mergeParents: [oid("main"), oid("tip")] };
  return {
    number: 50,
    createdAt: day(19),
    mergedAt: MERGED,
    ...merge,
    warned: false,
    body,
    overwritten: null,
    ...more,
  };
}

function afterwards(releases: readonly Release[], more: Partial<LaneFacts> = {}, now = NOW, top: Words = TOKYO) {
  const config = configOf({}, top);
  return plan(lanesFacts(laneFacts(config, [], [], { releases, ...more })), contextOf(config, now));
}

function written([update, ...more]: readonly Action[]): string {
  expect(more).toEqual([]);
  if (update?.action !== "update-pull-request" || update.body === undefined) throw new Error("it is said");
  expect(update.number).toBe(50);
  expect(Object.keys(update).sort()).toEqual(["action", "because", "body", "expects", "number"]);
  return update.body;
}

const lines = (body: string) => body.split("\n").filter((line) => !line.startsWith("<!--"));
const END = /^<sub>\[Detoil\]/;

test("the first line says when, and all that waited for it is gone", () => {
  const body = openBody({ "exclude-labels": ["tiny"] })
    .replace("- [ ] #1 @alice", "- [x] #1 @alice looked at")
    .replace("- [ ] #2", "## Later\n\n- [ ] ask QA\n- [ ] #2");
  expect(lines(body)[0]).toMatch(/^\*\*3 pull requests\*\*/);
  expect(body).toContain("On hold: #1");
  expect(body).toContain("Create a merge commit");
  expect(lines(written(afterwards([release(body)])))).toEqual([
    "**Released** on Fri 20 Nov 18:55 JST",
    "",
    "- [x] #1 @alice looked at",
    "## Later",
    "",
    "- [ ] ask QA",
    "- [ ] #2 @alice",
    "",
    "Also in this release: not listed because of their label: #3",
    "",
    expect.stringMatching(END),
  ]);
});

test("in Japanese", () => {
  const top = { ...TOKYO, language: "ja" };
  const body = openBody({ freeze: ["2026-11-20"], "sign-off": true }, top);
  expect(lines(body).length).toBeGreaterThan(10);
  expect(lines(written(afterwards([release(body)], {}, NOW, top)))).toEqual([
    "11月20日(金)18:55 JST に**リリースされました**。",
    "",
    "- [ ] #1 @alice",
    "- [ ] #2 @alice",
    "- [ ] #3 @alice",
    "",
    expect.stringMatching(END),
  ]);
});

test("it stands above the team's own introduction; text around the block stays byte for byte", () => {
  const body = `${openBody({ intro: "- [ ] announced\n- [ ] on call knows" }, TOKYO, "Mine.\r\n  ")}\r\n\r\nAlso mine. `;
  const after = written(afterwards([release(body.replace("- [ ] announced", "- [x] announced"))]));
  expect(after).toMatch(/^Mine\.\r\n {2}/);
  expect(after).toMatch(/-->\r\n\r\nAlso mine\. $/);
  expect(lines(after).slice(3, 7)).toEqual([
    "**Released** on Fri 20 Nov 18:55 JST",
    "",
    "- [x] announced",
    "- [ ] on call knows",
  ]);
});

test("a line of ours that somebody added a word to goes too", () => {
  const body = openBody().replace(/^(\*\*3 pull requests.*)$/m, "$1 (on Friday!)");
  expect(body).toContain("(on Friday!)");
  expect(written(afterwards([release(body)]))).not.toContain("waiting");
});

const HIDDEN = /<!-- detoil:release .*? -->/;

test.each<[string, () => Partial<Release>, Date?]>([
  ["it is said already", () => ({ body: written(afterwards([release(openBody())])) })],
  ["somebody changed the line since", () => ({ body: written(afterwards([release(openBody())])).replace("**R", "R") })],
  ["somebody took the line away", () => ({ body: written(afterwards([release(openBody())])).replace(/\*\*R.*/, "") })],
  ["nobody wrote anything", () => ({ body: "" })],
  ["a list of somebody else's", () => ({ body: "- [ ] #1 @alice\n- [ ] #2 @alice" })],
  ["somebody removed the block", () => ({ body: "We shipped." })],
  ["the block's marker was lost", () => ({ body: openBody().replace(HIDDEN, "<!-- detoil:release -->") })],
  ["a block that no longer waited", () => ({ body: openBody().replace(/,"until":"[^"]*"/, "") })],
  ["a week ago", () => ({ body: openBody() }), new Date("2026-11-27T09:55:00Z")],
])("nothing is written: %s", (_name, words, now) => {
  expect(afterwards([release("", words())], {}, now)).toEqual([]);
});

test("a day before that it is, with the year where it was another one", () => {
  const body = openBody();
  const late = new Date("2026-11-27T09:54:00Z");
  expect(written(afterwards([release(body)], {}, late))).toContain("**Released** on Fri 20 Nov 18:55 JST\n");
  const [mergedAt, now] = ["2026-12-31T14:00:00Z", new Date("2026-12-31T15:00:00Z")];
  expect(written(afterwards([release(body, { mergedAt })], {}, now))).toContain(
    "**Released** on Thu 31 Dec 2026 23:00 JST\n",
  );
});

test.each<[string, readonly string[], number]>([
  ["squashed", [oid("main")], 2],
  ["merged", [oid("main"), oid("tip")], 1],
])("however it was %s", (_name, mergeParents, writes) => {
  const planned = afterwards([release(openBody(), { mergeParents })]);
  expect(planned.map(({ action }) => action)).toEqual(["update-pull-request", "create-comment"].slice(0, writes));
});

test("an older release that still waits says so too, beside the next one that is open", () => {
  const config = configOf({}, TOKYO);
  const older = release(openBody(), { number: 40, mergedAt: day(18) });
  const newer = release("", { number: 45 });
  const { commits, pulls } = squashes([60]);
  const facts = laneFacts(config, commits, pulls, { releases: [newer, older], openPull: openPull() });
  const updates = plan(lanesFacts(facts), contextOf(config, NOW)).filter(
    ({ action }) => action === "update-pull-request",
  );
  expect(updates).toMatchObject([
    { number: 50, body: expect.stringContaining("**1 pull request** is waiting") },
    { number: 40, body: expect.stringContaining("**Released** on Wed 18 Nov 18:00 JST") },
  ]);
});

test("what a person wrote just before it is put back, once, with the line or after it", () => {
  const before = openBody();
  const edited = before.replace("- [ ] #1", "- [x] #1");
  const said = written(afterwards([release(before)]));
  const overwritten = said.replace("- [ ] #1", "- [x] #1");
  expect(written(afterwards([release(said, { overwritten })]))).toBe(overwritten);
  expect(written(afterwards([release(said, { overwritten: edited })]))).toBe(overwritten);
  expect(afterwards([release(overwritten, { overwritten })])).toEqual([]);
});
