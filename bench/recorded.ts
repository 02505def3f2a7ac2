import { openStore } from "../src/store/open.ts";

/** GUIDs of the deliveries that a stopped server left in its database. */
export async function recordedDeliveries(databaseUrl: string | null, folder: string): Promise<ReadonlySet<string>> {
  const store = await openStore({ databaseUrl, folder });
  const rows = await store.db.selectFrom("deliveries").select("guid").execute();
  await store.close();
  return new Set(rows.map((row) => row.guid));
}
