import { type RawBuilder, sql } from "kysely";
import { hasLabel } from "../../metrics/labels.ts";
import type { FourKeysSettings } from "../../metrics/settings.ts";
import { column, readColumns } from "../read-columns.ts";
import { deploymentKey } from "./counted-deployments.ts";
import { dropPeriods } from "./periods.ts";
import { ofRepository, type Place } from "./place.ts";

interface Candidate {
  readonly finished_at: number;
  readonly name: string;
  readonly labels: readonly string[] | null;
  /** It reverts what an earlier deployment brought. */
  readonly repairs: boolean;
}

/**
 * Says again of these deployments, `one` in the condition, whether they ship a hotfix-labelled change, or a revert of a
 * deployed one. Changes are looked up one by one: without statistics a join would read all of them.
 */
export async function updateRework(
  place: Place,
  { hotfixLabels }: Pick<FourKeysSettings, "hotfixLabels">,
  where: RawBuilder<unknown>,
): Promise<void> {
  const { transaction, scope } = place;
  const of = (table: string) => ofRepository(scope, table);
  const candidates = await readColumns<Candidate>(
    transaction,
    {
      finished_at: column("number", sql`one.finished_at`),
      name: column("json", sql`one.name`),
      labels: column("json", sql`change.labels`),
      repairs: column("boolean", sql`change.repairs`),
    },
    sql`from counted_deployments one
      cross join lateral (
        select shipping.pull from shippings shipping
        where ${of("shipping")} and shipping.deployed_at = one.finished_at and shipping.deployment = one.name offset 0
      ) shipping
      cross join lateral (
        select change.labels, change.reverts is not null and exists (
          select 1 from changes original
          cross join lateral (
            select was.deployed_at, was.deployment from shippings was
            where ${of("was")} and was.pull = original.pull offset 0
          ) was
          cross join lateral (
            select first.place from counted_deployments first
            where ${of("first")} and first.name = was.deployment and first.finished_at = was.deployed_at offset 0
          ) first
          where ${of("original")} and original.sha = change.reverts
            and (was.deployed_at, first.place) < (one.finished_at, one.place)
        ) as repairs
        from changes change
        where ${of("change")} and change.pull = shipping.pull and (change.labels is not null or change.reverts is not null)
        offset 0
      ) change
      where ${of("one")} and ${where}`,
  );
  const rework = new Set(
    candidates
      .filter(({ labels, repairs }) => repairs || hasLabel({ labels: labels ?? [] }, hotfixLabels))
      .map(({ finished_at, name }) => deploymentKey(finished_at, name)),
  );
  const { rows } = await sql<{ finished_at: number; name: string; rework: boolean }>`
    select one.finished_at, one.name, one.rework from counted_deployments one where ${of("one")} and ${where}`.execute(
    transaction,
  );
  const wrong = rows.filter((row) => row.rework !== rework.has(deploymentKey(row.finished_at, row.name)));
  if (wrong.length === 0) return;
  const [names, times] = [wrong.map(({ name }) => name), wrong.map(({ finished_at }) => finished_at)];
  await sql`
    update counted_deployments set rework = not rework
    where ${ofRepository(scope)}
      and (name, finished_at) in (select * from unnest(${sql.val(names)}::text[], ${sql.val(times)}::bigint[]))`.execute(
    transaction,
  );
  await dropPeriodsAt(place, times);
}

/** The numbers of periods in which something happened at these times. */
export async function dropPeriodsAt(place: Place, times: readonly number[]): Promise<void> {
  if (times.length === 0) return;
  await dropPeriods(
    place,
    sql`exists (select 1 from unnest(${sql.val([...new Set(times)])}::bigint[]) as at where at >= from_at and at < to_at)`,
  );
}
