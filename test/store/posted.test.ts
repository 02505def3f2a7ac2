import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { putInstallation } from "../../src/store/installations.ts";
import { migrations } from "../../src/store/migrations.ts";
import { storedBook } from "../../src/store/records/book.ts";
import { type PostedRecord, postRecord } from "../../src/store/records/post.ts";
import { findInstallationsOf, putRepository, removeRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { hashOf, isToken, newToken, startOf } from "../../src/store/tokens/token.ts";
import { addToken, findTokens, listTokens, revokeTokens } from "../../src/store/tokens/tokens.ts";
import { clear, eachDatabase, execute, type TestDatabase } from "../each-database.ts";
import { incident } from "../metrics/records.ts";
import { deployed, labeled } from "../records/recorded.ts";

const SHOP = { installationId: 1, repositoryId: 10 };
const WEB = { installationId: 1, repositoryId: 11 };
const ELSEWHERE = { installationId: 2, repositoryId: 10 };
const NAMED = { owner: "Acme", name: "shop" };

const deployment = (finishedAt: number, more: Partial<PostedRecord> = {}): PostedRecord =>
  deployed("r7", finishedAt, { source: "external", repo: "acme/shop", ...(more as object) });
const page = (openedAt: number): PostedRecord => ({
  ...incident("12", openedAt, null),
  repo: "acme/shop",
  labels: null,
});

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
    for (const { installationId, repositoryId } of [SHOP, WEB, ELSEWHERE]) {
      await putInstallation(store.db, { id: installationId, account: "acme", suspended: false, permissions: null });
      const name = repositoryId === 10 ? "shop" : "web";
      await putRepository(store.db, { installationId, id: repositoryId, owner: "acme", name, archived: false });
    }
  });

  test("what is posted again changes nothing, and with other content replaces it, also by a clock that is behind", async () => {
    expect(await postRecord(store, SHOP, deployment(50), 1_000)).toBe("new");
    expect(await postRecord(store, SHOP, deployment(50), 2_000)).toBe("same");
    expect(await postRecord(store, SHOP, deployment(60), 2_000)).toBe("replaced");
    expect(await postRecord(store, SHOP, deployment(50), 1_000)).toBe("replaced");
    expect((await storedBook(store, SHOP).all()).deployments).toEqual([deployment(50)]);
  });

  test("an incident that is posted stands beside the issue with its number", async () => {
    const book = storedBook(store, SHOP);
    await book.record({
      readings: [{ type: "incident", key: 12, version: 1, record: labeled(12, 40, ["incident"]) }],
      cursors: [],
    });
    expect(await postRecord(store, SHOP, page(50), 1_000)).toBe("new");
    expect(await postRecord(store, SHOP, page(50), 1_000)).toBe("same");
    expect(new Set((await book.all()).incidents)).toEqual(new Set([labeled(12, 40, ["incident"]), page(50)]));
  });

  test("a name that was cut in the middle of a character is stored all the same", async () => {
    const cut = deployment(50, { environment: "a\ud83d", service: "\0b" } as Partial<PostedRecord>);
    expect(await postRecord(store, SHOP, cut, 1_000)).toBe("new");
    const [stored] = (await storedBook(store, SHOP).all()).deployments;
    expect([stored?.environment, stored?.service]).toEqual(["a\ufffd", "b"]);
  });

  test("repositories are found in each installation that has them", async () => {
    expect(await findInstallationsOf(store.db, [11, 12, 10])).toEqual([[1], [], [1, 2]]);
  });

  test("it is one repository's of one installation, and nobody's once that is gone", async () => {
    await postRecord(store, SHOP, deployment(50), 1_000);
    for (const other of [WEB, ELSEWHERE]) expect((await storedBook(store, other).all()).deployments).toEqual([]);
    await removeRepositories(store.db, 1, [10]);
    expect(await postRecord(store, SHOP, deployment(50), 1_000)).toBeNull();
  });

  test("a token opens its one repository until it is revoked, and is stored nowhere", async () => {
    const [token, other] = [await addToken(store.db, SHOP, "Argo CD"), await addToken(store.db, WEB, null)];
    if (token === null || other === null) throw new Error("both repositories are there");
    expect([isToken(token), token === other]).toEqual([true, false]);
    expect(await findTokens(store.db, [other, newToken(), token, other])).toEqual([WEB, null, SHOP, WEB]);
    const { rows } = await sql<{ row: string }>`select t::text as row from tokens t`.execute(store.db);
    expect(rows).toHaveLength(2);
    expect(rows.filter(({ row }) => row.includes(token.slice(startOf(token).length)))).toEqual([]);

    expect(await listTokens(store.db, NAMED)).toMatchObject([{ start: startOf(token), name: "Argo CD" }]);
    expect((await listTokens(store.db, NAMED))[0]?.usedAt).toBeInstanceOf(Date);
    expect(await revokeTokens(store.db, { owner: "acme", name: "web" }, startOf(token))).toBe(0);
    expect(await revokeTokens(store.db, NAMED, startOf(token).slice(0, -1))).toBe(0);
    expect(await revokeTokens(store.db, NAMED, token)).toBe(1);
    expect(await findTokens(store.db, [token, other])).toEqual([null, WEB]);
    await removeRepositories(store.db, 1, [11]);
    expect(await findTokens(store.db, [other])).toEqual([null]);
    expect(await addToken(store.db, WEB, null)).toBeNull();
    expect(hashOf(token)).toHaveLength(64);
  });

  test("incidents that were recorded before stay", async () => {
    await execute(
      store,
      "drop table tokens",
      "alter table installations drop column account_id",
      "alter table incidents drop constraint incidents_pkey, drop column origin, drop column is_numbered",
      "alter table incidents alter column id type bigint using id::bigint",
      "alter table incidents rename column id to number",
      "alter table incidents add primary key (installation_id, repository_id, number)",
      `insert into incidents (installation_id, repository_id, number, version, opened_at, source, labels)
        values (1, 10, 12, 1, 40, 'issue', array['incident'])`,
    );
    await migrations["0017-posted-records"]?.up(store.db);
    const { incidents } = await storedBook(store, SHOP).all();
    expect(incidents).toEqual([{ ...labeled(12, 40, ["incident"]), source: "issue" }]);
  });
});
