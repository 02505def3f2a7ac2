import { readFileSync } from "node:fs";
import webhooks from "@octokit/webhooks-examples";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createMetrics } from "../../src/engine/metrics.ts";
import type { ReconcileOutcome } from "../../src/engine/process.ts";
import { WEBHOOK_EVENTS } from "../../src/engine/webhook-events.ts";
import type { Claim } from "../../src/store/work-items.ts";
import { onServer } from "../database/server.ts";

const claim = { automation: "milestone-tasks", priority: "nightly" as const, waited: 0 } as Claim;
const requests = { rest: 0, graphql: 0, points: 0, writes: 0 };

test("a nightly look that is paced is counted as such, and its drift once", async () => {
  const database = await onServer();
  const metrics = createMetrics(await database.open());
  const look = (outcome: ReconcileOutcome, writes: number) =>
    metrics.reconciled({ claim, outcome, writes, seconds: 1, requests, error: null });
  look("throttled", 60);
  look("throttled", 60);
  look("written", 5);
  const text = await metrics.text();
  expect(text).toContain('detoil_reconciliations_total{automation="milestone-tasks",outcome="throttled"} 2');
  expect(text).toContain('detoil_writes_total{automation="milestone-tasks"} 125');
  expect(text).toContain('detoil_drift_total{automation="milestone-tasks"} 1');
  await database.drop();
});

test("renamed metrics are shown under their former names, too, with the same values", async () => {
  const database = await onServer();
  const metrics = createMetrics(await database.open());
  metrics.reconciled({ claim, outcome: "written", writes: 5, seconds: 1, requests, error: null });
  // Gauges that are filled while the text is made show in the next one.
  await metrics.text();
  const text = await metrics.text();
  const samples = (name: string) =>
    text
      .split("\n")
      .flatMap((line) => (new RegExp(`^${name}(_bucket|_sum|_count)?[{ ]`).test(line) ? [line.replace(name, "")] : []));
  for (const [name, former] of [
    ["detoil_reconciliations_total", "detoil_looks_total"],
    ["detoil_reconciliation_seconds", "detoil_look_seconds"],
    ["detoil_queue_seconds", "detoil_look_wait_seconds"],
    ["detoil_work_items", "detoil_looks"],
    ["detoil_work_items_wait_seconds", "detoil_looks_wait_seconds"],
    ["detoil_oldest_request_seconds", "detoil_oldest_ask_seconds"],
  ] as const) {
    expect(samples(name).length, name).toBeGreaterThan(0);
    expect(samples(former)).toEqual(samples(name));
    expect(text).toContain(`# HELP ${former} Former name of ${name}\n# TYPE ${former} `);
  }
  await database.drop();
});

test("whatever strangers call an event makes no series of its own", async () => {
  const database = await onServer();
  const metrics = createMetrics(await database.open());
  for (const event of ["push", "a_guess", "another", "", "x".repeat(60)]) metrics.delivery(event, "unsigned");
  const lines = (await metrics.text()).split("\n").filter((line) => line.startsWith("detoil_deliveries_total{"));
  expect(lines).toEqual([
    'detoil_deliveries_total{event="push",outcome="unsigned"} 1',
    'detoil_deliveries_total{event="other",outcome="unsigned"} 4',
  ]);
  await database.drop();
});

test("the known events are GitHub's, and those of app.yml are among them", () => {
  const manifest = parse(readFileSync("app.yml", "utf8")) as { default_events: string[] };
  const examples = (webhooks as unknown as readonly { name: string }[]).map(({ name }) => name);
  expect([...manifest.default_events, ...examples].filter((event) => !WEBHOOK_EVENTS.includes(event))).toEqual([]);
});
