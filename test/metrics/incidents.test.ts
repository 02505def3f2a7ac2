import { expect, test } from "vitest";
import { detailOf } from "../../src/metrics/detail.ts";
import { joinRecords } from "../../src/metrics/history.ts";
import { reportOf } from "../../src/metrics/report.ts";
import type { FourKeysSettings } from "../../src/metrics/settings.ts";
import type { EventRecord } from "../../src/records/record.ts";
import { change, collected, commit, deployment, incident, NOVEMBER, november, SETTINGS } from "./records.ts";

/** `incident: deployment, hours`, and which deployments are rework. */
function seen(records: readonly EventRecord[], settings: Partial<FourKeysSettings> = {}) {
  const all = { ...SETTINGS, ...settings };
  const { incidents, deployments } = detailOf(joinRecords(collected(...records), all), NOVEMBER, all);
  return {
    incidents: incidents.map(
      ({ id, deployment: by, seconds }) => `${id}: ${by}, ${seconds === null ? null : seconds / 3600}`,
    ),
    failed: deployments.filter(({ failed }) => failed).map(({ id }) => id),
    rework: deployments.filter(({ rework }) => rework).map(({ id }) => id),
  };
}

const line = [commit("r"), commit("m1", "r"), commit("m2", "m1"), commit("m3", "m2"), commit("m4", "m3")];
const two = [deployment(1, "m1", november(5)), deployment(2, "m2", november(6))];

test.each([
  { name: "before the first", opened: november(4), by: null },
  { name: "at the very finish of the first", opened: november(5), by: null },
  { name: "after the first", opened: november(5, 1), by: 1 },
  { name: "at the very finish of the second", opened: november(6), by: 1 },
  { name: "after the last", opened: november(7), by: 2 },
])("an incident without a name belongs to the latest deployment strictly before it: $name", ({ opened, by }) => {
  const { incidents, failed } = seen([...two, incident("i", opened, opened + 3_600_000)]);
  expect(incidents).toEqual([`i: ${by}, 1`]);
  expect(failed).toEqual(by === null ? [] : [by]);
});

test("a name wins over the time, as a text or a number; an unknown one links to none", () => {
  const named = (name: string | number) => incident(`of ${name}`, november(7), null, { deployment: name });
  expect(seen([...two, named("1"), named(2), named(3)]).incidents).toEqual([
    "of 1: 1, null",
    "of 2: 2, null",
    "of 3: null, null",
  ]);
});

test("only deployments of its own repository and to configured environments can be its cause", () => {
  const others = [
    deployment(3, "m3", november(7), { repo: "acme/web" }),
    deployment(4, "m3", november(7), { environment: "staging" }),
    deployment(5, "m3", november(7), { status: "failure" }),
  ];
  const named = incident("b", november(9), null, { deployment: 4 });
  expect(seen([...two, ...others, incident("a", november(8), null), named]).incidents).toEqual([
    "a: 2, null",
    "b: null, null",
  ]);
});

test("a merged revert of a deployed change: from its creation to the deployment that ships it", () => {
  const original = change(2, november(6, -2));
  const revert = change(3, november(7), { reverts: "m2", openedAt: november(6, 4) });
  expect(seen([original, revert, ...line, ...two, deployment(3, "m3", november(6, 10))])).toEqual({
    incidents: ["revert/3: 2, 6"],
    failed: [2],
    rework: [3],
  });
  // Not shipped so far: it goes on.
  expect(seen([original, revert, ...line, ...two]).incidents).toEqual(["revert/3: 2, null"]);
  // Not merged, of something that was never deployed, or switched off.
  expect(seen([original, { ...revert, mergedAt: null }, ...line, ...two]).incidents).toEqual([]);
  expect(
    seen([{ ...original, sha: "elsewhere" }, { ...revert, reverts: "elsewhere" }, ...line, ...two]).incidents,
  ).toEqual([]);
  expect(seen([original, revert, ...line, ...two], { reverts: false }).incidents).toEqual([]);
  expect(
    seen([original, { ...revert, labels: ["SEV4"] }, ...line, ...two], { excludeLabels: ["sev4"] }).incidents,
  ).toEqual([]);
});

test("a change that ships together with its revert never failed", () => {
  const records = [change(2, november(5, 1)), change(3, november(5, 2), { reverts: "m2", openedAt: november(5, 1) })];
  expect(seen([...records, ...line, deployment(1, "m1", november(5)), deployment(2, "m3", november(6))])).toEqual({
    incidents: [],
    failed: [],
    rework: [],
  });
});

