import { type RawBuilder, sql } from "kysely";
import type { Summarized, Summary } from "../../records/summary.ts";
import { jsonText } from "../json.ts";
import type { Database } from "../store.ts";
import type { RecordScope } from "./scope.ts";

/** One that is older than what is stored changes nothing; nothing is kept of a repository that is not there. */
export async function putSummary(
  db: Database,
  { installationId, repositoryId }: RecordScope,
  { kind, at, value, isPrivate }: Summary,
): Promise<void> {
  await sql`insert into summaries as known (installation_id, repository_id, kind, at, value, is_private)
    select installation_id, id, ${kind}, ${at}, ${jsonText(value)}::jsonb, ${isPrivate}
    from repositories where installation_id = ${installationId} and id = ${repositoryId}
    on conflict (installation_id, repository_id, kind) do update
    set at = excluded.at, value = excluded.value, is_private = excluded.is_private
    where excluded.at >= known.at`.execute(db);
}

interface Row {
  readonly owner: string;
  readonly name: string;
  readonly at: number | null;
  readonly value: unknown;
  readonly is_private: boolean | null;
}

/** Each repository of an installation that is not archived, with what an automation found there last. */
export async function readSummaries(
  db: Database,
  installationId: number,
  kind: string,
): Promise<readonly Summarized[]> {
  return read(db, kind, sql`repository.installation_id = ${installationId}`);
}

/** The same of every installation: for whoever runs the server. */
export async function readEverySummary(db: Database, kind: string): Promise<readonly Summarized[]> {
  return read(db, kind, sql`summary.at is not null`);
}

async function read(db: Database, kind: string, where: RawBuilder<unknown>): Promise<readonly Summarized[]> {
  const { rows } =
    await sql<Row>`select repository.owner, repository.name, summary.at, summary.value, summary.is_private
    from repositories repository
    left join summaries summary on summary.installation_id = repository.installation_id
      and summary.repository_id = repository.id and summary.kind = ${kind}
    where ${where} and not repository.archived and repository.missing_since is null
    order by lower(repository.name), repository.id`.execute(db);
  return rows.map(({ owner, name, at, value, is_private }) => ({
    owner,
    name,
    summary: at === null ? null : { at: Number(at), value, isPrivate: is_private !== false },
  }));
}
