import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../../records/record.ts";
import { column, readColumns } from "../read-columns.ts";
import type { RecordScope } from "../records/scope.ts";
import type { Transaction } from "../store.ts";
import { ofRepository, type Place, shas } from "./place.ts";

/**
 * When a series first deployed a commit, and with it everything behind it. What is looked up commit by commit is a subquery
 * with one row: as a join, without statistics, it would be planned to read the whole table.
 */
const reachedAt = (scope: RecordScope, series: number, sha: RawBuilder<unknown>) => sql`(
  select mark.at from reached mark where ${ofRepository(scope, "mark")} and mark.sha = ${sha} and mark.series = ${series})`;

const parentsOf = (scope: RecordScope, sha: RawBuilder<unknown>) => sql`(
  select known.parents from commits known where ${ofRepository(scope, "known")} and known.sha = ${sha})`;

/** The parents of a row of `of`, one by one; they are as long as the commit itself. */
const eachParent = (of: string) => sql`(
  select substr(${sql.ref(`${of}.parents`)}, 1 + at * length(${sql.ref(`${of}.sha`)}), length(${sql.ref(`${of}.sha`)})) as sha
  from generate_series(0, length(${sql.ref(`${of}.parents`)}) / nullif(length(${sql.ref(`${of}.sha`)}), 0) - 1) as at)`;

/** When the first of these commits was first deployed, by any series; null: none was. */
export async function reachedFrom(
  transaction: Transaction,
  scope: RecordScope,
  names: readonly string[],
): Promise<Instant | null> {
  if (names.length === 0) return null;
  const { rows } = await sql<{ at: Instant | null }>`
    select min(at) as at from reached where ${ofRepository(scope)} and sha = any(${shas(names)})`.execute(transaction);
  return rows[0]?.at ?? null;
}

/** Which of these commits a series had deployed before. */
export async function reachedBefore(
  { transaction, scope }: Place,
  series: number,
  names: readonly string[],
  before: Instant,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha: string }>`
    select encode(sha, 'hex') as sha from reached
    where ${ofRepository(scope)} and sha = any(${shas(names)}) and series = ${series} and at < ${before}`.execute(
    transaction,
  );
  return new Set(rows.map(({ sha }) => sha));
}

export interface Walked {
  readonly sha: string;
  /** null: it is known only as somebody's parent. */
  readonly parents: readonly string[] | null;
}

/** These commits and those behind them that a series had not deployed before; `most` of them, in any order. */
export async function unreached(
  { transaction, scope }: Place,
  series: number,
  tips: readonly string[],
  before: Instant,
  most: number,
): Promise<Walked[]> {
  const isNew = (sha: RawBuilder<unknown>) => sql`coalesce(${reachedAt(scope, series, sha)} >= ${before}, true)`;
  const walk = sql`with recursive walk(sha, parents) as (
      select tip.sha, ${parentsOf(scope, sql`tip.sha`)} from unnest(${shas(tips)}) as tip(sha) where ${isNew(sql`tip.sha`)}
      union
      select parent.sha, ${parentsOf(scope, sql`parent.sha`)} from walk cross join lateral ${eachParent("walk")} parent
      where ${isNew(sql`parent.sha`)}
    )`;
  type Row = { readonly sha: string; readonly parents: string | null; readonly known: boolean };
  const rows = await readColumns<Row>(
    transaction,
    {
      sha: column("word", sql`encode(sha, 'hex')`),
      parents: column("word", sql`nullif(encode(parents, 'hex'), '')`),
      known: column("boolean", sql`parents is not null`),
    },
    sql`from (select * from walk limit ${most}) walked`,
    walk,
  );
  return rows.map(({ sha, parents, known }) => ({ sha, parents: known ? pieces(parents ?? "", sha.length) : null }));
}

/** Hexadecimal digits, `length` for each. */
function pieces(joined: string, length: number): string[] {
  return Array.from({ length: joined.length / length }, (_, at) => joined.slice(at * length, (at + 1) * length));
}

/**
 * Whether `older`, which the series has deployed, is behind `newer`, another commit. Whatever is between them was first
 * deployed with `older` or later.
 */
export async function isBehind(
  { transaction, scope }: Place,
  series: number,
  older: string,
  newer: string,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive oldest as (
      select decode(${older}, 'hex') as sha, ${reachedAt(scope, series, sql`decode(${older}, 'hex')`)} as at
    ), walk(sha, parents) as (
      select tip.sha, ${parentsOf(scope, sql`tip.sha`)} from (select decode(${newer}, 'hex') as sha) tip
      union
      select parent.sha, ${parentsOf(scope, sql`parent.sha`)} from walk cross join lateral ${eachParent("walk")} parent
      where ${reachedAt(scope, series, sql`parent.sha`)} >= (select at from oldest)
    )
    select exists (select 1 from walk where sha = (select sha from oldest)) as found`.execute(transaction);
  return rows[0]?.found ?? false;
}

/** Deletes what is said to be reached from then on, so many at most. Answers whether that was all. */
export async function purgeReached({ transaction, scope }: Place, from: Instant, most: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from reached where ctid = any(array(
      select ctid from reached where ${ofRepository(scope)} and at >= ${from} limit ${most}))`.execute(transaction);
  return Number(numAffectedRows ?? 0) < most;
}
