import { sql } from "kysely";
import type { DeploymentReading, IncidentReading } from "../../records/book.ts";
import type { Instant } from "../../records/record.ts";
import type { RecordedDeployment, RecordedIncident } from "../../records/recorded.ts";
import { lockAttributions } from "../attribution/state.ts";
import { inTransaction, type Store, type Transaction } from "../store.ts";
import { nameOf, readDeployments, readIncidents } from "./read.ts";
import { putReadings } from "./record.ts";
import type { RecordScope } from "./scope.ts";

/** What somebody posts: its id is a name of its own, beside those that GitHub gives. */
export type PostedRecord = RecordedDeployment | RecordedIncident;

/** Whether the record is new, as it was, or in place of another one with its id. */
export type Posted = "new" | "same" | "replaced";

/** Stores what was posted: the last one stands. The same again changes nothing. null: there is no such repository. */
export function postRecord(
  store: Store,
  scope: RecordScope,
  record: PostedRecord,
  now: Instant,
): Promise<Posted | null> {
  return inTransaction(store, async (transaction) => {
    const state = await lockAttributions(transaction, scope);
    const repo = await nameOf(transaction, scope);
    if (state === null || repo === null) return null;
    const known = await readPosted(transaction, scope, repo, record);
    if (known !== null && isSame(known.record, { ...record, repo })) return "same";
    // Of two processes one may be behind: what comes last stands all the same.
    await putReadings(transaction, scope, [readingOf(record, Math.max(now, known?.version ?? now))], state);
    return known === null ? "new" : "replaced";
  });
}

function readingOf(record: PostedRecord, version: Instant): DeploymentReading | IncidentReading {
  const id = String(record.id);
  return record.type === "deployment"
    ? { type: "deployment", key: `external/${id}`, version, record }
    : { type: "incident", key: id, version, record };
}

async function readPosted(transaction: Transaction, scope: RecordScope, repo: string, { type, id }: PostedRecord) {
  const key = String(id);
  const [table, isIt] =
    type === "deployment"
      ? [sql`deployments`, sql`source = 'external' and id = ${key}`]
      : [sql`incidents`, sql`origin = 'external' and id = ${key}`];
  const read = type === "deployment" ? readDeployments : readIncidents;
  const [record] = await read(transaction, scope, repo, isIt);
  if (record === undefined) return null;
  const { rows } = await sql<{ version: Instant }>`
    select version from ${table}
    where installation_id = ${scope.installationId} and repository_id = ${scope.repositoryId} and ${isIt}`.execute(
    transaction,
  );
  return { record, version: rows[0]?.version ?? 0 };
}

function isSame(a: PostedRecord, b: PostedRecord): boolean {
  const inOrder = (record: PostedRecord) =>
    JSON.stringify(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return inOrder(a) === inOrder(b);
}
