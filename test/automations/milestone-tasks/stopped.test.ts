import { expect, test } from "vitest";
import { Killed } from "./kill.ts";
import { shop, sre } from "./world.ts";

const CHAIN = Array.from({ length: 120 }, (_, at) => ({
  key: `t${at + 1}`,
  title: `Task ${at + 1}`,
  ...(at % 10 === 9 ? { after: [`t${at}`] } : {}),
}));

// [119, 112]: t60 exists, and its blocker does not; the next plan stops after it first refreshes the parent.
const STOPS = [{ stops: [61, 53] }, { stops: [119, 112] }, { stops: [30, 100, 60] }];

test.each(STOPS)("stopped at the writes $stops, each task still waits for the one before it", async ({ stops }) => {
  const world = shop(sre(CHAIN));
  const milestone = world.milestone("v1", "2027-06-01");
  for (const write of stops) {
    await expect(world.reconcile(milestone, { kill: { write, when: "before" } })).rejects.toBeInstanceOf(Killed);
  }
  await world.converge(milestone);
  for (const { key, after } of CHAIN) {
    const expected = (after ?? []).map((before) => world.task(milestone, before).number);
    expect([key, world.task(milestone, key).blocked_by]).toEqual([key, expected]);
  }
  expect(world.parent(milestone).sub_issues).toHaveLength(100);
});
