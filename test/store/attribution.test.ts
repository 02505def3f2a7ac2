import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fourKeysSection } from "../../src/config/sections/four-keys/schema.ts";
import { type Counting, countedHistory } from "../../src/metrics/counting.ts";
import type { History } from "../../src/metrics/history.ts";
import { type Overview, overviewOf } from "../../src/metrics/overview.ts";
import type { DeploymentReading, Reading } from "../../src/records/book.ts";
import { memoryBook } from "../../src/records/memory-book.ts";
import { type Batches, storedOverview } from "../../src/store/attribution/overview.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { storedBook } from "../../src/store/records/book.ts";
import { putRepository } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { eachDatabase, type TestDatabase } from "../each-database.ts";
import { runs } from "../harness/long.ts";
import { commit, DAY, NOVEMBER, november, SETTINGS } from "../metrics/records.ts";
import { randomCounting, randomPlay } from "../records/random-play.ts";
import { deployed, labeled, pull, sha } from "../records/recorded.ts";

/** So small that everything takes several steps. */
const SMALL: Batches = { deployments: 2, commits: 3, changes: 2, purged: 2 };

/** What people see of it: a rank is a place among those that were read, and a change that has a number goes by it. */
function seen(overview: Overview): unknown {
  const hidden = [
    "rank",
    "source",
    "type",
    "author",
    "labels",
    "services",
    "reverts",
    "repairs",
    "base",
    "head",
    "fork",
  ];
  return JSON.parse(
    JSON.stringify(overview, (key, value) => {
      if (key === "change") return { ...value, sha: null };
      return hidden.includes(key) ? undefined : value;
    }),
  );
}

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  let repository = 100;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
  });
  afterAll(() => database.drop());

  async function newRepository() {
    repository += 1;
    await putRepository(store.db, { installationId: 1, id: repository, owner: "acme", name: "shop", archived: false });
    return { installationId: 1, repositoryId: repository };
  }

  /** All that is kept of changes and incidents. */
  async function kept({ repositoryId }: { readonly repositoryId: number }) {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', pull, service, deployed_at, deployment, attribution) as line from shippings
      where repository_id = ${repositoryId}
      union all select concat_ws(' ', 'unshipped', pull, service, merged_at) from unshipped where repository_id = ${repositoryId}
      union all select concat_ws(' ', id, opened_at, resolved_at, deployed_at, deployment) from linked_incidents
      where repository_id = ${repositoryId}`.execute(store.db);
    return rows.map(({ line }) => line).toSorted();
  }

  function computed({ shippings, incidents }: History): string[] {
    const line = (...parts: readonly unknown[]) => parts.filter((part) => part !== null).join(" ");
    return [
      ...shippings.map(({ change: { pull, mergedAt }, service, deployment, attribution }) =>
        deployment === null
          ? line("unshipped", pull, service ?? "", mergedAt)
          : line(pull, service ?? "", deployment.finishedAt, deployment.record.id, attribution),
      ),
      ...incidents.map(({ id, openedAt, resolvedAt, deployment }) =>
        line(id, openedAt, resolvedAt, deployment?.finishedAt ?? null, deployment?.record.id ?? null),
      ),
    ].toSorted();
  }

  test("what is kept up to date is what is computed anew, in whatever order records come", async () => {
    const changing = fc.tuple(randomCounting, randomCounting);
    await fc.assert(
      fc.asyncProperty(randomPlay, changing, fc.integer({ min: 0, max: 20 }), async (batches, [usual, other], days) => {
        const scope = await newRepository();
        const [stored, memory] = [storedBook(store, scope), memoryBook()];
        const from = NOVEMBER.from + days * DAY;
        const periods = { window: { from: from + 3 * DAY, to: NOVEMBER.to }, beforeFrom: from };
        for (const [at, readings] of batches.entries()) {
          // Now and then sre.yml changes.
          const counting = at % 3 === 2 ? other : usual;
          await stored.record({ readings, cursors: [] });
          await memory.record({ readings, cursors: [] });
          const overview = await storedOverview(store, scope, counting, periods, SMALL);
          const history = countedHistory(await memory.all(), counting);
          expect(await kept(scope)).toEqual(computed(history));
          expect(seen(overview)).toEqual(seen(overviewOf(history, counting.settings, periods)));
        }
      }),
      { ...runs(database.name === "PGlite" ? 1 : 4), endOnFailure: true },
    );
  });

  const counting: Counting = {
    section: fourKeysSection.parse({ deployments: { environment: ["production"] } }),
    lanes: [],
    settings: SETTINGS,
  };
  const change = (number: number): Reading => ({
    type: "change",
    key: number,
    version: 1,
    record: pull(number, november(number)),
  });
  const deploy = (id: number, day: number): DeploymentReading => ({
    type: "deployment",
    key: `environment/${id}`,
    version: 1,
    record: deployed(id, november(day)),
  });
  const incident = (id: number, day: number): Reading => ({
    type: "incident",
    key: id,
    version: 1,
    record: labeled(id, november(day), ["incident"]),
  });
  /** m8 is on a branch that nobody deploys. */
  const commits = ["m1", "m2", "m10"].map((name, at, all): Reading => {
    const parents = all.slice(Math.max(0, at - 1), at);
    return { type: "commit", record: commit(sha(name), ...parents.map(sha)) };
  });
  const readings = [
    ...commits,
    change(1),
    change(2),
    change(8),
    change(10),
    deploy(1, 1),
    deploy(2, 2),
    deploy(10, 11),
  ];
  const periods = { window: { from: november(5), to: november(20) }, beforeFrom: november(1) };
  const show = (scope: Awaited<ReturnType<typeof newRepository>>) => storedOverview(store, scope, counting, periods);

  test("what lies before the window decides why a change in it is not shipped, and which deployment an incident is of", async () => {
    const scope = await newRepository();
    await storedBook(store, scope).record({ readings: [...readings, incident(1, 6)], cursors: [] });
    const { unattributed, report, deployments } = await show(scope);
    expect(unattributed.changes.map(({ shipping, why }) => [shipping.change.pull, why])).toEqual([[8, "unmatched"]]);
    expect([unattributed.incidents, report.changeFailRate.failed]).toEqual([[], 0]);
    expect(deployments.map(({ deployment, changes }) => [deployment.record.id, changes])).toEqual([[10, 1]]);
  });

  test("as long as nothing is recorded, only what is kept is read", async () => {
    const scope = await newRepository();
    const book = storedBook(store, scope);
    await book.record({ readings, cursors: [] });
    const before = seen(await show(scope));
    const ofIt = sql`repository_id = ${scope.repositoryId}`;
    for (const table of ["commits", "deployments", "incidents"])
      await sql`delete from ${sql.table(table)} where ${ofIt}`.execute(store.db);
    await sql`delete from changes where ${ofIt} and pull <> 8`.execute(store.db);
    await book.record({ readings: [change(8)], cursors: [{ name: "history", value: 1 }] });
    expect(seen(await show(scope))).toEqual(before);
    await book.record({ readings: [deploy(11, 12)], cursors: [] });
    expect(seen(await show(scope))).not.toEqual(before);
  });

  test("what was attributed before a deployment that has changed is not looked at, and what is as before not written", async () => {
    const scope = await newRepository();
    const places = async () => {
      const { rows } = await sql<{ pull: number; place: string }>`
        select pull, xmin::text || ctid::text as place from shippings where repository_id = ${scope.repositoryId}`.execute(
        store.db,
      );
      return new Map(rows.map(({ pull, place }) => [pull, place]));
    };
    const book = storedBook(store, scope);
    await book.record({ readings, cursors: [] });
    await show(scope);
    const before = await places();
    // Nobody who looked at the first deployment again would find it.
    await sql`delete from deployments where repository_id = ${scope.repositoryId} and id = '1'`.execute(store.db);
    const moved = { ...deploy(2, 3), version: 2 };
    const late: Reading = { type: "change", key: 3, version: 1, record: pull(3, november(12)) };
    await book.record({ readings: [moved, late, { ...deploy(3, 12), version: 1 }], cursors: [] });
    await show(scope);
    const after = await places();
    expect([...after.keys()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 10]);
    expect([1, 10].map((number) => after.get(number))).toEqual([1, 10].map((number) => before.get(number)));
    expect(after.get(2)).not.toBe(before.get(2));
    const gone: Reading = { type: "change", key: 1, version: 2, record: null };
    await book.record({ readings: [gone], cursors: [] });
    await show(scope);
    expect([...(await places()).keys()].toSorted((a, b) => a - b)).toEqual([2, 3, 10]);
  });

  test("a roll-back is seen in a later step, also to a commit that is known only as somebody's parent", async () => {
    const scope = await newRepository();
    const book = storedBook(store, scope);
    const again = { ...deploy(3, 3), record: deployed(3, november(3), { sha: sha("m1") }) };
    const child: Reading = { type: "commit", record: commit(sha("m2"), sha("m1")) };
    await book.record({ readings: [child, deploy(1, 1), deploy(2, 2)], cursors: [] });
    await show(scope);
    await book.record({ readings: [again], cursors: [] });
    await show(scope);
    expect(await kept(scope)).toEqual([`rollback/3 ${november(2)} ${november(3)} ${november(2)} 2`]);
  });

  test("incidents are looked at again only if one of them may belong to another deployment", async () => {
    const scope = await newRepository();
    const book = storedBook(store, scope);
    const incidents = async () => (await kept(scope)).filter((line) => /^\d+ \d+ \d+ \d+$/.test(line));
    await book.record({ readings: [...readings, incident(1, 3)], cursors: [] });
    await show(scope);
    const linked = [`1 ${november(3)} ${november(2)} 2`];
    expect(await incidents()).toEqual(linked);
    // Nobody who looked again would find it.
    await sql`delete from incidents where repository_id = ${scope.repositoryId}`.execute(store.db);
    await book.record({ readings: [deploy(12, 12), change(12)], cursors: [] });
    await show(scope);
    expect(await incidents()).toEqual(linked);
    await book.record({ readings: [incident(2, 13)], cursors: [] });
    await show(scope);
    expect(await incidents()).toEqual([`2 ${november(13)} ${november(12)} 12`]);
  });

  test("of a repository that is not there nothing is known", async () => {
    const overview = await storedOverview(store, { installationId: 1, repositoryId: 99 }, counting, periods);
    expect(overview).toMatchObject({ deployments: [], report: { leadTime: { changes: 0 } }, focus: { kind: "none" } });
  });
});
