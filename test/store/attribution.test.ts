import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fourKeysSection } from "../../src/config/sections/four-keys/schema.ts";
import { type Counting, countedHistory } from "../../src/metrics/counting.ts";
import { detailOf } from "../../src/metrics/detail.ts";
import type { History } from "../../src/metrics/history.ts";
import { overviewOf } from "../../src/metrics/overview.ts";
import type { DeploymentReading, Reading } from "../../src/records/book.ts";
import { memoryBook } from "../../src/records/memory-book.ts";
import { storedHistory } from "../../src/store/attribution/history.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { storedBook } from "../../src/store/records/book.ts";
import { putRepository } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { eachDatabase, type TestDatabase } from "../each-database.ts";
import { runs } from "../harness/long.ts";
import { commit, DAY, NOVEMBER, november, SETTINGS } from "../metrics/records.ts";
import { randomCounting, randomPlay } from "../records/random-play.ts";
import { deployed, labeled, pull, sha } from "../records/recorded.ts";

/** Everything that anybody is shown of windows from `from` on. */
function shown(history: History, from: number, { settings }: Counting): unknown {
  const window = { from: from + 3 * DAY, to: NOVEMBER.to };
  const { weeks: _, ...overview } = overviewOf(history, settings, window, from);
  const detail = detailOf(history, { from, to: NOVEMBER.to }, settings);
  // A rank is a place among those that were read.
  return JSON.parse(JSON.stringify({ overview, detail }, (key, value) => (key === "rank" ? undefined : value)));
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

  test("what is kept up to date shows what is computed anew, in whatever order records come", async () => {
    const changing = fc.tuple(randomCounting, randomCounting);
    await fc.assert(
      fc.asyncProperty(randomPlay, changing, fc.integer({ min: 0, max: 20 }), async (batches, [usual, other], days) => {
        const scope = await newRepository();
        const [stored, memory] = [storedBook(store, scope), memoryBook()];
        const from = NOVEMBER.from + days * DAY;
        for (const [at, readings] of batches.entries()) {
          // Now and then sre.yml changes.
          const counting = at % 3 === 2 ? other : usual;
          await stored.record({ readings, cursors: [] });
          await memory.record({ readings, cursors: [] });
          const kept = await storedHistory(store, scope, counting, from);
          expect(shown(kept, from, counting)).toEqual(
            shown(countedHistory(await memory.all(), counting), from, counting),
          );
        }
      }),
      { ...runs(database.name === "PGlite" ? 2 : 8), endOnFailure: true },
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
  const from = november(5);

  test("what lies before the window decides why a change in it is not shipped, and which deployment an incident is of", async () => {
    const scope = await newRepository();
    await storedBook(store, scope).record({ readings: [...readings, incident(1, 6)], cursors: [] });
    const history = await storedHistory(store, scope, counting, from);
    const { unattributed } = overviewOf(history, SETTINGS, { from, to: november(20) }, from);
    expect(unattributed.changes.map(({ shipping, why }) => [shipping.change.pull, why])).toEqual([[8, "unmatched"]]);
    expect(history.incidents.map(({ deployment }) => deployment?.record.id)).toEqual([2]);
    expect(history.shippings.map((each) => each.change.pull).toSorted()).toEqual([10, 8]);
  });

  test("as long as nothing is recorded, only what is kept is read", async () => {
    const scope = await newRepository();
    await storedBook(store, scope).record({ readings, cursors: [] });
    const before = shown(await storedHistory(store, scope, counting, from), from, counting);
    const ofIt = sql`repository_id = ${scope.repositoryId}`;
    await sql`delete from commits where ${ofIt}`.execute(store.db);
    await sql`delete from changes where ${ofIt} and merged_at < ${from}`.execute(store.db);
    await storedBook(store, scope).record({ readings: [deploy(10, 11)], cursors: [{ name: "history", value: 1 }] });
    expect(shown(await storedHistory(store, scope, counting, from), from, counting)).toEqual(before);
    await storedBook(store, scope).record({ readings: [deploy(11, 12)], cursors: [] });
    expect(shown(await storedHistory(store, scope, counting, from), from, counting)).not.toEqual(before);
  });

  test("what is attributed as before is not written again, and what no longer counts goes", async () => {
    const scope = await newRepository();
    const places = async () => {
      const { rows } = await sql<{ pull: number; place: string }>`
        select pull, xmin::text || ctid::text as place from shippings where repository_id = ${scope.repositoryId}`.execute(
        store.db,
      );
      return new Map(rows.map(({ pull, place }) => [pull, place]));
    };
    await storedBook(store, scope).record({ readings, cursors: [] });
    await storedHistory(store, scope, counting, from);
    const before = await places();
    const gone: Reading = { type: "change", key: 1, version: 2, record: null };
    await storedBook(store, scope).record({ readings: [gone, { ...deploy(2, 1), version: 2 }], cursors: [] });
    await storedHistory(store, scope, counting, from);
    const after = await places();
    expect([...after.keys()].toSorted((a, b) => a - b)).toEqual([2, 8, 10]);
    expect([8, 10].map((pull) => after.get(pull))).toEqual([8, 10].map((pull) => before.get(pull)));
    expect(after.get(2)).not.toBe(before.get(2));
  });

  test("of a repository that is not there nothing is known", async () => {
    const history = await storedHistory(store, { installationId: 1, repositoryId: 99 }, counting, from);
    expect(history).toMatchObject({ deployments: [], shippings: [], incidents: [] });
  });
});
