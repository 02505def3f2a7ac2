import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { observedComment } from "../../src/commands/awaited.ts";
import { fourKeysSection } from "../../src/config/sections/four-keys/schema.ts";
import { prune } from "../../src/engine/prune.ts";
import { writingKey } from "../../src/github/lost-edits.ts";
import type { Reading } from "../../src/records/book.ts";
import { storedOverview } from "../../src/store/attribution/overview.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { observeAll, readObservations } from "../../src/store/observations.ts";
import { storedBook } from "../../src/store/records/book.ts";
import { putRepository } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { commit, DAY, SETTINGS } from "../metrics/records.ts";
import { deployed, labeled, pull, sha, updated } from "../records/recorded.ts";

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
    const bridging = ["created/reply/1", "refused/lanes/h", observedComment(5, 7), writingKey(5), "head/1/2"];
    await observeAll(
      store.db,
      [...bridging, "deleted/5/freeze"].map((key) => ({ ...place, key })),
    );
    await sql`update observations set observed_at = now() - interval '31 days'`.execute(store.db);
    const young = observedComment(6, 8);
    await observeAll(store.db, [{ ...place, key: young }]);
    await prune(store, new Date(), { retention: null, forgotten: ["head/"] });
    const left = (await readObservations(store.db, place, "")).map(({ key }) => key);
    expect(left).toEqual([young, "deleted/5/freeze"]);
  });

  const now = new Date("2026-11-20T01:00:00Z");
  const noon = now.getTime() - 30 * DAY;
  const book = () => storedBook(store, place);
  const ended: readonly Reading[] = [
    { type: "commit", record: { ...commit(sha("old")), committedAt: noon - 1 } },
    { type: "change", key: 1, version: noon, record: pull(1, noon - 1, { openedAt: noon - DAY }) },
    { type: "change", key: 2, version: noon - 1, record: null },
    { type: "deployment", key: "environment/1", version: noon, record: deployed(1, noon - 1) },
    { type: "incident", key: 1, version: noon, record: { ...labeled(1, noon - DAY, []), resolvedAt: noon - 1 } },
    updated(1, noon - 1, noon),
    { type: "update", key: 2, version: noon - 1, record: null },
  ];
  const kept: readonly Reading[] = [
    { type: "commit", record: { ...commit(sha("new")), authoredAt: noon - DAY, committedAt: noon } },
    { type: "commit", record: commit(sha("without times")) },
    { type: "change", key: 3, version: noon - DAY, record: pull(3, noon, { openedAt: noon - DAY }) },
    { type: "deployment", key: "environment/2", version: noon - DAY, record: deployed(2, noon) },
    { type: "incident", key: 2, version: noon - DAY, record: labeled(2, noon - DAY, []) },
    updated(3, noon, noon - DAY),
  ];

  test("records older than DETOIL_RETENTION go, by their last time", async () => {
    await book().record({ readings: [...ended, ...kept], cursors: [] });
    await prune(store, now, { retention: { amount: 30, unit: "days" }, forgotten: [] });
    const { commits, changes, deployments, incidents } = await book().all();
    expect(commits.map((each) => each.sha).toSorted()).toEqual([sha("new"), sha("without times")].toSorted());
    expect(changes.map((each) => each.pull)).toEqual([3]);
    expect(deployments.map(({ id }) => id)).toEqual([2]);
    expect(incidents.map(({ id }) => id)).toEqual([2]);
    expect((await book().updates()).map(({ number }) => number)).toEqual([3]);
  });

  test("what was attributed of them goes with them", async () => {
    const counting = {
      section: fourKeysSection.parse({ deployments: { environment: ["production"] } }),
      lanes: [],
      settings: SETTINGS,
    };
    const unshipped: Reading = { type: "change", key: 4, version: noon, record: pull(4, noon - 1) };
    await book().record({ readings: [...ended, ...kept, unshipped], cursors: [] });
    const periods = { window: { from: noon - 2 * DAY, to: noon + DAY }, beforeFrom: noon - 3 * DAY };
    const shown = async () => {
      const { deployments, unattributed } = await storedOverview(store, place, counting, periods);
      const names = unattributed.changes.map(({ shipping }) => shipping.change.pull);
      return [deployments.map(({ deployment, changes }) => [deployment.record.id, changes]), names];
    };
    const before = [
      [2, 1],
      [1, 1],
    ];
    expect(await shown()).toEqual([before, [4]]);
    await prune(store, now, { retention: { amount: 30, unit: "days" }, forgotten: [] });
    expect(await shown()).toEqual([[[2, 1]], []]);
  });

  test("without it they are kept", async () => {
    await book().record({ readings: ended, cursors: [] });
    await prune(store, now, { retention: null, forgotten: [] });
    expect(Object.values(await book().all()).map((records: readonly unknown[]) => records.length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(await book().updates()).toHaveLength(1);
  });
});
