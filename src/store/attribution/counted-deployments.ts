import { type RawBuilder, sql } from "kysely";
import type { Deployment } from "../../metrics/attribution/series.ts";
import type { Attribution } from "../../metrics/attribution/shipping.ts";
import type { Instant } from "../../records/record.ts";
import { column, readColumns } from "../read-columns.ts";
import { ofRepository, type Place } from "./place.ts";
import { type NumberedSeries, readSeries } from "./series-numbers.ts";

/** A deployment as it is kept once it is attributed. */
export interface CountedDeployment {
  readonly name: string;
  readonly finished_at: Instant;
  readonly started_at: Instant | null;
  readonly replaced_at: Instant | null;
  readonly series: number;
  /** Among those that finished at the same time. */
  readonly place: number;
  readonly is_numbered: boolean;
  readonly rework: boolean;
  /** How it says which changes it brought. */
  readonly attribution: Attribution;
  readonly sha: string | null;
  /** The deployment that it rolled back, by its name. */
  readonly replaced: string | null;
  readonly changes: readonly string[] | null;
}

/** In any order. */
export function readCounted({ transaction, scope }: Place, where: RawBuilder<unknown>): Promise<CountedDeployment[]> {
  return readColumns<CountedDeployment>(
    transaction,
    {
      name: column("json", sql`name`),
      finished_at: column("number", sql`finished_at`),
      started_at: column("number", sql`started_at`),
      replaced_at: column("number", sql`replaced_at`),
      series: column("number", sql`series`),
      place: column("number", sql`place`),
      is_numbered: column("boolean", sql`is_numbered`),
      rework: column("boolean", sql`rework`),
      attribution: column("word", sql`attribution`),
      sha: column("word", sql`encode(sha, 'hex')`),
      replaced: column("json", sql`replaced`),
      changes: column("json", sql`changes`),
    },
    sql`from counted_deployments where ${ofRepository(scope)} and ${where}`,
  );
}

/** The last one of each of these series that finished before. */
export async function lastBefore(
  place: Place,
  series: readonly number[],
  before: Instant,
): Promise<CountedDeployment[]> {
  if (series.length === 0) return [];
  const inScope = ofRepository(place.scope, "one");
  return readCounted(
    place,
    sql`ctid = any(array(
      select last.row from unnest(${sql.val([...series])}::integer[]) as of(number)
      cross join lateral (
        select one.ctid as row from counted_deployments one
        where ${inScope} and one.series = of.number and one.finished_at < ${before}
        order by one.finished_at desc, one.place desc limit 1
      ) last))`,
  );
}

/** The first one of each series. */
export async function firstOfEach(place: Place): Promise<CountedDeployment[]> {
  const numbers = (await readSeries(place)).map(({ number }) => number);
  if (numbers.length === 0) return [];
  const inScope = ofRepository(place.scope, "one");
  return readCounted(
    place,
    sql`ctid = any(array(
      select first.row from unnest(${sql.val(numbers)}::integer[]) as of(number)
      cross join lateral (
        select one.ctid as row from counted_deployments one
        where ${inScope} and one.series = of.number order by one.finished_at, one.place limit 1
      ) first))`,
  );
}

/** As the metrics know them, in the order in which they finished, each once. A rank is a place among these. */
export function deploymentsOf(
  rows: readonly CountedDeployment[],
  series: readonly NumberedSeries[],
  repo: string,
): Deployment[] {
  const byNumber = new Map(series.map((one) => [one.number, one]));
  const once = new Map(rows.map((row) => [deploymentKey(row.finished_at, row.name), row]));
  const ordered = [...once.values()].sort((a, b) => a.finished_at - b.finished_at || a.place - b.place);
  return ordered.map((row, rank) => ({
    record: {
      type: "deployment",
      repo,
      id: row.is_numbered ? Number(row.name) : row.name,
      environment: byNumber.get(row.series)?.environment ?? "",
      service: byNumber.get(row.series)?.service ?? null,
      sha: row.sha,
      status: "success",
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      changes: row.changes,
    },
    finishedAt: row.finished_at,
    rank,
  }));
}

export function deploymentKey(finishedAt: Instant, name: string): string {
  return `${finishedAt} ${name}`;
}
