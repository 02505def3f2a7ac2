import { expect, test } from "vitest";
import { detailOf } from "../../src/metrics/detail.ts";
import { joinRecords } from "../../src/metrics/history.ts";
import type { FourKeysSettings } from "../../src/metrics/settings.ts";
import type { EventRecord } from "../../src/records/record.ts";
import { change, collected, commit, deployment, NOVEMBER, november, SETTINGS } from "./records.ts";

/** `#N → deployment by how`, once for each service. */
function shipped(records: readonly EventRecord[], settings: Partial<FourKeysSettings> = {}): string[] {
  const all = { ...SETTINGS, ...settings };
  const { changes } = detailOf(joinRecords(collected(...records), all), NOVEMBER, all);
  return changes.map(({ pull, deployment: by, attribution }) => `#${pull} ${by} ${attribution}`);
}

// main: r ─ m1 ─ m2 ─ m3 ─ m4
const line = [commit("r"), commit("m1", "r"), commit("m2", "m1"), commit("m3", "m2"), commit("m4", "m3")];
const one = change(1, november(1));
const two = change(2, november(2));
const three = change(3, november(3));
const four = change(4, november(4));

test("the first deployment of a series takes only the change that it deployed", () => {
  expect(shipped([one, two, ...line, deployment(1, "m2", november(5))])).toEqual(["#1 null null", "#2 1 first"]);
});

test("commits: what is reachable and was not before, whenever it was merged", () => {
  const late = change(3, november(20));
  const records = [one, two, late, ...line, deployment(1, "m1", november(5)), deployment(2, "m3", november(6))];
  expect(shipped(records)).toEqual(["#1 1 first", "#2 2 commits", "#3 2 commits"]);
});

test("a side branch that was merged before, and one that was not", () => {
  // m2 merges b (of #5, merged into the branch of #2): both ship with m2.
  const graph = [commit("r"), commit("m1", "r"), commit("m5", "r"), commit("m2", "m1", "m5"), commit("m3", "m1")];
  const nested = change(5, november(1));
  const records = [one, two, three, nested, ...graph];
  expect(
    shipped([
      ...records,
      deployment(1, "m1", november(5)),
      deployment(2, "m2", november(6)),
      deployment(3, "m3", november(7)),
    ]),
  ).toEqual(["#1 1 first", "#5 2 commits", "#2 2 commits", "#3 3 commits"]);
});

test("merge time, where the record of the deployed sha is not known: after the last finish, up to this one", () => {
  const records = [
    one,
    two,
    three,
    four,
    deployment(1, "x", november(1)),
    deployment(2, "y", november(3)),
    deployment(3, null, november(4)),
  ];
  expect(shipped(records)).toEqual(["#1 null null", "#2 2 merge-time", "#3 2 merge-time", "#4 3 merge-time"]);
});

test("a commit that is known only as a parent still ends what a later deployment brings", () => {
  const records = [one, two, commit("m2", "m1"), deployment(1, "m1", november(5)), deployment(2, "m2", november(6))];
  expect(shipped(records)).toEqual(["#1 1 first", "#2 2 commits"]);
  // The deployed commit itself is only a parent: its record is not known.
  expect(
    shipped([one, two, commit("m3", "m2"), deployment(1, "r", november(1, -1)), deployment(2, "m2", november(2))]),
  ).toEqual(["#1 2 merge-time", "#2 2 merge-time"]);
});

test("a list wins over everything, also over the first of a series, and an empty one brings nothing", () => {
  const records = [
    one,
    two,
    three,
    ...line,
    deployment(1, "m1", november(5), { changes: ["m2"] }),
    deployment(2, "m3", november(6), { changes: [] }),
    deployment(3, "m3", november(7), { changes: ["m3", "m1", "nothing"] }),
  ];
  expect(shipped(records)).toEqual(["#1 3 listed", "#2 1 listed", "#3 3 listed"]);
});

