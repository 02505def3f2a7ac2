import { expect, test } from "vitest";
import { fourKeys } from "../../../../src/automations/four-keys/index.ts";
import { planReport } from "../../../../src/automations/four-keys/report/plan.ts";
import {
  DEFINITIONS,
  type Definition,
  definitionChanges,
  definitionsWith,
} from "../../../../src/records/definitions.ts";
import { contextOf, factsOf, NOW } from "./context.ts";
import { at, quarter } from "./quarter.ts";

const LANES = [{ from: "develop", to: "main" }];
const before = (section: object = {}, known: readonly Definition[] = []) =>
  definitionsWith(known, contextOf(section).section, LANES, new Date(at(84)));

test("what counts from the beginning is no change, and neither is what decides nothing", () => {
  const known = before();
  expect(known).toMatchObject([{ since: null, settings: { statistic: '"p50"', "incidents.labels": '["incident"]' } }]);
  const same = { window: "8 weeks", bands: "none", report: "0 9 * * tue", comment: true, "week-starts": "sun" };
  expect(before(same, known)).toBe(known);
  expect(definitionChanges(known)).toEqual([]);
});

test.each<[keys: string, section: object]>([
  ["deployments", { deployments: { tag: "v*" } }],
  ["deployments", { deployments: { environment: ["production", "asia"] } }],
  ["incidents.exclude-labels", { incidents: { "exclude-labels": ["sev4"] } }],
  ["incidents.rollbacks", { incidents: { rollbacks: false } }],
  ["lead-time,statistic", { "lead-time": "merged", statistic: "mean" }],
  ["ignore-authors", { "ignore-authors": ["renovate[bot]"] }],
])("another %s is", (keys, section) => {
  const changes = definitionChanges(before(section, before()));
  expect(changes).toEqual([{ at: at(84), keys: keys.split(",") }]);
});

test("other lanes are one, too; a key that an earlier version did not know is none", () => {
  const [first] = before();
  const { section } = contextOf();
  const lanes = definitionsWith(before(), section, [], NOW);
  expect(definitionChanges(lanes)).toEqual([{ at: NOW.getTime(), keys: ["release.lanes"] }]);
  const { statistic: _, ...settings } = first?.settings ?? {};
  expect(definitionsWith([{ since: null, settings }], section, LANES, NOW)).toHaveLength(1);
});

test("it is recorded once, whatever became of the issue", () => {
  const context = contextOf();
  const report = (isDefinedAnew: boolean) => ({
    kind: "report" as const,
    report: factsOf(quarter, context, { definitions: before(), isDefinedAnew }),
  });
  expect(fourKeys.records?.(report(true), context)).toEqual({
    readings: [],
    cursors: [{ name: DEFINITIONS, value: before() }],
  });
  expect(fourKeys.records?.(report(false), context)).toEqual({ readings: [], cursors: [] });
});

function textWith(definitions: readonly Definition[], file: object = {}): string {
  const context = contextOf({ statistic: "mean" }, file);
  const [create] = planReport(factsOf(quarter, context, { definitions }), context);
  if (create?.action !== "create-issue") throw new Error("no issue");
  return create.body;
}

test("the week in which something else began to count is marked in charts and table, and said below", () => {
  const text = textWith(before({ statistic: "mean" }, before()));
  const axes = [...text.matchAll(/x-axis \[(.*)\]/g)].map(([, axis = ""]) => axis);
  expect(axes).toHaveLength(2);
  for (const axis of axes) expect(axis.match(/"[^"]*†"/g)).toEqual(['"2 Nov †"']);
  expect(text).toContain("| Mon 2 Nov † | 1 |");
  expect(text).toContain(
    "† `statistic` changed in sre.yml on Mon 2 Nov 12:00 JST.<br>The time before is counted in the new way, too, as far as it was recorded.",
  );
  expect(textWith(before({ statistic: "mean" }, before()), { language: "ja" })).toContain(
    "† 11月2日(月)12:00 JST に sre.yml の `statistic` が変わりました。",
  );
});

test("a change of this week has no week in the charts yet, and one from long ago is over", () => {
  const [first] = before();
  const [, changed] = before({ statistic: "mean" }, before());
  if (first === undefined || changed === undefined) throw new Error("no change");
  const since = (time: number) => textWith([first, { ...changed, since: new Date(time).toISOString() }]);
  expect(since(NOW.getTime())).toContain("\n\n`statistic` changed in sre.yml on Tue 24 Nov 10:30 JST.<br>");
  expect(since(at(-100))).not.toContain("changed in sre.yml");
  expect(textWith(before())).not.toContain("†");
});

test.each<[section: object, completeFrom: number | null, says: string]>([
  [{}, at(0), "Deployments are GitHub deployments to `production`; the records are complete from Mon 10 Aug on."],
  [{ deployments: { tag: "v*" } }, null, "Deployments are tags named `v*`; not everything is read yet."],
  [
    { deployments: { external: true } },
    at(0),
    "Deployments are those that a pipeline records: what none recorded is not known. Merges and incidents are complete from Mon 10 Aug on.",
  ],
])("the issue says what it rests on, and from which day on it is complete: %j", (section, completeFrom, says) => {
  const context = contextOf(section);
  const facts = factsOf(quarter, context, { history: { reading: null, completeFrom } });
  const [create] = planReport(facts, context);
  expect(create).toMatchObject({ action: "create-issue", body: expect.stringContaining(`\n\n${says}\n\n`) });
});
