import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPORTS } from "./automations/report.ts";

const TESTS = [
  "automations/reports-about-config.test.ts",
  "automations/reports-about-milestones.test.ts",
  "automations/release-pr/reports.test.ts",
  "config/pitfalls.test.ts",
];

test("every public report has its test", () => {
  if (!existsSync(REPORTS)) {
    console.warn(`public reports not found beside this checkout: ${REPORTS}`);
    return;
  }
  const tests = TESTS.map((file) => readFileSync(join(import.meta.dirname, file), "utf8")).join("\n");
  const reports = readdirSync(REPORTS).flatMap((file) => /^(?!README)(.+)\.md$/.exec(file)?.[1] ?? []);
  // those about a sre.yml are named there without their common part
  const isTested = (report: string) => tests.includes(report) || tests.includes(report.replace(/^config-/, ""));
  expect(reports.length).toBeGreaterThan(40);
  expect(reports.filter((report) => !isTested(report))).toEqual([]);
});