test("an empty list of a first deployment brings not even its own commit", () => {
  expect(shipped([one, ...line, deployment(1, "m1", november(5), { changes: [] })])).toEqual(["#1 null null"]);
});

test("claimed by several deployments: the one that finished first has it", () => {
  const more = { environment: "eu" };
  const records = [
    one,
    two,
    ...line,
    deployment(1, "m1", november(5)),
    deployment(2, "m1", november(4), more),
    deployment(3, "m2", november(8)),
    deployment(4, "m2", november(7), more),
  ];
  expect(shipped(records, { environments: ["production", "eu"] })).toEqual(["#1 2 first", "#2 4 commits"]);
  expect(shipped(records, { environments: null })).toEqual(["#1 2 first", "#2 4 commits"]);
  expect(shipped(records)).toEqual(["#1 1 first", "#2 3 commits"]);
});

test("failed deployments and those to other environments do not exist, not even as the previous one", () => {
  const records = [
    two,
    three,
    ...line,
    deployment(1, "m1", november(5)),
    deployment(2, "m2", november(6), { status: "failure" }),
    deployment(3, "m2", november(6), { environment: "staging" }),
    deployment(4, "m3", november(7)),
  ];
  expect(shipped(records)).toEqual(["#2 4 commits", "#3 4 commits"]);
});

test("other repositories are other histories", () => {
  const records = [one, two, deployment(1, "m1", november(1)), deployment(2, "m2", november(6), { repo: "acme/web" })];
  expect(shipped(records)).toEqual(["#1 1 first", "#2 null null"]);
});

test("services: a change ships with its service or with everything, a deployment of none ships all", () => {
  const web = change(1, november(1), { services: ["web"] });
  const api = change(2, november(2), { services: ["api"] });
  const both = change(3, november(3), { services: ["web", "api"] });
  const none = change(4, november(4));
  const deployments = [
    deployment(1, "r", november(1, -1), { service: "web" }),
    deployment(2, "m4", november(10), { service: "web" }),
    deployment(3, "r", november(1, -1)),
    deployment(4, "m4", november(12)),
  ];
  expect(shipped([web, api, both, none, ...line, ...deployments])).toEqual([
    "#1 2 commits",
    "#2 4 commits",
    "#3 4 commits",
    "#3 2 commits",
    "#4 2 commits",
  ]);
});

test("a bot's changes count like anybody's, and an author who is ignored has none anywhere", () => {
  const bot = change(2, november(2), { author: "Renovate[bot]" });
  const records = [bot, three, ...line, deployment(1, "m1", november(5)), deployment(2, "m3", november(6))];
  expect(shipped(records)).toEqual(["#2 2 commits", "#3 2 commits"]);
  expect(shipped(records, { ignoreAuthors: ["renovate[bot]"] })).toEqual(["#3 2 commits"]);
  expect(
    shipped([bot, ...line, deployment(1, "m2", november(6), { changes: ["m2"] })], {
      ignoreAuthors: ["renovate[bot]"],
    }),
  ).toEqual([]);
});

test("what waits for the next deployment, and what was missed", () => {
  const waiting = (...records: EventRecord[]) =>
    joinRecords(collected(...records), SETTINGS).shippings.map(({ change: { pull }, waits }) => `#${pull} ${waits}`);
  // By commits: #4 is not in m3; #1 was there before the first deployment.
  const byCommits = [...line, deployment(1, "m2", november(5)), deployment(2, "m3", november(6))];
  expect(waiting(one, two, three, four, ...byCommits)).toEqual(["#1 false", "#2 false", "#3 false", "#4 true"]);
  // By time: merged after the last one finished.
  expect(waiting(one, four, deployment(1, null, november(3)))).toEqual(["#1 false", "#4 true"]);
  // Nobody deploys there.
  expect(waiting(one)).toEqual(["#1 false"]);
  // Another service's deployments do not bring it.
  const api = change(4, november(4), { services: ["api"] });
  expect(waiting(api, deployment(1, null, november(3), { service: "web" }))).toEqual(["#4 false"]);
});
