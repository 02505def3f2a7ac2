import { type RawBuilder, sql } from "kysely";
import type { CommitRecord, Instant, RecordId } from "../../records/record.ts";
import type {
  Recorded,
  RecordedChange,
  RecordedDeployment,
  RecordedIncident,
  RecordedUpdate,
} from "../../records/recorded.ts";
import { column, readColumns } from "../read-columns.ts";
import type { Database } from "../store.ts";
import type { IncidentOrigin } from "./columns.ts";
import type { RecordScope } from "./scope.ts";

type Where = RawBuilder<unknown>;
const ALL: Where = sql`true`;

/** All records of a repository, under the name that it has now. */
export function readRecords(db: Database, scope: RecordScope): Promise<Recorded> {
  // As they stand at one moment: what is recorded meanwhile is seen whole or not at all.
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute((transaction) => read(transaction, scope));
}

async function read(db: Database, scope: RecordScope): Promise<Recorded> {
  const repo = await nameOf(db, scope);
  if (repo === null) return { commits: [], changes: [], deployments: [], incidents: [] };
  return readAll(db, scope, repo);
}

/** Deployments that finished from then on, and what was merged into a branch. */
export async function readDeployedSince(
  db: Database,
  scope: RecordScope,
  from: Instant,
  branch: string | null,
): Promise<Pick<Recorded, "changes" | "deployments">> {
  const repo = await nameOf(db, scope);
  if (repo === null) return { changes: [], deployments: [] };
  return {
    changes: branch === null ? [] : await readChanges(db, scope, repo, sql`base = ${branch} and merged_at >= ${from}`),
    deployments: await readDeployments(db, scope, repo, sql`finished_at >= ${from}`),
  };
}

/** `owner/name`; null: it is not there. */
export async function nameOf(db: Database, { installationId, repositoryId }: RecordScope): Promise<string | null> {
  const row = await db
    .selectFrom("repositories")
    .select(["owner", "name"])
    .where("installation_id", "=", installationId)
    .where("id", "=", repositoryId)
    .executeTakeFirst();
  return row === undefined ? null : `${row.owner}/${row.name}`;
}

async function readAll(db: Database, scope: RecordScope, repo: string): Promise<Recorded> {
  return {
    commits: await readCommits(db, scope, repo),
    changes: await readChanges(db, scope, repo),
    deployments: await readDeployments(db, scope, repo),
    incidents: await readIncidents(db, scope, repo),
  };
}

/** Which of these commits are recorded. */
export async function knownCommits(
  db: Database,
  { installationId, repositoryId }: RecordScope,
  shas: readonly string[],
): Promise<ReadonlySet<string>> {
  if (shas.length === 0) return new Set();
  const { rows } = await sql<{ sha: string }>`
    select encode(sha, 'hex') as sha from commits
    where installation_id = ${installationId} and repository_id = ${repositoryId}
      and sha = any(array(select decode(name, 'hex') from unnest(${sql.val([...shas])}::text[]) as name))`.execute(db);
  return new Set(rows.map(({ sha }) => sha));
}

export async function readCursor(
  db: Database,
  { installationId, repositoryId }: RecordScope,
  name: string,
): Promise<unknown> {
  const row = await db
    .selectFrom("record_cursors")
    .select("value")
    .where("installation_id", "=", installationId)
    .where("repository_id", "=", repositoryId)
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value ?? null;
}

async function readCommits(
  db: Database,
  { installationId, repositoryId }: RecordScope,
  repo: string,
): Promise<CommitRecord[]> {
  type Row = Pick<CommitRecord, "sha" | "authoredAt" | "committedAt"> & { readonly parents: string };
  const { rows } = await sql<Row>`
    select encode(sha, 'hex') as sha, encode(parents, 'hex') as parents, authored_at as "authoredAt",
      committed_at as "committedAt"
    from commits where installation_id = ${installationId} and repository_id = ${repositoryId}`.execute(db);
  return rows.map((row) => ({ type: "commit", repo, ...row, parents: pieces(row.parents, row.sha.length) }));
}

