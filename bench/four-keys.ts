import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { fourKeysSection } from "../src/config/sections/four-keys/schema.ts";
import { settingsOf } from "../src/metrics/configured.ts";
import type { Counting } from "../src/metrics/counting.ts";
import type { Reading } from "../src/records/book.ts";
import { storedOverview } from "../src/store/attribution/overview.ts";
import { putInstallation } from "../src/store/installations.ts";
import { openStore } from "../src/store/open.ts";
import { storedBook } from "../src/store/records/book.ts";
import { putRepository } from "../src/store/repositories.ts";
import type { Store } from "../src/store/store.ts";
import { startPostgres } from "./postgres.ts";
import { started } from "./started.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);
const WINDOW = 28 * DAY;
const SCOPE = { installationId: 1, repositoryId: 1 };
const AT_ONCE = 5_000;

const section = fourKeysSection.parse({ deployments: { environment: ["production"] } });
const counting: Counting = { section, lanes: [], settings: settingsOf(section, "Asia/Tokyo") };

interface Size {
  readonly changes: number;
  readonly deployments: number;
  readonly years: number;
}

/**
 * One repository of some years: squash merges at equal distances and deployments of what was merged by then; one change in
 * fifty reverts the one before, one deployment in fifty has an incident. In seconds: `recorded`: to record them, 5,000 at a
 * time. `attributed`: to attribute all of them for the first time; `waited`: the longest that another query waited meanwhile.
 * `seconds`: what the issue shows (the window, the one before and twelve weeks) of records that are attributed, when no
 * number of a week is kept yet; `kept`: the same once they are. `deployed`: the same after one more merge and its deployment.
 */
export async function fourKeys(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: argv,
    options: {
      changes: { type: "string", default: "100000" },
      deployments: { type: "string", default: "10000" },
      years: { type: "string", default: "5" },
    },
  });
  const size = {
    changes: Number(values.changes),
    deployments: Number(values.deployments),
    years: Number(values.years),
  };
  const folder = mkdtempSync(join(tmpdir(), "detoil-bench-"));
  started({ folder }, async () => rmSync(folder, { recursive: true, force: true }));
  const embedded = await measure(await openStore({ databaseUrl: null, folder }), size);
  const server = await startPostgres();
  const postgres = await measure(await openStore({ databaseUrl: `${server.url}/postgres`, folder: null }), size);
  const both = (of: (measured: Measured) => number) => ({ embedded: of(embedded), postgres: of(postgres) });
  return {
    ...size,
    seconds: both(({ shown }) => shown),
    kept: both(({ kept }) => kept),
    deployed: both(({ deployed }) => deployed),
    attributed: both(({ attributed }) => attributed),
    waited: both(({ waited }) => waited),
    recorded: both(({ recorded }) => recorded),
    bytes_per_change: Math.round(postgres.bytes / size.changes),
  };
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function measure(store: Store, size: Size) {
  try {
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
    await putRepository(store.db, { installationId: 1, id: 1, owner: "acme", name: "shop", archived: false });
    const before = await bytesOf(store);
    const recorded = await timed(() => fill(store, size));
    const asking = askMeanwhile(store);
    const attributed = await timed(() => show(store));
    const waited = await asking.longest();
    const bytes = (await bytesOf(store)) - before;
    await sql`delete from period_numbers`.execute(store.db);
    const shown = await timed(() => show(store));
    const kept = await timed(() => show(store));
    await storedBook(store, SCOPE).record({ readings: nextDeployment(size), cursors: [] });
    return { recorded, attributed, waited, shown, kept, deployed: await timed(() => show(store)), bytes };
  } finally {
    await store.close();
  }
}

const PAUSE = 20;

/** Asks for something small every 20 ms, and says how long the longest answer took from when it was to be asked. */
function askMeanwhile(store: Store) {
  let asks = true;
  let longest = 0;
  const ask = async () => {
    await setTimeout(PAUSE);
    await sql`select 1`.execute(store.db);
  };
  const over = (async () => {
    while (asks) longest = Math.max(longest, (await timed(ask)) - PAUSE / 1000);
  })();
  return {
    async longest(): Promise<number> {
      asks = false;
      await over;
      return Math.round(longest * 1000) / 1000;
    },
  };
}

async function show(store: Store): Promise<void> {
  await storedOverview(store, SCOPE, counting, {
    window: { from: NOW - WINDOW, to: NOW },
    beforeFrom: NOW - 2 * WINDOW,
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began) / 1000;
}

async function bytesOf(store: Store): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select pg_database_size(current_database())::float8 as bytes`.execute(store.db);
  return rows[0]?.bytes ?? 0;
}

const shaOf = (change: number) => createHash("sha1").update(String(change)).digest("hex");

async function fill(store: Store, size: Size): Promise<void> {
  const book = storedBook(store, SCOPE);
  const record = async (count: number, readingsOf: (at: number) => readonly Reading[]) => {
    for (let at = 1; at <= count; at += AT_ONCE) {
      const length = Math.min(AT_ONCE, count - at + 1);
      await book.record({ readings: Array.from({ length }, (_, next) => readingsOf(at + next)).flat(), cursors: [] });
    }
  };
  const { changes, deployments } = size;
  await record(changes, (at) => merge(at, mergedAt(at, size)));
  await record(deployments, (at) => deploy(at, Math.floor((at * changes) / deployments), size));
}

function mergedAt(change: number, { changes, years }: Size): number {
  return Math.round(NOW - (1 - change / (changes + 1)) * years * 365 * DAY);
}

function merge(pull: number, at: number): Reading[] {
  const common = { repo: "acme/shop", sha: shaOf(pull) };
  return [
    {
      type: "commit",
      record: { ...common, type: "commit", parents: [shaOf(pull - 1)], authoredAt: at, committedAt: at },
    },
    {
      type: "change",
      key: pull,
      version: at,
      record: {
        ...common,
        type: "change",
        pull,
        author: `author-${pull % 100}`,
        firstCommitAt: at - 2 * DAY,
        openedAt: at - DAY,
        readyAt: at - DAY,
        firstReviewAt: at - DAY / 2,
        approvedAt: at - DAY / 4,
        mergedAt: at,
        labels: pull % 5 === 0 ? ["bug"] : [],
        services: [],
        reverts: pull % 50 === 0 ? shaOf(pull - 1) : null,
        repairs: null,
        base: "main",
        head: `feature-${pull}`,
        fork: false,
      },
    },
  ];
}

function deploy(id: number, change: number, size: Size): Reading[] {
  const at = mergedAt(change, size) + 60_000;
  const deployment: Reading = {
    type: "deployment",
    key: `environment/${id}`,
    version: at,
    record: {
      ...{ type: "deployment", source: "environment", repo: "acme/shop", id, environment: "production", service: null },
      ...{ sha: shaOf(change), status: "success", startedAt: at, finishedAt: at + 60_000, changes: null },
    },
  };
  const openedAt = at + 2 * 60_000;
  const incident: Reading = {
    type: "incident",
    key: id,
    version: at,
    record: {
      ...{ type: "incident", repo: "acme/shop", id, openedAt, resolvedAt: openedAt + 3_600_000, deployment: null },
      ...{ source: null, labels: ["incident"] },
    },
  };
  return id % 50 === 0 ? [deployment, incident] : [deployment];
}

/** Of one more merge. */
function nextDeployment(size: Size): Reading[] {
  const { changes, deployments } = size;
  return [...merge(changes + 1, NOW - 60_000), ...deploy(deployments + 1, changes + 1, size)];
}
