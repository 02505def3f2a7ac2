import { sql } from "kysely";
import type { HelpReading } from "../../records/help-wanted/help-request.ts";
import { holderOf } from "../../records/help-wanted/home-state.ts";
import { isHeardOf } from "../../records/help-wanted/reservation.ts";
import { jsonText } from "../json.ts";
import type { RecordScope } from "../records/scope.ts";
import type { Transaction } from "../store.ts";
import { homeKey } from "./home.ts";

/** Stores one reading, unless a later one is stored. Nothing of a repository that is not there. */
export async function recordHelp(transaction: Transaction, scope: RecordScope, reading: HelpReading): Promise<void> {
  const { installationId, repositoryId } = scope;
  const { number, since, revision, readAt, record } = reading;
  const home = await homeKey(transaction, installationId, reading.home);
  const holder = holderOf(record)[0]?.toLowerCase() ?? null;
  const { numAffectedRows } = await sql`
    insert into help_requests as known (installation_id, repository_id, number, since, home, revision, read_at, holder, record)
    select installation_id, id, ${number}, ${since}, ${home}, ${revision}, ${readAt}, ${holder}, ${jsonText(record)}::jsonb
    from repositories where installation_id = ${installationId} and id = ${repositoryId}
    on conflict (installation_id, repository_id, number, since) do update
      set home = excluded.home, revision = excluded.revision, read_at = excluded.read_at, holder = excluded.holder, record = excluded.record
      where excluded.revision >= known.revision`.execute(transaction);
  if (Number(numAffectedRows ?? 0) > 0) await recordAsks(transaction, scope, reading, home);
}

/** Forgets all requests of these issues and pull requests. */
export async function removeHelp(
  transaction: Transaction,
  { installationId, repositoryId }: RecordScope,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  const isGone = sql`installation_id = ${installationId} and repository_id = ${repositoryId}
    and number = any(${sql.val([...numbers])}::bigint[])`;
  await sql`delete from help_requests where ${isGone}`.execute(transaction);
  await sql`delete from help_asks where ${isGone}`.execute(transaction);
}

async function recordAsks(
  transaction: Transaction,
  { installationId, repositoryId }: RecordScope,
  { number, since, record }: HelpReading,
  home: string,
): Promise<void> {
  const isHere = sql`installation_id = ${installationId} and repository_id = ${repositoryId} and number = ${number}
    and since = ${since}`;
  type Row = { readonly place: number; readonly login: string; readonly at: string; readonly seq: string };
  const { rows } = await sql<Row>`
    select place, login, asked_at::text as at, seq::text as seq from help_asks where ${isHere} for update`.execute(
    transaction,
  );
  const before = rows.map(({ at, seq, ...row }) => ({ ...row, at: Number(at), seq: Number(seq) }));
  const asks = record.asks.map(({ login, at }, place) => ({ login: login.toLowerCase(), at, place }));
  const isLike = (one: (typeof asks)[number], other: (typeof asks)[number]) =>
    one.login === other.login && one.at === other.at;
  const reserved = before.find(({ place }) => place < 0);
  const isKept = (row: (typeof before)[number]) =>
    row.place < 0 ? !isHeardOf(row, record) : asks.some((ask) => ask.place === row.place && isLike(ask, row));
  const gone = before.filter((row) => !isKept(row)).map(({ place }) => place);
  if (gone.length > 0)
    await sql`delete from help_asks where ${isHere} and place = any(${sql.val(gone)}::integer[])`.execute(transaction);
  await sql`update help_asks set home = ${home} where ${isHere} and home <> ${home}`.execute(transaction);
  for (const ask of asks) {
    if (before.some((row) => row.place === ask.place && isLike(row, ask))) continue;
    // What was reserved keeps its place in the order of all.
    const seq = reserved !== undefined && isLike(reserved, ask) ? sql`${reserved.seq}` : sql`default`;
    await sql`insert into help_asks (installation_id, repository_id, number, since, place, home, login, asked_at, seq)
      values (${installationId}, ${repositoryId}, ${number}, ${since}, ${ask.place}, ${home}, ${ask.login}, ${ask.at}, ${seq})`.execute(
      transaction,
    );
  }
}