/** Hexadecimal digits, `length` for each. */
function pieces(joined: string, length: number): string[] {
  return Array.from({ length: joined.length / length }, (_, at) => joined.slice(at * length, (at + 1) * length));
}

export async function readChanges(
  db: Database,
  { installationId, repositoryId }: RecordScope,
  repo: string,
  where: Where = ALL,
): Promise<RecordedChange[]> {
  type Row = Omit<RecordedChange, "type" | "repo" | "labels" | "services"> & {
    readonly labels: readonly string[] | null;
    readonly services: readonly string[] | null;
  };
  const rows = await readColumns<Row>(
    db,
    {
      pull: column("number", sql`pull`),
      sha: column("word", sql`encode(sha, 'hex')`),
      author: column("json", sql`author`),
      firstCommitAt: column("number", sql`first_commit_at`),
      openedAt: column("number", sql`opened_at`),
      readyAt: column("number", sql`ready_at`),
      firstReviewAt: column("number", sql`first_review_at`),
      approvedAt: column("number", sql`approved_at`),
      mergedAt: column("number", sql`merged_at`),
      labels: column("json", sql`labels`),
      services: column("json", sql`services`),
      reverts: column("word", sql`encode(reverts, 'hex')`),
      repairs: column("number", sql`repairs`),
      base: column("json", sql`base`),
      head: column("json", sql`head`),
      fork: column("boolean", sql`fork`),
    },
    sql`from changes
      where installation_id = ${installationId} and repository_id = ${repositoryId} and base is not null and ${where}`,
  );
  return rows.map((row) => ({
    type: "change",
    repo,
    ...row,
    labels: row.labels ?? [],
    services: row.services ?? [],
  }));
}

export async function readDeployments(
  db: Database,
  { installationId, repositoryId }: RecordScope,
  repo: string,
  where: Where = ALL,
): Promise<RecordedDeployment[]> {
  type Row = Omit<RecordedDeployment, "type" | "repo" | "id"> & { readonly id: string; readonly numbered: boolean };
  const { rows } = await sql<Row>`
    select name as id, is_numbered as numbered, environment, service, encode(sha, 'hex') as sha, status, started_at as "startedAt",
      finished_at as "finishedAt", changes, source
    from deployments
    where installation_id = ${installationId} and repository_id = ${repositoryId} and environment is not null
      and ${where}`.execute(db);
  return rows.map(({ numbered, id, ...row }) => ({ type: "deployment", repo, id: idOf(id, numbered), ...row }));
}

export async function readIncidents(
  db: Database,
  { installationId, repositoryId }: RecordScope,
  repo: string,
  where: Where = ALL,
): Promise<RecordedIncident[]> {
  type Row = Omit<RecordedIncident, "type" | "repo" | "id" | "deployment"> & {
    readonly id: string;
    readonly numbered: boolean;
    readonly deployment: string | null;
    readonly deploymentNumbered: boolean;
    readonly origin: IncidentOrigin;
  };
  const { rows } = await sql<Row>`
    select id, is_numbered as numbered, opened_at as "openedAt", resolved_at as "resolvedAt", deployment,
      is_deployment_numbered as "deploymentNumbered", source, labels, origin
    from incidents
    where installation_id = ${installationId} and repository_id = ${repositoryId} and opened_at is not null
      and ${where}`.execute(db);
  return rows.map(({ id, numbered, deployment, deploymentNumbered, labels, origin, ...row }) => ({
    type: "incident",
    repo,
    id: idOf(id, numbered),
    ...row,
    deployment: deployment === null ? null : idOf(deployment, deploymentNumbered),
    labels: origin === "external" ? null : (labels ?? []),
  }));
}

export async function readUpdates(
  db: Database,
  { installationId, repositoryId }: RecordScope,
): Promise<RecordedUpdate[]> {
  const { rows } = await sql<RecordedUpdate>`
    select number, bot, kind, security, automerge, state, opened_at as "openedAt", closed_at as "closedAt", packages
    from updates
    where installation_id = ${installationId} and repository_id = ${repositoryId} and bot is not null
    order by number`.execute(db);
  return rows;
}

function idOf(id: string, isNumber: boolean): RecordId {
  return isNumber ? Number(id) : id;
}
