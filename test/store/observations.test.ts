import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { putInstallation } from "../../src/store/installations.ts";
import {
  claimKey,
  dropObservations,
  keepObservation,
  observeAll,
  pruneObservations,
  readObservations,
  replaceObservation,
} from "../../src/store/observations.ts";
import { putRepository, removeRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";

const place = { installationId: 1, repositoryId: 10, automation: "milestone-tasks" };
const row = (key: string, changes: Partial<typeof place> = {}) => ({ ...place, ...changes, key });

async function keysOf(...asked: Parameters<typeof readObservations>): Promise<string[]> {
  return (await readObservations(...asked)).map(({ key }) => key);
}

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    for (const installationId of [1, 2]) {
      await putInstallation(store.db, { id: installationId, account: "acme", suspended: false, permissions: null });
      for (const id of [10, 11, 12]) {
        const archived = id === 12;
        await putRepository(store.db, { installationId, id, owner: "acme", name: `shop-${id}`, archived });
      }
    }
  });

  test("a key is remembered once and found by how it begins", async () => {
    await observeAll(store.db, [row("deleted/2/b"), row("deleted/2/a"), row("deleted/20/a"), row("moved/2/a")]);
    await observeAll(store.db, [row("deleted/2/a"), row("deleted/2/a")]);
    expect(await keysOf(store.db, place, "deleted/2/")).toEqual(["deleted/2/a", "deleted/2/b"]);
    expect(await keysOf(store.db, place, "")).toHaveLength(4);
    expect(await keysOf(store.db, place, "deleted/3/")).toEqual([]);
  });

  test.each(["%", "_", "\\", "'", "deleted/%"])("a prefix is no pattern: %s", async (prefix) => {
    await observeAll(store.db, [row("deleted/2/a"), row(`${prefix}x`)]);
    expect(await keysOf(store.db, place, prefix)).toEqual([`${prefix}x`]);
  });

  test.each([{ installationId: 2 }, { repositoryId: 11 }, { automation: "help-wanted" }])(
    "it is known to %j alone",
    async (other) => {
      await observeAll(store.db, [row("a", other)]);
      expect(await keysOf(store.db, place, "")).toEqual([]);
      expect(await keysOf(store.db, { ...place, ...other }, "")).toEqual(["a"]);
    },
  );

  test("of an unknown or archived repository nothing is remembered, and the others are", async () => {
    await observeAll(store.db, [row("a", { repositoryId: 99 }), row("a", { repositoryId: 12 }), row("a")]);
    expect(await store.db.selectFrom("observations").selectAll().execute()).toHaveLength(1);
  });

  test("it goes with its repository", async () => {
    await observeAll(store.db, [row("a")]);
    await removeRepositories(store.db, 1, [10]);
    expect(await store.db.selectFrom("observations").selectAll().execute()).toEqual([]);
  });

  const made = { number: 12, id: 120 };
  const lag = { unsureSeconds: 60, knownSeconds: 300 };
  const age = (seconds: number) =>
    sql`update observations set observed_at = now() - ${seconds} * interval '1 second'`.execute(store.db);

  test("a key is claimed once; who comes later hears what is known of it", async () => {
    expect(await claimKey(store.db, place, "created/a", lag)).toEqual({ claimed: true, former: null });
    expect(await claimKey(store.db, place, "created/a", lag)).toMatchObject({
      claimed: false,
      former: { value: null, ageSeconds: expect.any(Number) },
    });
    await replaceObservation(store.db, { ...row("created/a"), value: made });
    expect(await claimKey(store.db, place, "created/a", lag)).toMatchObject({
      claimed: false,
      former: { value: made },
    });
  });

  test.each([
    ["without an answer, when lists show what there is", null, lag, 61, true],
    ["without an answer, before that", null, lag, 59, false],
    ["made, when it would be in every list by now", made, lag, 301, true],
    ["made, while lists may not show it", made, lag, 299, false],
    ["made, and never again", made, { ...lag, knownSeconds: null }, 86_400, false],
  ])("%s", async (_name, value, wait, seconds, claimed) => {
    await replaceObservation(store.db, { ...row("created/a"), value });
    await age(seconds);
    expect(await claimKey(store.db, place, "created/a", wait)).toMatchObject({ claimed });
    // A claim starts the wait again, a refused one does not.
    const [left] = await readObservations(store.db, place, "created/a");
    expect(left?.ageSeconds ?? 0).toBeLessThan(claimed ? 30 : seconds + 30);
    expect(left?.ageSeconds ?? 0).toBeGreaterThanOrEqual(claimed ? 0 : seconds);
  });

  test("of two that claim at the same time one gets it", async () => {
    const claims = await Promise.all([1, 2, 3, 4].map(() => claimKey(store.db, place, "created/a", lag)));
    expect(claims.filter(({ claimed }) => claimed)).toHaveLength(1);
  });

  test("only what is young is read where that is asked, and a month later creations are forgotten", async () => {
    await observeAll(store.db, [row("created/a"), row("deleted/b")]);
    await age(31 * 86_400);
    await observeAll(store.db, [row("created/c")]);
    const young = await readObservations(store.db, place, "", { maxAgeSeconds: 300 });
    expect(young.map(({ key }) => key)).toEqual(["created/c"]);
    await pruneObservations(store.db, ["created/"]);
    expect(await keysOf(store.db, place, "")).toEqual(["created/c", "deleted/b"]);
    await dropObservations(store.db, place, ["created/c", "none"]);
    expect(await keysOf(store.db, place, "")).toEqual(["deleted/b"]);
  });

  test("what is asked for again is kept for another month, and not as if it were new", async () => {
    await observeAll(store.db, [row("created/a"), row("created/b")]);
    await age(29 * 86_400);
    await keepObservation(store.db, place, "created/a");
    const [kept, other] = await readObservations(store.db, place, "created/");
    expect(kept?.ageSeconds).toBeGreaterThan(86_399);
    expect(kept?.ageSeconds).toBeLessThan(2 * 86_400);
    expect(other?.ageSeconds).toBeGreaterThan(28 * 86_400);
    await age(100);
    await keepObservation(store.db, place, "created/a");
    expect((await readObservations(store.db, place, "created/a"))[0]?.ageSeconds).toBeLessThan(1000);
  });

  test.each([
    ["a\u0000b", "ab"],
    ["how a NUL is written: \\u0000", "how a NUL is written: \\u0000"],
  ])("a character that PostgreSQL cannot store is left out of a value: %j", async (reason, kept) => {
    await replaceObservation(store.db, { ...row("refused/a"), value: { reason } });
    await observeAll(store.db, [{ ...row("refused/b"), value: { reason } }]);
    const left = await readObservations(store.db, place, "refused/");
    expect(left.map(({ value }) => value)).toEqual([{ reason: kept }, { reason: kept }]);
  });
});
