import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { observedComment } from "../../src/commands/awaited.ts";
import { prune } from "../../src/engine/prune.ts";
import { writingKey } from "../../src/github/lost-edits.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { observeAll, readObservations } from "../../src/store/observations.ts";
import { putRepository } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";

const place = { installationId: 1, repositoryId: 10, automation: "milestone-tasks" };

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

  test("what bridged a lag is forgotten after a month, what GitHub forgets is kept", async () => {
    const bridging = ["created/reply/1", "refused/lanes/h", observedComment(5, 7), writingKey(5)];
    await observeAll(
      store.db,
      [...bridging, "deleted/5/freeze"].map((key) => ({ ...place, key })),
    );
    await sql`update observations set observed_at = now() - interval '31 days'`.execute(store.db);
    const young = observedComment(6, 8);
    await observeAll(store.db, [{ ...place, key: young }]);
    await prune(store);
    const left = (await readObservations(store.db, place, "")).map(({ key }) => key);
    expect(left).toEqual([young, "deleted/5/freeze"]);
  });
});
