import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { embedded } from "../database/embedded.ts";

const counted = (db: Store["db"], id: number) =>
  sql<{ id: number; many: number }>`select ${id}::bigint as id, count(*)::int as many from installations`.execute(db);

test("a prepared statement counts what came since, and survives errors in and outside of transactions", async () => {
  const database = await embedded();
  onTestFinished(database.drop);
  const { db } = await database.open();
  const wrong = (one: Store["db"]) => sql`select ${"x"}::text::bigint as id`.execute(one);
  for (let id = 1; id <= 520; id++) {
    if (id % 100 === 0) await sql`insert into installations (id, account) values (${id}, 'acme')`.execute(db);
    if (id % 200 === 0) {
      await expect(wrong(db)).rejects.toMatchObject({ code: "22P02" });
      await expect(db.transaction().execute(wrong)).rejects.toMatchObject({ code: "22P02" });
    }
    expect((await counted(db, id)).rows).toEqual([{ id, many: Math.floor(id / 100) }]);
  }
});
