import { sql } from "kysely";
import { shippingsOf } from "../../metrics/attribution/shipping.ts";
import type { Counting } from "../../metrics/counting.ts";
import { readChanges } from "../records/read.ts";
import { deleteRows, upsertRows } from "../records/upsert.ts";
import { countedAmong } from "./counted.ts";
import { ofRepository, type Place } from "./place.ts";
import { changeRow, keyOf, unshippedTable } from "./rows.ts";
import { isSameRow, readShippings, readUnshipped, unshippedRow } from "./shippings.ts";

/** Keeps which of the next pull requests after this number are not shipped. Answers the last of them; null: all are seen. */
export async function countUnshipped(
  place: Place,
  counting: Counting,
  after: number,
  most: number,
): Promise<number | null> {
  const { transaction, scope, repo } = place;
  const { rows } = await sql<{ pull: number }>`
    select pull from changes where ${ofRepository(scope)} and pull > ${after} order by pull limit 1 offset ${most - 1}`.execute(
    transaction,
  );
  const last = rows[0]?.pull ?? null;
  const among = last === null ? sql`pull > ${after}` : sql`pull > ${after} and pull <= ${last}`;
  const recorded = await readChanges(transaction, scope, repo, among);
  const counted = shippingsOf(await countedAmong(place, counting, recorded), counting.settings.ignoreAuthors);
  const shipped = new Set((await readShippings(place, among)).map(keyOf));
  const known = new Map((await readUnshipped(place, among)).map((row) => [keyOf(row), row]));
  const changed = counted.map(changeRow).flatMap((row) => {
    if (shipped.has(keyOf(row))) return [];
    const was = known.get(keyOf(row));
    known.delete(keyOf(row));
    return was !== undefined && isSameRow(unshippedRow(row), was) ? [] : [unshippedRow(row)];
  });
  await deleteRows(transaction, scope, unshippedTable, [...known.values()]);
  await upsertRows(transaction, scope, unshippedTable, changed);
  return last;
}
