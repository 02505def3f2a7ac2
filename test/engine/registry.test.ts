import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { prune } from "../../src/engine/prune.ts";
import { openRegistry } from "../../src/engine/registry.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { putRepository } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";

const place = { installationId: 1, repositoryId: 10, automation: "release-pr" };
const given = { number: null, id: 9 };
const once = { once: true };

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
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
    await putRepository(store.db, { installationId: 1, id: 10, owner: "acme", name: "shop", archived: false });
  });
  const open = () => openRegistry(store, place, "lanes", { seconds: 60 });
  const daysPass = (days: number) =>
    sql`update observations set observed_at = observed_at - ${days} * interval '1 day'`.execute(store.db);

  test("what is said once is lagging for a moment, and then out of sight", async () => {
    const registry = await open();
    expect(await registry.claim("note/1", once)).toEqual({ kind: "new" });
    await registry.made("note/1", given);
    expect(await registry.claim("note/1", once)).toEqual({ kind: "made", given, lagging: true });
    await daysPass(1);
    expect(await registry.claim("note/1", once)).toEqual({ kind: "made", given, lagging: false });
    expect(await registry.recent()).toEqual(new Map());
  });

  test("it is not said again while plans ask for it, and forgotten a month after the last one did", async () => {
    const registry = await open();
    await registry.made("note/1", given);
    for (let month = 0; month < 3; month += 1) {
      await daysPass(28);
      expect(await registry.claim("note/1", once)).toMatchObject({ kind: "made" });
      await prune(store, new Date(), { retention: null, forgotten: [] });
    }
    expect(await registry.recent(), "not news").toEqual(new Map());
    await daysPass(31);
    await prune(store, new Date(), { retention: null, forgotten: [] });
    expect(await registry.claim("note/1", once)).toEqual({ kind: "new" });
  });
});
