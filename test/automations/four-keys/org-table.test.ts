import { expect, test } from "vitest";
import { fourKeys } from "../../../src/automations/four-keys/index.ts";
import { LATE, QUIET, READING, SHIPPING } from "../../../src/automations/four-keys/org-table/samples.ts";
import type { FourKeysSummary } from "../../../src/automations/four-keys/org-table/summary.ts";
import type { ReportFacts } from "../../../src/automations/four-keys/report/facts.ts";
import { contextOf, factsOf } from "./report/context.ts";
import { quarter } from "./report/quarter.ts";

const { orgTable, summary } = fourKeys;
const view = {
  day: (time: number) => new Date(time).toISOString().slice(0, 10),
  repoUrl: "https://github.com/acme/shop",
};
const text = orgTable?.text("en");

function summaryOf(more: Partial<ReportFacts> = {}, section: object = {}): FourKeysSummary {
  const context = contextOf(section);
  const facts = { kind: "report", report: factsOf(quarter, context, more) } as const;
  return orgTable?.parse(JSON.parse(JSON.stringify(summary?.(facts, context)))) as FourKeysSummary;
}

test("a repository's row is its own report: the same numbers, by its own sre.yml", () => {
  const issue = { number: 12, open: true, body: "", title: "Four Keys" } as never;
  expect(text?.cells(summaryOf({ issue }), view)).toEqual([
    "[2026-10-26 – 2026-11-23](https://github.com/acme/shop/issues/12)",
    "4, 1 a week · high",
    "5 d 17 h · high",
    "25% (1/4) · low",
    "6 h 30 min · high",
    "25% (1/4)",
    "–",
  ]);
  const closed = { number: 12, open: false, body: "", title: "Four Keys" } as never;
  const other = text?.cells(summaryOf({ issue: closed }, { statistic: "mean", bands: "none" }), view);
  expect(other?.slice(0, 3)).toEqual([
    "2026-10-26 – 2026-11-23",
    "4, 1 a week",
    expect.stringMatching(/^\d.* \(mean\)$/),
  ]);
});

test("nothing is said of a reconciliation that counts nothing, and what another version recorded is not read", () => {
  expect(summary?.({ kind: "none" }, contextOf())).toBeNull();
  expect(orgTable?.parse({ deployments: 3 })).toBeNull();
});

test.each<[why: string, missing: string, Partial<FourKeysSummary>]>([
  ["nothing", "–", SHIPPING],
  ["recorded since ten days", "everything before 2026-11-13", LATE],
  ["quiet for weeks", "deployments: the last was in the week of 2026-10-05", QUIET],
  [
    "never deployed",
    "deployments: none is known; is `deployments` in its sre.yml right?",
    { ...QUIET, lastDeployed: null },
  ],
  ["history is read", "history: 120 of about 800 pull requests read", READING],
  ["history begins", "history: 0 pull requests read", { ...READING, reading: { read: 0, total: null } }],
])("what a repository lacks: %s", (_why, missing, value) => {
  const cells = text?.cells(value, view) ?? [];
  expect(cells.at(-1)).toBe(missing);
  // What is not known has no number: it is not 0.
  const begins = value.reading !== null ? "– –" : value.deploymentFrequency?.deployments === 0 ? "0 –" : "12, 3 a week";
  expect(cells.slice(1, 3).join(" ")).toMatch(new RegExp(`^${begins}`));
});

test("repositories are counted, and their numbers never added up", () => {
  expect(text?.verdict([SHIPPING, LATE, QUIET, READING])).toBe("2 of 4 repositories deployed in their window.");
  expect(orgTable?.text("ja").verdict([SHIPPING, QUIET])).toContain("デプロイがあったのは1件");
});