test("a roll-back: the replaced deployment failed from its finish to that of the older commit", () => {
  const back = deployment(3, "m1", november(6, 5));
  expect(seen([...line, ...two, back])).toEqual({ incidents: ["rollback/3: 2, 5"], failed: [2], rework: [] });
  expect(seen([...line, ...two, back], { rollbacks: false }).incidents).toEqual([]);
  // Without the graph nobody knows which is older.
  expect(seen([...two, back]).incidents).toEqual([]);
  // The same commit again is none, and neither is one that goes forward from there.
  const again = [
    back,
    deployment(4, "m1", november(7)),
    deployment(5, "m2", november(8)),
    deployment(6, "m4", november(9)),
  ];
  expect(seen([...line, ...two, ...again]).incidents).toEqual(["rollback/3: 2, 5"]);
  // Another environment runs its own series.
  expect(seen([...line, ...two, { ...back, environment: "eu" }], { environments: null }).incidents).toEqual([]);
});

test("a commit beside the deployed one is no roll-back", () => {
  const graph = [commit("r"), commit("m1", "r"), commit("m2", "m1"), commit("side", "m1")];
  const records = [deployment(1, "side", november(4)), ...two.slice(1), deployment(3, "side", november(7))];
  expect(seen([...graph, ...records]).incidents).toEqual([]);
});

test("no roll-back incident where another one names the replaced deployment; one that is linked by time is not a name", () => {
  const back = deployment(3, "m1", november(6, 5));
  const page = incident("page", november(6, 1), november(6, 6));
  expect(seen([...line, ...two, back, { ...page, deployment: 2 }]).incidents).toEqual(["page: 2, 5"]);
  expect(seen([...line, ...two, back, page]).incidents).toEqual(["rollback/3: 2, 5", "page: 2, 5"]);
  // The revert of what it brought names it too.
  const reverted = [change(2, november(5, 1)), change(3, november(7), { reverts: "m2", openedAt: november(6, 1) })];
  expect(seen([...line, ...two, back, ...reverted]).incidents).toEqual(["revert/3: 2, null"]);
});

test("a hotfix that names what it repairs, unless another incident names that deployment", () => {
  const broken = change(2, november(5, 1));
  const hotfix = change(3, november(6, 3), { labels: ["Hotfix"], repairs: 2, openedAt: november(6, 2) });
  const fixed = [broken, hotfix, ...line, ...two, deployment(3, "m3", november(6, 4))];
  expect(seen(fixed)).toEqual({ incidents: ["hotfix/3: 2, 2"], failed: [2], rework: [3] });
  expect(seen([...fixed, incident("i", november(6, 1), null, { deployment: 2 })]).incidents).toEqual(["i: 2, null"]);
  // A label alone makes rework, no incident; without the label neither.
  expect(seen(fixed.map((each) => (each === hotfix ? { ...hotfix, repairs: null } : each)))).toEqual({
    incidents: [],
    failed: [],
    rework: [3],
  });
  expect(seen(fixed.map((each) => (each === hotfix ? { ...hotfix, labels: [] } : each)))).toEqual({
    incidents: [],
    failed: [],
    rework: [],
  });
});

test("two hotfixes of one deployment are one incident, the one that was opened first", () => {
  const hotfix = (pull: number, hours: number) =>
    change(pull, november(6, 9), { labels: ["hotfix"], repairs: 2, openedAt: november(6, hours) });
  const records = [change(2, november(5, 1)), hotfix(3, 5), hotfix(4, 2), ...line, ...two];
  expect(seen(records).incidents).toEqual(["hotfix/4: 2, null"]);
});

test("a recorded incident under the name of a derived one replaces it", () => {
  const records = [change(2, november(5, 1)), change(3, november(7), { reverts: "m2", openedAt: november(6, 1) })];
  const recorded = incident("revert/3", november(6, 2), november(6, 3), { deployment: 2 });
  expect(seen([...records, ...line, ...two, recorded]).incidents).toEqual(["revert/3: 2, 1"]);
});

test("unlinked ones are counted when they opened in the window, recoveries when they ended in it", () => {
  const report = (...records: EventRecord[]) =>
    reportOf(joinRecords(collected(...records), SETTINGS), NOVEMBER, SETTINGS);
  const early = incident("early", november(1, -5), november(1));
  const late = incident("late", november(29, -1), november(29));
  expect(report(early, late)).toMatchObject({
    recoveryTime: { incidents: 1, seconds: 5 * 3600, p50: 5 * 3600, band: "high" },
    unattributed: { changes: 0, incidents: 1 },
  });
});
