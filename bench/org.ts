import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createSimulator, parseWorld } from "../simulator/index.ts";
import { summaryOf } from "../src/automations/four-keys/org-table/summary.ts";
import { automations } from "../src/automations/index.ts";
import { fourKeysSection } from "../src/config/sections/four-keys/schema.ts";
import { noObservations } from "../src/engine/reconcile.ts";
import { settingsOf } from "../src/metrics/configured.ts";
import { joinRecords } from "../src/metrics/history.ts";
import { overviewOf } from "../src/metrics/overview.ts";
import { memoryBook } from "../src/records/memory-book.ts";
import { putInstallation } from "../src/store/installations.ts";
import { openStore } from "../src/store/open.ts";
import { storedBook } from "../src/store/records/book.ts";
import { readSummaries } from "../src/store/records/summaries.ts";
import { putRepository } from "../src/store/repositories.ts";
import { REPO, reconcileOnce } from "./reconcile.ts";
import { countedSince } from "./requests.ts";
import { started } from "./started.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-23T09:00:00Z");
const MOST_DEPLOYMENTS = 40;
/** The only one whose sre.yml speaks for the organization. */
const HOME = "acme/.github";

/** What is recorded of one repository: it deploys some times in its window. */
function summary(deployments: number) {
  const section = fourKeysSection.parse({ deployments: { environment: ["production"] } });
  const settings = settingsOf(section, "UTC");
  const window = { from: NOW - 28 * DAY, to: NOW };
  const records = Array.from({ length: deployments }, (_, index) => ({
    ...({ type: "deployment", repo: REPO, id: index, environment: "production", service: null, sha: null } as const),
    ...({ status: "success", startedAt: null, finishedAt: NOW - (index + 1) * 3_600_000, changes: null } as const),
  }));
  const history = joinRecords({ commits: [], changes: [], deployments: records, incidents: [] }, settings);
  const overview = overviewOf(history, settings, { window, beforeFrom: window.from - 28 * DAY });
  const known = { reading: null, completeFrom: NOW - 365 * DAY };
  return summaryOf({
    kind: "report",
    report: {
      overview,
      history: known,
      elsewhere: [],
      definitions: [],
      isDefinedAnew: false,
      issue: null,
      hasIssues: true,
    },
  });
}

/**
 * The organization's table of the Four Keys over so many repositories, each of which was counted in the night before.
 * `seconds`, `requests`: to write its issue for the first time, with the request that reads sre.yml; `unchanged`: once more.
 */
export async function org(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args: argv, options: { repos: { type: "string", default: "200" } } });
  const repos = Number(values.repos);
  const orgTables = automations.find(({ name }) => name === "org-tables");
  if (orgTables === undefined) throw new Error("there are no tables");
  const sre = "version: 1\norg:\n  teams: {web: [acme/web-*], api: [acme/api-*]}\n";
  const world = { now: new Date(NOW).toISOString(), repos: [{ name: HOME, files: { ".github/sre.yml": sre } }] };
  const simulator = createSimulator(parseWorld(world, "bench"));
  const folder = mkdtempSync(join(tmpdir(), "detoil-bench-"));
  const store = await openStore({ databaseUrl: null, folder });
  started({ store }, async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
  for (let id = 1; id <= repos; id += 1) {
    const name = `${["web", "api", "tool"][id % 3]}-${id}`;
    await putRepository(store.db, { installationId: 1, id, owner: "acme", name, archived: false });
    const value = summary(id % MOST_DEPLOYMENTS);
    const common = { at: NOW - DAY / 4, value, isPrivate: true };
    await storedBook(store, { installationId: 1, repositoryId: id }).record({
      readings: [],
      cursors: [],
      summary: { kind: "four-keys", ...common },
    });
  }
  const memory = { ...noObservations, summaries: (kind: string) => readSummaries(store.db, 1, kind) };
  const reconciled = (table: string) => reconcileOnce(simulator, orgTables, table, memory, memoryBook(), HOME);
  const measured = async () => {
    await countedSince(simulator);
    const begun = performance.now();
    await reconciled("table/four-keys");
    const seconds = Number(((performance.now() - begun) / 1000).toFixed(3));
    const { requests, writes } = await countedSince(simulator);
    return { seconds, requests, writes };
  };
  // The simulated GitHub loads GitHub's schema for the first query: of a table that nobody is in yet.
  await reconciled("table/renovate-cadence");
  const first = await measured();
  return { repos, ...first, unchanged: await measured() };
}
