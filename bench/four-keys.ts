import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type RawBuilder, sql } from "kysely";
import { fourKeysSection } from "../src/config/sections/four-keys/schema.ts";
import { settingsOf } from "../src/metrics/configured.ts";
import type { Counting } from "../src/metrics/counting.ts";
import type { Reading } from "../src/records/book.ts";
import type { RecordedChange, RecordedDeployment } from "../src/records/recorded.ts";
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
const AT_ONCE = 20_000;

const section = fourKeysSection.parse({ deployments: { environment: ["production"] } });
const counting: Counting = { section, lanes: [], settings: settingsOf(section, "Asia/Tokyo") };

interface Size {
  readonly changes: number;
  readonly deployments: number;
  readonly years: number;
}

/**
 * One repository of some years: squash merges at equal distances and deployments of what was merged by then; one change in
 * fifty reverts the one before, one deployment in fifty has an incident. In seconds: `filled`: to write them, by SQL and not
 * as they are recorded. `attributed`: to attribute all of them for the first time; `waited`: the longest that another query waited meanwhile.
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
    filled: both(({ filled }) => filled),
    bytes_per_change: Math.round(postgres.bytes / size.changes),
  };
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function measure(store: Store, size: Size) {
  try {
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
    await putRepository(store.db, { installationId: 1, id: 1, owner: "acme", name: "shop", archived: false });
    const before = await bytesOf(store);
    const filled = await timed(() => fill(store, size));
    const asking = askMeanwhile(store);
    const attributed = await timed(() => show(store));
    const waited = await asking.longest();
    const bytes = (await bytesOf(store)) - before;
    await sql`delete from period_numbers`.execute(store.db);
    const shown = await timed(() => show(store));
    const kept = await timed(() => show(store));
    await storedBook(store, SCOPE).record({ readings: next(size.changes + 1, size.deployments + 1), cursors: [] });
    return { filled, attributed, waited, shown, kept, deployed: await timed(() => show(store)), bytes };
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

/** As PostgreSQL computes it. */
const shaOf = (name: string) => createHash("sha256").update(name).digest("hex").slice(0, 40);

/** What `merge` and `deploy` say, by SQL: a million records one by one would take most of the time. */
async function fill(store: Store, size: Size): Promise<void> {
  const { changes, deployments, years } = size;
  const length = years * 365 * DAY;
  const at = (change: RawBuilder<unknown>) =>
    sql`round(${NOW} - (1 - (${change})::float8 / ${changes + 1}::float8) * ${length}::float8)::bigint`;
  const sha = (of: RawBuilder<unknown>) => sql`substr(sha256((${of})::text::bytea), 1, 20)`;
  for (let from = 1; from <= changes; from += AT_ONCE) {
    const numbers = sql`generate_series(${from}::bigint, ${Math.min(changes, from + AT_ONCE - 1)}::bigint) as n`;
    await sql`insert into commits (installation_id, repository_id, authored_at, committed_at, sha, parents)
      select 1, 1, ${at(sql`n`)}, ${at(sql`n`)}, ${sha(sql`n`)}, ${sha(sql`n - 1`)} from ${numbers}`.execute(store.db);
    await sql`insert into changes (installation_id, repository_id, pull, version, first_commit_at, opened_at, ready_at,
        first_review_at, approved_at, merged_at, fork, sha, reverts, base, head, author, labels)
      select 1, 1, n, at, at - ${2 * DAY}, at - ${DAY}, at - ${DAY}, at - ${DAY / 2}, at - ${DAY / 4}, at, false,
        ${sha(sql`n`)}, case when n % 50 = 0 then ${sha(sql`n - 1`)} end, 'main', 'feature-' || n, 'author-' || n % 100,
        case when n % 5 = 0 then array['bug'] end
      from ${numbers} cross join lateral (select ${at(sql`n`)} as at) merged`.execute(store.db);
  }
  const merged = sql`${at(sql`n * ${changes} / ${deployments}`)} + 60000`;
  await sql`insert into deployments (installation_id, repository_id, source, id, version, started_at, finished_at,
      is_numbered, sha, environment, status, name)
    select 1, 1, 'environment', n, at, at, at + 60000, true, ${sha(sql`n * ${changes} / ${deployments}`)}, 'production',
      'success', n
    from generate_series(1, ${deployments}::bigint) as n cross join lateral (select ${merged} as at) merged`.execute(
    store.db,
  );
  await sql`insert into incidents (installation_id, repository_id, origin, id, is_numbered, version, opened_at, resolved_at, labels)
    select 1, 1, 'issue', n, true, at, at + 120000, at + 3720000, array['incident']
    from generate_series(50, ${deployments}::bigint, 50) as n cross join lateral (select ${merged} as at) merged`.execute(
    store.db,
  );
}

/** One more merge and its deployment. */
function next(pull: number, id: number): Reading[] {
  const at = NOW - 60_000;
  const common = { repo: "acme/shop", sha: shaOf(`${pull}`) };
  const commit = {
    ...common,
    type: "commit",
    parents: [shaOf(`${pull - 1}`)],
    authoredAt: at,
    committedAt: at,
  } as const;
  const change: RecordedChange = {
    ...{ ...common, type: "change", pull, author: "author-1", firstCommitAt: at - 2 * DAY, openedAt: at - DAY },
    ...{
      readyAt: at - DAY,
      firstReviewAt: at - DAY / 2,
      approvedAt: at - DAY / 4,
      mergedAt: at,
      labels: [],
      services: [],
    },
    ...{ reverts: null, repairs: null, base: "main", head: `feature-${pull}`, fork: false },
  };
  const deployment: RecordedDeployment = {
    ...{ ...common, type: "deployment", source: "environment", id, environment: "production", service: null },
    ...{ status: "success", startedAt: at, finishedAt: at + 30_000, changes: null },
  };
  return [
    { type: "commit", record: commit },
    { type: "change", key: pull, version: at, record: change },
    { type: "deployment", key: `environment/${id}`, version: at, record: deployment },
  ];
}
