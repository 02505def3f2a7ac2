import { expect, test } from "vitest";
import type { LookOutcome } from "../../src/engine/carry.ts";
import { createMetrics } from "../../src/engine/metrics.ts";
import type { Claim } from "../../src/store/looks.ts";
import { onServer } from "../each-database.ts";

const claim = { automation: "milestone-tasks", nightly: true, waited: 0 } as Claim;
const requests = { rest: 0, graphql: 0, points: 0, writes: 0 };

test("a nightly look that is paced is counted as such, and its drift once", async () => {
  const database = await onServer();
  const metrics = createMetrics(await database.open());
  const look = (outcome: LookOutcome, writes: number) =>
    metrics.look({ claim, outcome, writes, seconds: 1, requests, error: null });
  look("paced", 60);
  look("paced", 60);
  look("written", 5);
  const text = await metrics.text();
  expect(text).toContain('detoil_looks_total{automation="milestone-tasks",outcome="paced"} 2');
  expect(text).toContain('detoil_writes_total{automation="milestone-tasks"} 125');
  expect(text).toContain('detoil_drift_total{automation="milestone-tasks"} 1');
  await database.drop();
});
