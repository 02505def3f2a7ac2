import { expect, test } from "vitest";
import { previewAfter, previewOf, worldOfReport } from "./report.ts";

/** null where the reports are not beside this checkout. */
async function planOf(report: string, ...more: string[]) {
  const world = worldOfReport(report);
  return world === null ? null : (await previewOf("milestone-tasks", world, ...more)).plan;
}

// Esri/calcite-design-system#4874, microsoft/fluentui#26149
test.each([
  ["rollover-date-title-0", "2026-11-30 (next)"],
  ["rollover-date-title-2", "Sprint 2026-W53 (next)"],
  ["rollover-date-title-3", "November 2026 (next)"],
])("%s: what follows is %s", async (report, title) => {
  const plan = await planOf(report);
  if (plan === null) return;
  expect(plan.filter(({ action }) => action === "create-milestone")).toMatchObject([{ title }]);
});

// target/goalert#2196, near/mpc#3380
test.each(["rotation-member-leaves", "rotation-two-leave"])("%s: the turn is dan's", async (report) => {
  const plan = await planOf(report, "--number", "9");
  if (plan === null) return;
  const made = plan.filter(({ action, ref }) => action === "create-issue" && ref === "task/9/notes");
  expect(made).toMatchObject([{ assignees: ["dan"] }]);
});

// github/rest-api-description#4492, XAMPPRocky/octocrab#741
test("task-closed-as-duplicate: it is neither done nor open", async () => {
  const plan = await planOf("task-closed-as-duplicate", "--number", "1");
  if (plan === null) return;
  expect(plan).toMatchObject([{ action: "update-issue", number: 2 }]);
  expect(plan[0]?.body).toContain("No tasks are left in it.");
  expect(plan[0]?.body).toContain("| #1 Release notes for v1.1 | alice | Tue 24 Nov | not planned |");
});

// makeplane/plane#4731
test("task-taken-out-of-parent: it is not added again", async () => {
  const world = worldOfReport("task-taken-out-of-parent");
  if (world === null) return;
  const { plan } = await previewAfter("milestone-tasks", world, ({ repos }) => {
    const parent = repos[0]?.issues?.find(({ title }) => title.includes("tasks"));
    if (parent === undefined || parent.sub_issues.length !== 1) throw new Error("one task below the parent");
    parent.sub_issues.length = 0;
  });
  expect(plan).toEqual([]);
});

// ThingPulse/esp8266-oled-ssd1306#249, grokability/snipe-it#4865
test("forgotten-open-milestones: they get nothing", async () => {
  const plan = await planOf("forgotten-open-milestones");
  if (plan !== null) expect(plan).toEqual([]);
});
