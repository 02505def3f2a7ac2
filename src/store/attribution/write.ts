import { sql } from "kysely";
import { seriesIn } from "../../metrics/attribution/series.ts";
import type { History } from "../../metrics/history.ts";
import type { RecordTable } from "../records/columns.ts";
import type { RecordScope } from "../records/scope.ts";
import { insertNew } from "../records/upsert.ts";
import type { Transaction } from "../store.ts";
import { incidentRow, linkedIncidentTable, shippingRow, shippingTable } from "./rows.ts";

const AT_ONCE = 10_000;

/** In place of what was computed before. */
export async function replaceAttributions(
  transaction: Transaction,
  scope: RecordScope,
  history: History,
): Promise<void> {
  await replaceAll(transaction, scope, shippingTable, history.shippings, (shipping) => shippingRow(shipping, history));
  await replaceAll(transaction, scope, linkedIncidentTable, history.incidents, incidentRow);
}

async function replaceAll<T>(
  transaction: Transaction,
  scope: RecordScope,
  table: RecordTable,
  values: readonly T[],
  rowOf: (value: T) => object,
): Promise<void> {
  await sql`delete from ${sql.table(table.name)}
    where installation_id = ${scope.installationId} and repository_id = ${scope.repositoryId}`.execute(transaction);
  for (let at = 0; at < values.length; at += AT_ONCE)
    await insertNew(transaction, scope, table, values.slice(at, at + AT_ONCE).map(rowOf));
}

/** A report says why nothing shipped before them. */
export function firstDeployments({ deployments }: History): string[] {
  return seriesIn(deployments).flatMap(({ deployments: [first] }) =>
    first === undefined ? [] : [String(first.record.id)],
  );
}
