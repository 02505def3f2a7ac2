import fc from "fast-check";
import { expect, test } from "vitest";
import { detailOf } from "../../src/metrics/detail.ts";
import { joinRecords } from "../../src/metrics/history.ts";
import { reportOf } from "../../src/metrics/report.ts";
import type { FourKeysSettings, Window } from "../../src/metrics/settings.ts";
import { naturalKey } from "../../src/records/natural-key.ts";
import type { EventRecord, Records } from "../../src/records/record.ts";
import { runs } from "../harness/long.ts";
import { growth } from "../linear/cpu.ts";
import { randomHistory } from "./random-history.ts";
import { change, collected, commit, DAY, deployment, HOUR, incident, NOVEMBER, SETTINGS } from "./records.ts";
import { slowFourKeys } from "./reference.ts";

const settings: FourKeysSettings = { ...SETTINGS, environments: ["production", "eu"], ignoreAuthors: ["bot"] };

function measured(records: Records, window: Window = NOVEMBER, by = settings) {
  const history = joinRecords(records, by);
  return { report: reportOf(history, window, by), detail: detailOf(history, window, by) };
}

test("an independent, slow computation agrees on random histories", () => {
  const ways = new Map<string, number>();
  const seen = (way: string) => ways.set(way, (ways.get(way) ?? 0) + 1);
  const property = fc.property(randomHistory, (all) => {
    const records = collected(...all);
    const { report, detail } = measured(records);
    const slow = slowFourKeys(records, NOVEMBER, settings);
    for (const { attribution } of detail.changes) if (attribution !== null) seen(attribution);
    for (const { id } of detail.incidents) seen(/^[a-z]+/.exec(String(id))?.[0] ?? "recorded");
    for (const _ of slow.rework) seen("rework");
    const names = detail.changes
      .filter(({ deployment }) => deployment !== null)
      .map(({ repo, pull, deployment, attribution }) => `${repo} #${pull} ${deployment} ${attribution}`);
    expect(names.sort()).toEqual(slow.shipped);
    expect(
      detail.deployments
        .filter(({ failed }) => failed)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(slow.failed);
    expect(
      detail.deployments
        .filter(({ rework }) => rework)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(slow.rework);
    expect(report.deploymentFrequency.deployments).toBe(slow.deployments);
    expect(report.leadTime.p50).toBe(slow.lead);
    expect(report.recoveryTime).toMatchObject({ incidents: slow.resolved.length, p50: slow.recovery });
    expect(report.unattributed).toEqual(slow.unattributed);
  });
  fc.assert(property, runs(400));
  // The histories are not empty of what they test.
  for (const way of ["listed", "first", "commits", "merge-time", "recorded", "revert", "rollback", "hotfix", "rework"])
    expect([way, (ways.get(way) ?? 0) > 15]).toEqual([way, true]);
});

const shuffledTwice = randomHistory.chain((all) =>
  fc.record({ all: fc.constant(all), again: fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }) }),
);

test("order and repetition do not matter, even where a name has two contents", () => {
  fc.assert(
    fc.property(shuffledTwice, ({ all, again }) => {
      expect(measured(collected(...again))).toEqual(measured(collected(...all)));
    }),
  );
});

test("windows add up, and so do their weeks", () => {
  const cut = fc.integer({ min: 1, max: 28 * 24 - 1 }).map((hours) => NOVEMBER.from + hours * 3_600_000);
  fc.assert(
    fc.property(randomHistory, cut, (all, at) => {
      const records = collected(...all);
      const [whole, first, second] = [NOVEMBER, { ...NOVEMBER, to: at }, { ...NOVEMBER, from: at }].map(
        (window) => measured(records, window).report,
      );
      const counts = (report: typeof whole) =>
        report && [
          report.deploymentFrequency.deployments,
          report.leadTime.changes,
          report.changeFailRate.failed,
          report.recoveryTime.incidents,
          report.reworkRate.rework,
          report.unattributed.changes,
          report.unattributed.incidents,
        ];
      const [a, b] = [counts(first), counts(second)];
      expect(counts(whole)).toEqual(a?.map((count, index) => count + (b?.[index] ?? 0)));
      const ofWeeks = whole?.weeks.reduce((sum, { deployments }) => sum + deployments, 0);
      expect(ofWeeks).toBe(whole?.deploymentFrequency.deployments);
    }),
  );
});

