import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addChosen, readChosen } from "../../src/store/chosen.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { putRepository, removeRepositories } from "../../src/store/repositories.ts";
import { inTransaction, type Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";

const scope = { installationId: 1, automation: "onboarding" };

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
    // Two Apps of one owner would have a database each; another installation may have a repository that moved.
    for (const installationId of [1, 2]) {
      await putInstallation(store.db, { id: installationId, account: "acme", suspended: false, permissions: null });
      for (let id = 1; id <= 30; id += 1) {
        await putRepository(store.db, { installationId, id, owner: "acme", name: `r${id}`, archived: false });
      }
    }
  });
  const add = (ids: readonly number[], most = 10, other = {}) =>
    inTransaction(store, (transaction) => addChosen(transaction, { ...scope, ...other }, ids, most));

  test("the first ones that there is room for, and no more, however many choose at once", async () => {
    const all = [9, 8, 7, 6, 5, 4, 3, 2, 1, 10, 11, 12];
    const answers = await Promise.all(all.map((first) => add([first, ...all])));
    for (const chosen of answers) expect(chosen.size).toBe(10);
    const chosen = await readChosen(store.db, scope);
    expect(chosen).toEqual(answers.at(-1));
    expect(await add([20, 21])).toEqual(chosen);
  });

  test("what comes later joins while there is room; another installation and automation choose for themselves", async () => {
    expect(await add([3, 1])).toEqual(new Set([1, 3]));
    expect(await add([1, 2], 3)).toEqual(new Set([1, 2, 3]));
    expect(await add([7], 3)).toEqual(new Set([1, 2, 3]));
    expect(await add([7], 3, { installationId: 2 })).toEqual(new Set([7]));
    expect(await add([8], 3, { automation: "other" })).toEqual(new Set([8]));
  });

  test("one that is not known here is not chosen, and one that left makes room", async () => {
    expect(await add([99, 1], 2)).toEqual(new Set([1]));
    await removeRepositories(store.db, 1, [1]);
    expect(await add([2, 3, 4], 2)).toEqual(new Set([2, 3]));
  });
});
