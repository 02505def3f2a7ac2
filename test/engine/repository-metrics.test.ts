import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LATE, QUIET, READING, SHIPPING } from "../../src/automations/four-keys/org-table/samples.ts";
import { automations } from "../../src/automations/index.ts";
import { createRepositoryMetrics } from "../../src/engine/repository-metrics.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { storedBook } from "../../src/store/records/book.ts";
import { putRepository } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { repositoryMetrics } from "../../src/web/repository-metrics.ts";
import { createWebServer, listen } from "../../src/web/server.ts";
import { eachDatabase, type TestDatabase } from "../each-database.ts";

const NOW = new Date("2026-11-24T00:00:00Z");
const DAY = 86_400_000;

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
    for (const [id, account] of [
      [1, "acme"],
      [2, "globex"],
    ] as const)
      await putInstallation(store.db, { id, account, suspended: false, permissions: null });
    const measured = async (id: number, [owner = "", name = ""]: string[], value: unknown, age = 0) => {
      const scope = { installationId: owner === "acme" ? 1 : 2, repositoryId: id };
      await putRepository(store.db, { ...scope, id, owner, name, archived: name === "old" });
      const summary = { kind: "four-keys", at: NOW.getTime() - age, value, isPrivate: true };
      await storedBook(store, scope).record({ readings: [], cursors: [], summary });
    };
    await measured(10, ["acme", "api"], SHIPPING);
    await measured(11, ["acme", "late"], LATE, 6 * DAY);
    await measured(12, ["acme", "quiet"], QUIET);
    await measured(13, ["acme", "reading"], READING);
    await measured(14, ["acme", "gone"], SHIPPING, 8 * DAY);
    await measured(15, ["acme", "old"], SHIPPING);
    await measured(16, ["acme", "other"], { version: 99 });
    await measured(17, ["globex", "site"], SHIPPING);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });
  const numbers = () => createRepositoryMetrics(store, automations, () => NOW);

  test("every repository that was measured in the last days has its numbers, and what is not known is absent", async () => {
    expect(numbers().names).toEqual(["four-keys"]);
    const text = await numbers().text("four-keys");
    const of = (repository: string) =>
      text.split("\n").flatMap((line) => {
        const [, name, rest] = /^detoil_four_keys_(\w+)\{(.*)$/.exec(line) ?? [];
        return rest?.startsWith(`repository="${repository}"`) ? [`${name} ${rest.replace(/^.*?"(?:,|\} )/, "")}`] : [];
      });
    expect(of("acme/api")).toEqual([
      ...[
        `window_start_timestamp_seconds ${SHIPPING.from / 1000}`,
        `window_end_timestamp_seconds ${SHIPPING.to / 1000}`,
      ],
      `complete_from_timestamp_seconds ${Number(SHIPPING.completeFrom) / 1000}`,
      ...["deployments 12", `deployments_per_day ${12 / 28}`, "changes 30", "unshipped_changes 2"],
      ...['lead_time_seconds statistic="p50"} 68400', 'lead_time_seconds statistic="p75"} 102600'],
      ...['lead_time_seconds statistic="p90"} 136800', 'lead_time_seconds statistic="mean"} 82080'],
      ...['lead_time_stage_seconds stage="coding"} 21600', 'lead_time_stage_seconds stage="pickup"} 7200'],
      ...['lead_time_stage_seconds stage="review"} 18000', 'lead_time_stage_seconds stage="merge"} 3600'],
      'lead_time_stage_seconds stage="deploy"} 18000',
      ...["failed_deployments 1", `change_fail_ratio ${1 / 12}`, "incidents 1"],
      ...['recovery_time_seconds statistic="p50"} 2580', 'recovery_time_seconds statistic="p75"} 3870'],
      ...['recovery_time_seconds statistic="p90"} 5160', 'recovery_time_seconds statistic="mean"} 3096'],
      ...["rework_deployments 1", `rework_ratio ${1 / 12}`],
    ]);
    expect(of("globex/site")).toHaveLength(of("acme/api").length);
    expect(of("acme/late").join("\n")).not.toContain("recovery");
    // Nothing was deployed: there is no share of it.
    const quiet = of("acme/quiet").join("\n");
    expect(quiet).toContain("deployments 0");
    expect(quiet).not.toMatch(/ratio|lead_time/);
    // Some part of its history would be no number of its window.
    expect(of("acme/reading").map((line) => line.split(" ")[0])).toEqual([
      ...["window_start_timestamp_seconds", "window_end_timestamp_seconds"],
    ]);
    for (const absent of ["gone", "old", "other"]) expect(of(`acme/${absent}`)).toEqual([]);
  });

  test("without METRICS_TOKEN there is no such address; with it only its bearer reads", async () => {
    const status = async (token: string | null, authorization?: string) => {
      const server = createWebServer(repositoryMetrics(numbers(), token), (error) => {
        throw error;
      });
      try {
        const url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}/metrics/four-keys`;
        const response = await fetch(url, authorization === undefined ? {} : { headers: { authorization } });
        const text = await response.text();
        expect(text.includes("acme/api")).toBe(response.status === 200);
        if (response.status === 200) expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0/);
        return response.status;
      } finally {
        server.close();
        server.closeAllConnections();
      }
    };
    expect(await status(null, "Bearer secret")).toBe(404);
    expect(await status(null, "Bearer null")).toBe(404);
    for (const wrong of [
      undefined,
      "",
      "secret",
      "Bearer",
      "Bearer ",
      "Bearer secre",
      "Bearer secret2",
      "Basic secret",
    ])
      expect(await status("secret", wrong)).toBe(401);
    expect(await status("secret", "Bearer secret")).toBe(200);
    expect(await status("secret", "bearer secret")).toBe(200);
  });

  test("the Grafana dashboard asks for numbers and labels that there are", async () => {
    const text = await numbers().text("four-keys");
    const labels = Map.groupBy(
      text
        .matchAll(/^(detoil_\w+)\{(.*)\} /gm)
        .flatMap(([, name = "", given = ""]) => given.matchAll(/(\w+)="/g).map(([, label = ""]) => ({ name, label }))),
      ({ name }) => name,
    );
    const dashboard = readFileSync(new URL("../../docs/grafana/four-keys.json", import.meta.url), "utf8");
    const asked: { readonly query: string }[] = [];
    JSON.parse(dashboard, (key, value) => {
      if ((key === "expr" || key === "query") && typeof value === "string" && value.includes("detoil_"))
        asked.push({ query: value });
      return value;
    });
    expect(asked.length).toBeGreaterThan(15);
    const used = asked.flatMap(({ query }) =>
      [...query.matchAll(/(detoil_\w+)(?:\{(.*?)\})?/g)].map(([, name = "", matchers = ""]) => ({
        name,
        labels: [...matchers.matchAll(/(\w+)=/g)].map(([, label = ""]) => label),
      })),
    );
    for (const { name, labels: by } of used) {
      const known = labels.get(name)?.map(({ label }) => label);
      expect(known, `${name} is not among the metrics`).toBeDefined();
      for (const label of by) expect(known, `${name} has no label ${label}`).toContain(label);
    }
    expect(new Set(used.map(({ name }) => name)).size).toBeGreaterThan(8);
  });
});
