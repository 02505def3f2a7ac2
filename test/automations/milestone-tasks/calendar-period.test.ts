import { expect, test } from "vitest";
import { nextMilestone } from "../../../src/automations/milestone-tasks/closing/next-milestone.ts";
import { closed, context, facts } from "./facts.ts";

const titleAfter = (title: string) => {
  const next = nextMilestone(facts({ milestone: closed(undefined, { title }) }), context());
  return next.kind === "new" ? next.title : `#${next.milestone.number}`;
};

// Esri/calcite-design-system#4874, microsoft/fluentui#26149: a date that was counted up is another date, or none.
test.each([
  // Days
  "2026-11-30",
  "2026/11/30",
  "2026.11.30",
  "2026-1-9",
  "2026-11-30 10:00",
  "2026-11-30T10:00Z",
  "Release 20261130",
  "261130",
  "30.11.2026",
  "30.11.",
  "11/30/2026",
  "11/30/26",
  "Release 11/30",
  "11/30-12/4",
  "November 30",
  "Nov 30th, 2026",
  "Nov. 30",
  "30 November",
  "30th of November 2026",
  "30 Nov '26",
  "Nov 30-4",
  "v1.2 (2026-11-30)",
  "Sprint 12 (Nov 30)",
  "11月30日",
  "2026年11月30日",
  "11月30日(月)",
  // Months
  "2026-11",
  "2026/11",
  "202611",
  "11/2026",
  "November 2026",
  "Nov 2026",
  "nov-26",
  "2026 November",
  "September'26",
  "2026年11月",
  "11月",
  "11月分",
  "2026年3月期",
  // Weeks
  "Sprint 2026-W53",
  "2026w48",
  "W53",
  "Week 48",
  "week #48",
  "KW 48",
  "CW48 2026",
  "48th week",
  "第48週",
  "48週目",
  // Quarters, halves, seasons
  "Q4",
  "Q4 2026",
  "2026 Q4",
  "2026-Q4",
  "2026Q4",
  "4Q26",
  "Q4'26",
  "Q4FY26",
  "FY26Q4",
  "H1 2026",
  "2026H2",
  "Quarter 4",
  "4th quarter",
  "第4四半期",
  "2026年度第4四半期",
  "26年度上期",
  "26下半期",
  "Spring 26",
  "Winter '26",
  "26春",
  // Years
  "2026",
  "Roadmap 2026",
  "2026 roadmap",
  "2026/27",
  "FY2026",
  "FY26",
  "FY 26/27",
  "fy2026-27",
  "2026年度",
  "26年度",
  "2026年",
  "令和8年",
  "令和8年度",
  "令和8",
])("%s belongs to the calendar: people have to name the next one", (title) => {
  expect(titleAfter(title)).toBe(`${title} (next)`);
  expect(titleAfter(`${title} (next)`)).toBe(`${title} (next 2)`);
  expect(titleAfter(`${title} (next 2)`)).toBe(`${title} (next 3)`);
});

test.each([
  ["v1.2", "v1.3"],
  ["v1.12.0", "v1.12.1"],
  ["1.10.26", "1.10.27"],
  ["2026.11.0", "2026.11.1"],
  ["2026.03.45", "2026.03.46"],
  ["2026 Sprint 3", "2026 Sprint 4"],
  ["2026-S3", "2026-S4"],
  ["2026-Q4 Sprint 3", "2026-Q4 Sprint 4"],
  ["November 2026 (2)", "November 2026 (3)"],
  ["Sprint 53", "Sprint 54"],
  ["Sprint 99", "Sprint 100"],
  ["W54", "W55"],
  ["Q5", "Q6"],
  ["q12", "q13"],
  ["Marching 3", "Marching 4"],
  ["Decor 26", "Decor 27"],
  ["Falling 26", "Falling 27"],
  ["build 123456", "build 123457"],
  ["第3回", "第4回"],
  ["第12期", "第13期"],
  ["スプリント2週間", "スプリント3週間"],
  ["3か月計画", "4か月計画"],
  ["10周年", "11周年"],
])("%s is followed by %s", (title, next) => {
  expect(titleAfter(title)).toBe(next);
});

test("a title of GitHub's full length is cut where necessary, and stays distinct", () => {
  expect(titleAfter("9".repeat(255))).toBe(`${"9".repeat(247)}… (next)`);
  const once = titleAfter("x".repeat(255));
  expect(titleAfter(once)).toBe(`${"x".repeat(245)}… (next 2)`);
  expect(titleAfter(`${"x".repeat(252)}v99`)).toBe(`${"x".repeat(251)}…100`);
});