function shifted(record: EventRecord, by: number): EventRecord {
  const moved = Object.entries(record).map(([key, value]) =>
    key.endsWith("At") && typeof value === "number" ? [key, value + by] : [key, value],
  );
  return Object.fromEntries(moved) as EventRecord;
}

test("a shifted clock shifts nothing but the dates", () => {
  const weeks = fc.integer({ min: -100, max: 100 }).map((count) => count * 7 * DAY);
  fc.assert(
    fc.property(randomHistory, weeks, (drawn, by) => {
      // Content decides between two records of one name at one time, and times are content: each name once.
      const all = [...new Map(drawn.map((record) => [naturalKey(record), record])).values()];
      const window = { from: NOVEMBER.from + by, to: NOVEMBER.to + by };
      const then = measured(collected(...all.map((record) => shifted(record, by))), window);
      const now = measured(collected(...all));
      const undated = ({ report, detail }: typeof now) => ({
        detail,
        report: { ...report, from: "", to: "", weeks: report.weeks.map((week) => ({ ...week, start: "" })) },
      });
      expect(undated(then)).toEqual(undated(now));
    }),
    runs(50),
  );
});

test("an unrelated repository changes nothing", () => {
  const of = (name: string) => randomHistory.map((all) => all.filter(({ repo }) => repo === name));
  fc.assert(
    fc.property(of("acme/shop"), of("acme/web"), (own, other) => {
      const shop = { ...settings };
      const alone = measured(collected(...own), NOVEMBER, shop).detail;
      const beside = measured(collected(...own, ...other), NOVEMBER, shop).detail;
      const elsewhere = measured(collected(...other), NOVEMBER, shop).detail;
      expect(beside.changes.filter(({ repo }) => repo === "acme/shop")).toEqual(alone.changes);
      expect(beside.deployments.length).toBe(alone.deployments.length + elsewhere.deployments.length);
      expect(beside.incidents.length).toBe(alone.incidents.length + elsewhere.incidents.length);
    }),
  );
});

/** A change every hour, a deployment of each tenth, a roll-back after each hundredth, an incident now and then. */
function longHistory(length: number): Records {
  const records: EventRecord[] = [commit("m0")];
  for (let at = 1; at <= length; at += 1) {
    const time = NOVEMBER.from + at * HOUR;
    records.push(
      commit(`m${at}`, `m${at - 1}`),
      change(at, time, { firstCommitAt: time - DAY, openedAt: time - HOUR }),
    );
    if (at % 10 === 0) records.push(deployment(at, `m${at}`, time + HOUR));
    if (at % 100 === 0) records.push(deployment(`back ${at}`, `m${at - 10}`, time + 2 * HOUR));
    if (at % 50 === 0) records.push(incident(at, time + 90 * 60_000, time + 2 * HOUR));
  }
  return collected(...records);
}

/** Every second deployment goes back to the very first commit. */
function flappingHistory(length: number): Records {
  const records: EventRecord[] = [commit("m0"), deployment(0, "m0", NOVEMBER.from)];
  for (let at = 1; at <= length; at += 1) {
    const time = NOVEMBER.from + at * HOUR;
    records.push(commit(`m${at}`, `m${at - 1}`));
    if (at % 4 === 0) records.push(deployment(at, at % 8 === 0 ? "m0" : `m${at}`, time));
  }
  return collected(...records);
}

test.each([
  { name: "a long history", of: longHistory },
  { name: "roll-backs from one end to the other", of: flappingHistory },
])("four times as much of $name takes about four times as long", ({ of }) => {
  const histories = new Map([16_384, 8_192, 4_096].map((length) => [length, of(length)]));
  const years = { from: NOVEMBER.from, to: NOVEMBER.from + 1000 * DAY };
  const times = growth(
    ({ length }) => measured(histories.get(length) ?? collected(), years),
    (length) => " ".repeat(length),
    { longest: 16_384 },
  );
  expect(times).toBeNull();
});
