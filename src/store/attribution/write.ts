import { sql } from "kysely";
import { seriesIn } from "../../metrics/attribution/series.ts";
import type { History } from "../../metrics/history.ts";
import type { RecordTable } from "../records/columns.ts";
import type { RecordScope } from "../records/scope.ts";
import { deleteRows, upsertRows } from "../records/upsert.ts";
import type { Transaction } from "../store.ts";
import { incidentRow, linkedIncidentTable, shippingRow, shippingTable } from "./rows.ts";

const AT_ONCE = 10_000;

type Row = Readonly<Record<string, unknown>>;

/** In place of what was computed before. */
export async function replaceAttributions(
  transaction: Transaction,
  scope: RecordScope,
  history: History,
): Promise<void> {
  const shippings = history.shippings.map((shipping): Row => ({ ...shippingRow(shipping, history) }));
  await replaceAll(transaction, scope, shippingTable, shippings);
  await replaceAll(transaction, scope, linkedIncidentTable, history.incidents.map(incidentRow));
}

/** Writes only what is different: nearly all of it never changes again. */
async function replaceAll(
  transaction: Transaction,
  scope: RecordScope,
  table: RecordTable,
  rows: readonly Row[],
): Promise<void> {
  const keys = Object.keys(table.key);
  const columns = [...keys, ...Object.keys(table.columns)];
  const keyOf = (row: Row) => JSON.stringify(keys.map((name) => row[name]));
  const contentOf = (row: Row) => JSON.stringify(columns.map((name) => row[name]));
  const known = new Map((await readRows(transaction, scope, table, columns)).map((row) => [keyOf(row), row]));
  const changed: Row[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const before = known.get(key);
    if (before === undefined || contentOf(before) !== contentOf(row)) changed.push(row);
    known.delete(key);
  }
  for (const gone of inParts([...known.values()])) await deleteRows(transaction, scope, table, gone);
  for (const part of inParts(changed)) await upsertRows(transaction, scope, table, part);
}

async function readRows(
  transaction: Transaction,
  { installationId, repositoryId }: RecordScope,
  { name }: RecordTable,
  columns: readonly string[],
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)}
    where installation_id = ${installationId} and repository_id = ${repositoryId}`.execute(transaction);
  return rows;
}

function inParts(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, at) =>
    rows.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
}

/** A report says why nothing shipped before them. */
export function firstDeployments({ deployments }: History): string[] {
  return seriesIn(deployments).flatMap(({ deployments: [first] }) =>
    first === undefined ? [] : [String(first.record.id)],
  );
}
