import { sql } from "kysely";
import type {
  ChangeReading,
  CommitReading,
  Cursor,
  DeploymentReading,
  IncidentReading,
  Reading,
  Recording,
  UpdateReading,
} from "../../records/book.ts";
import type { RecordId } from "../../records/record.ts";
import { standingReadings } from "../../records/standing.ts";
import { type ChangeKey, type DeploymentKey, NOTHING, notice, readBefore } from "../attribution/notice.ts";
import { type AttributionState, EVERYTHING, lockAttributions, putAttributionState } from "../attribution/state.ts";
import { recordHelp, removeHelp } from "../help-wanted/record.ts";
import { jsonText } from "../json.ts";
import { inTransaction, type Store, type Transaction } from "../store.ts";
import {
  changeTable,
  commitTable,
  deploymentTable,
  type IncidentOrigin,
  incidentTable,
  updateTable,
} from "./columns.ts";
import type { RecordScope } from "./scope.ts";
import { putSummary } from "./summaries.ts";
import { insertNew, upsertVersioned } from "./upsert.ts";

/** Stores readings and cursors, all or nothing, always in this order of tables. */
export async function record(store: Store, scope: RecordScope, recording: Recording): Promise<void> {
  const { readings, cursors, help = [], helpGone = [], summary } = recording;
  const isForKeys = readings.length > 0 || cursors.length > 0;
  if (!isForKeys && help.length === 0 && helpGone.length === 0 && summary === undefined) return;
  await inTransaction(store, async (transaction) => {
    for (const reading of help) await recordHelp(transaction, scope, reading);
    await removeHelp(transaction, scope, helpGone);
    if (summary !== undefined) await putSummary(transaction, scope, summary);
    if (!isForKeys) return;
    const state = await lockAttributions(transaction, scope);
    if (state === null) return;
    await putReadings(transaction, scope, readings, state);
    await putCursors(transaction, scope, cursors);
  });
}

/** `state`: as `lockAttributions` answered it in this transaction. */
export async function putReadings(
  transaction: Transaction,
  scope: RecordScope,
  readings: readonly Reading[],
  state: AttributionState,
): Promise<void> {
  const { commits, changes, deployments, incidents, updates } = standingReadings(readings);
  // Where nothing is attributed yet, everything will be.
  const isFresh = state.dirtyFrom === EVERYTHING;
  const deploymentRows = deployments.map(deploymentRow);
  const before = isFresh ? NOTHING : await readBefore(transaction, scope, changes, deploymentRows);
  const changed = {
    commits: await insertNew(transaction, scope, commitTable, commits.map(commitRow)),
    changes: await upsertVersioned<ChangeKey>(transaction, scope, changeTable, changes.map(changeRow)),
    deployments: await upsertVersioned<DeploymentKey>(transaction, scope, deploymentTable, deploymentRows),
    incidents: await upsertVersioned(transaction, scope, incidentTable, incidents.map(incidentRow)),
  };
  await upsertVersioned(transaction, scope, updateTable, updates.map(updateRow));
  if (isFresh) return;
  const now = { commits, changes, deployments: deploymentRows };
  const noticed = await notice(transaction, scope, { state, before, now, changed });
  if (noticed !== state) await putAttributionState(transaction, scope, noticed);
}

function commitRow({ record }: CommitReading) {
  const { sha, parents, authoredAt, committedAt } = record;
  return { sha, parents: parents.join(""), authored_at: authoredAt, committed_at: committedAt };
}

function changeRow({ key, version, record }: ChangeReading) {
  if (record === null) return { pull: key, version };
  return {
    pull: key,
    version,
    first_commit_at: record.firstCommitAt,
    opened_at: record.openedAt,
    ready_at: record.readyAt,
    first_review_at: record.firstReviewAt,
    approved_at: record.approvedAt,
    merged_at: record.mergedAt,
    repairs: record.repairs,
    fork: record.fork,
    sha: record.sha,
    reverts: record.reverts,
    base: record.base,
    head: record.head,
    author: record.author,
    labels: listed(record.labels),
    services: listed(record.services),
  };
}

function deploymentRow({ key, version, record }: DeploymentReading) {
  const slash = key.indexOf("/");
  const known = { source: key.slice(0, slash), id: key.slice(slash + 1), version };
  if (record === null) return known;
  return {
    ...known,
    started_at: record.startedAt,
    finished_at: record.finishedAt,
    is_numbered: isNumber(record.id),
    sha: record.sha,
    environment: record.environment,
    service: record.service,
    status: record.status,
    name: String(record.id),
    changes: record.changes,
  };
}

function incidentRow({ key, version, record }: IncidentReading) {
  const known = { origin: originOf(key), id: String(key), version };
  if (record === null) return known;
  return {
    ...known,
    opened_at: record.openedAt,
    resolved_at: record.resolvedAt,
    is_numbered: isNumber(record.id),
    is_deployment_numbered: isNumber(record.deployment),
    deployment: record.deployment === null ? null : String(record.deployment),
    source: record.source,
    labels: record.labels === null ? null : listed(record.labels),
  };
}

/** Whether an incident is an issue or was posted: both may have the same id. */
function originOf(key: IncidentReading["key"]): IncidentOrigin {
  return typeof key === "number" ? "issue" : "external";
}

function updateRow({ key, version, record }: UpdateReading) {
  if (record === null) return { number: key, version };
  return {
    number: key,
    version,
    opened_at: record.openedAt,
    closed_at: record.closedAt,
    security: record.security,
    automerge: record.automerge,
    bot: record.bot,
    kind: record.kind,
    state: record.state,
    packages: record.packages,
  };
}

/** Most lists are empty: null takes no room. */
function listed(values: readonly string[]): readonly string[] | null {
  return values.length === 0 ? null : values;
}

function isNumber(id: RecordId | null): boolean {
  return typeof id === "number";
}

async function putCursors(
  transaction: Transaction,
  { installationId, repositoryId }: RecordScope,
  cursors: readonly Cursor[],
): Promise<void> {
  if (cursors.length === 0) return;
  const last = [...new Map(cursors.map((cursor) => [cursor.name, cursor])).values()];
  await sql`insert into record_cursors (installation_id, repository_id, name, value)
    select repository.installation_id, repository.id, cursor.name, cursor.value
    from repositories repository, jsonb_to_recordset(${jsonText(last)}::jsonb) as cursor(name text, value jsonb)
    where repository.installation_id = ${installationId} and repository.id = ${repositoryId}
    order by cursor.name collate "C"
    on conflict (installation_id, repository_id, name) do update set value = excluded.value`.execute(transaction);
}
