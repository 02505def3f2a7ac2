import { type RawBuilder, sql } from "kysely";
import { numbersOf, type PeriodCounts, type PeriodNumbers } from "../../metrics/period-numbers.ts";
import { type FourKeysSettings, isIn, type Window } from "../../metrics/settings.ts";
import { column, readColumns } from "../read-columns.ts";
import { deploymentKey } from "./counted-deployments.ts";
import { ofRepository, type Place } from "./place.ts";

/** What decides the numbers of a period, besides what is attributed. */
export function periodsSettings({ statistic, leadTime }: FourKeysSettings): string {
  return JSON.stringify([statistic, leadTime]);
}

/** Forgets the numbers of some periods; null: of all. */
export async function dropPeriods({ transaction, scope }: Place, where: RawBuilder<unknown> | null): Promise<void> {
  await sql`delete from period_numbers where ${ofRepository(scope)} and ${where ?? sql`true`}`.execute(transaction);
}

type Row = PeriodNumbers & Window;

interface Numbered<Period extends Window> {
  readonly period: Period;
  readonly numbers: PeriodNumbers;
}

/** The numbers of a window and of weeks. What was not kept of them is counted, and kept from now on; others are forgotten. */
export async function readPeriods<Week extends Window>(
  place: Place,
  settings: FourKeysSettings,
  window: Window,
  weeks: readonly Week[],
): Promise<{ readonly window: PeriodNumbers; readonly weeks: readonly Numbered<Week>[] }> {
  const { transaction, scope } = place;
  const { rows: kept } = await sql<Row>`
    select from_at as "from", to_at as "to", deployments, failed, rework, lead_time as "leadTimeSeconds",
      recovery as "recoverySeconds"
    from period_numbers where ${ofRepository(scope)}`.execute(transaction);
  const known = new Map(kept.map((row) => [nameOf(row), row]));
  const missing = [window, ...weeks].filter((period) => !known.has(nameOf(period))).map(({ from }) => from);
  const incidents = missing.length === 0 ? [] : await readLinked(place, Math.min(...missing));
  const numbersIn = async (period: Window): Promise<PeriodNumbers> => {
    const row = known.get(nameOf(period));
    known.delete(nameOf(period));
    if (row !== undefined) return row;
    const counted = numbersOf(await countIn(place, settings, period, incidents), settings.statistic);
    await keep(place, period, counted);
    return counted;
  };
  const ofWindow = await numbersIn(window);
  const ofWeeks: Numbered<Week>[] = [];
  for (const period of weeks) ofWeeks.push({ period, numbers: await numbersIn(period) });
  for (const { from, to } of known.values()) await dropPeriods(place, sql`from_at = ${from} and to_at = ${to}`);
  return { window: ofWindow, weeks: ofWeeks };
}

function nameOf({ from, to }: Window): string {
  return `${from} ${to}`;
}

async function keep({ transaction, scope }: Place, { from, to }: Window, numbers: PeriodNumbers): Promise<void> {
  const { deployments, failed, rework, leadTimeSeconds, recoverySeconds } = numbers;
  await sql`
    insert into period_numbers
      (installation_id, repository_id, from_at, to_at, deployments, failed, rework, lead_time, recovery)
    values (${scope.installationId}, ${scope.repositoryId}, ${from}, ${to}, ${deployments}, ${failed}, ${rework},
      ${leadTimeSeconds}, ${recoverySeconds})
    on conflict do nothing`.execute(transaction);
}

const STARTS = {
  "first-commit": sql`first_commit_at`,
  opened: sql`opened_at`,
  merged: sql`merged_at`,
} as const satisfies Readonly<Record<FourKeysSettings["leadTime"], RawBuilder<unknown>>>;

interface Linked {
  readonly opened_at: number | null;
  readonly resolved_at: number | null;
  readonly deployed_at: number | null;
  readonly deployment: string | null;
}

function readLinked({ transaction, scope }: Place, from: number): Promise<Linked[]> {
  return readColumns<Linked>(
    transaction,
    {
      opened_at: column("number", sql`opened_at`),
      resolved_at: column("number", sql`resolved_at`),
      deployed_at: column("number", sql`deployed_at`),
      deployment: column("json", sql`deployment`),
    },
    sql`from linked_incidents where ${ofRepository(scope)} and (deployed_at >= ${from} or resolved_at >= ${from})`,
  );
}

async function countIn(
  { transaction, scope }: Place,
  { leadTime }: FourKeysSettings,
  period: Window,
  incidents: readonly Linked[],
): Promise<PeriodCounts> {
  const { from, to } = period;
  const within = (time: RawBuilder<unknown>) => sql`${ofRepository(scope)} and ${time} >= ${from} and ${time} < ${to}`;
  const deployments = await readColumns<{ finished_at: number; name: string; rework: boolean }>(
    transaction,
    {
      finished_at: column("number", sql`finished_at`),
      name: column("json", sql`name`),
      rework: column("boolean", sql`rework`),
    },
    sql`from counted_deployments where ${within(sql`finished_at`)}`,
  );
  const failed = new Set(incidents.map((cause) => deploymentKey(cause.deployed_at ?? 0, cause.deployment ?? "")));
  const start = STARTS[leadTime];
  const leadTimes = await readColumns<{ time: number }>(
    transaction,
    { time: column("number", sql`deployed_at - ${start}`) },
    sql`from shippings where ${within(sql`deployed_at`)} and ${start} <= deployed_at`,
  );
  const recoveries = incidents.flatMap(({ opened_at, resolved_at }) =>
    opened_at !== null && isIn(period, resolved_at) && opened_at <= resolved_at ? [resolved_at - opened_at] : [],
  );
  return {
    deployments: deployments.length,
    failed: deployments.filter((each) => failed.has(deploymentKey(each.finished_at, each.name))).length,
    rework: deployments.filter(({ rework }) => rework).length,
    leadTimes: leadTimes.map(({ time }) => time),
    recoveries,
  };
}
