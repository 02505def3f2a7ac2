import { type RawBuilder, sql } from "kysely";
import { type Deployment, successfulIn } from "../../metrics/attribution/series.ts";
import type { Counting } from "../../metrics/counting.ts";
import { changesAmong } from "../../records/changes-among.ts";
import { countedDeployments, ownBranches } from "../../records/counted.ts";
import type { Instant } from "../../records/record.ts";
import type { RecordedChange } from "../../records/recorded.ts";
import { withServices } from "../../records/services.ts";
import { readChanges, readDeployments } from "../records/read.ts";
import { ofRepository, type Place } from "./place.ts";

/** Which of these pull requests are changes. */
export async function countedAmong(
  { transaction, scope, repo }: Place,
  { section, lanes }: Counting,
  recorded: readonly RecordedChange[],
): Promise<RecordedChange[]> {
  const own = ownBranches(section, lanes);
  const bases = [...new Set(recorded.map(({ base }) => base))].filter((base) => !own.has(base));
  const wholes =
    bases.length === 0
      ? []
      : await readChanges(transaction, scope, repo, sql`head = any(${sql.val(bases)}::text[]) and not fork`);
  const all = new Map([...wholes, ...recorded].map((change) => [change.pull, change]));
  const counted = new Set(changesAmong([...all.values()], lanes, own).map(({ pull }) => pull));
  return withServices(
    recorded.filter(({ pull }) => counted.has(pull)),
    section.services,
  );
}

/** The deployments that finished from then on, before `until`, in their order. */
export async function deploymentsBetween(
  { transaction, scope, repo }: Place,
  { section, settings }: Counting,
  from: Instant,
  until: Instant,
): Promise<Deployment[]> {
  const { merge } = section.deployments;
  const recorded =
    merge === undefined
      ? {
          changes: [],
          deployments: await readDeployments(
            transaction,
            scope,
            repo,
            sql`finished_at >= ${from} and finished_at < ${until}`,
          ),
        }
      : {
          changes: await readChanges(
            transaction,
            scope,
            repo,
            sql`base = ${merge} and merged_at >= ${from} and merged_at < ${until}`,
          ),
          deployments: [],
        };
  return successfulIn(countedDeployments(recorded, section), settings.environments);
}

/** When what was recorded `count` deployments after `from` finished, and the first one; null: there is no such. */
export async function timesFrom(
  { transaction, scope }: Place,
  { section }: Counting,
  from: Instant,
  count: number,
): Promise<{ readonly first: Instant; readonly next: Instant | null } | null> {
  const { merge } = section.deployments;
  const [times, table]: RawBuilder<unknown>[] =
    merge === undefined
      ? [sql`finished_at`, sql`deployments where ${ofRepository(scope)}`]
      : [sql`merged_at`, sql`changes where ${ofRepository(scope)} and base = ${merge}`];
  const nth = (offset: number) => sql`(
    select ${times} from ${table} and ${times} >= ${from} order by ${times} limit 1 offset ${offset})`;
  const { rows } = await sql<{ first: Instant | null; next: Instant | null }>`
    select ${nth(0)} as first, ${nth(count)} as next`.execute(transaction);
  const { first = null, next = null } = rows[0] ?? {};
  return first === null ? null : { first, next };
}
