import { expect, test } from "vitest";
import { shop, sre } from "./world.ts";

const FREEZE = { key: "freeze", title: "Freeze {{milestone.title}}", due: "-1 day" };

// ThingPulse/esp8266-oled-ssd1306#249: milestones that were left open for years before Detoil is switched on.
test("a milestone that is long overdue and has nothing of Detoil's gets nothing until it has a new date", async () => {
  const world = shop(sre([FREEZE]));
  world.milestone("v0.1", "2026-10-20");
  world.milestone("v0.2", "2026-10-21");
  const { plan, emptyReason, facts } = await world.converge(1);
  expect(plan).toEqual([]);
  expect(emptyReason).toContain("Milestone 1 was due on Tue 20 Oct, more than 30 days ago");
  expect(facts).toMatchObject({ tasks: [] });
  await world.converge(2);
  expect(world.task(2, "freeze").title).toBe("Freeze v0.2");

  world.act("alice", "edit-milestone", { number: 1, due_on: "2026-12-01T12:00:00Z" });
  await world.converge(1);
  expect(world.task(1, "freeze").title).toBe("Freeze v0.1");
  // From then on it is Detoil's, however late it gets.
  world.setNow("2027-03-01T01:00:00Z");
  world.configure(sre([FREEZE, { key: "notes", title: "Notes" }]));
  await world.converge(1);
  expect([...world.tasks(1).keys()].sort()).toEqual(["freeze", "notes"]);
});

test("a task of Detoil's that was moved into it is reconciled", async () => {
  const world = shop(sre([FREEZE]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  world.milestone("v0.1", "2026-10-01");
  world.act("alice", "move-issue", { number: world.task(1, "freeze").number, milestone: 2 });
  const { plan } = await world.converge(2);
  expect(plan).not.toEqual([]);
});
