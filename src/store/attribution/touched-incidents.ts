import { sql } from "kysely";
import type { CountedDeployment } from "./counted-deployments.ts";
import { ofRepository, type Place, shas } from "./place.ts";
import type { ChangeRow } from "./rows.ts";

type Change = Pick<ChangeRow, "pull" | "sha">;

/** Whether one of these changes, of which something is other than before, repairs another one or is repaired by one. */
export async function touchRepairs({ transaction, scope }: Place, changes: readonly Change[]): Promise<boolean> {
  if (changes.length === 0) return false;
  const pulls = sql.val([...new Set(changes.map(({ pull }) => pull))]);
  const names = [...new Set(changes.flatMap(({ sha }) => sha ?? []))];
  const inScope = ofRepository(scope);
  const { rows } = await sql<{ touched: boolean }>`
    select exists (
      select 1 from changes
      where ${inScope} and pull = any(${pulls}::bigint[]) and (reverts is not null or repairs is not null)
    ) or exists (
      select 1 from changes where ${inScope} and reverts is not null and reverts = any(${shas(names)})
    ) or exists (
      select 1 from changes where ${inScope} and repairs is not null and repairs = any(${pulls}::bigint[])
    ) or exists (
      select 1 from unnest(${pulls}::bigint[]) as pull
      join linked_incidents on ${inScope} and id in ('revert/' || pull, 'hotfix/' || pull)
    ) as touched`.execute(transaction);
  return rows[0]?.touched ?? true;
}

/**
 * Whether an incident may belong to another deployment since these are other than before, or gone: a roll-back, one that was
 * recorded under the name or the commit of one of them, or one that opened after the first of them.
 */
export async function touchLinks(
  { transaction, scope }: Place,
  deployments: readonly CountedDeployment[],
): Promise<boolean> {
  if (deployments.length === 0) return false;
  if (deployments.some(({ replaced }) => replaced !== null)) return true;
  const first = Math.min(...deployments.map(({ finished_at }) => finished_at));
  const names = sql.val(deployments.map(({ name }) => name));
  const commits = sql.val(deployments.flatMap(({ sha }) => sha ?? []));
  const { rows } = await sql<{ touched: boolean }>`
    select exists (
      select 1 from incidents
      where ${ofRepository(scope)} and opened_at is not null and (
        opened_at > ${first} or deployment = any(${names}::text[])
        or (length(deployment) >= 7 and exists (
          select 1 from unnest(${commits}::text[]) as sha where starts_with(sha, lower(deployment))
        ))
      )
    ) as touched`.execute(transaction);
  return rows[0]?.touched ?? true;
}
