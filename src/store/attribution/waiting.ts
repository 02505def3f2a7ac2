import { sql } from "kysely";
import { canShip, type Shipping } from "../../metrics/attribution/shipping.ts";
import { knownCommits } from "../records/read.ts";
import { lastBefore } from "./counted-deployments.ts";
import { ofRepository, type Place, shas } from "./place.ts";
import { readSeries } from "./series-numbers.ts";

/** Those of these changes, none of which is shipped, that the next deployment of some series will bring. */
export async function waitingAmong(place: Place, shippings: readonly Shipping[]): Promise<ReadonlySet<Shipping>> {
  const series = await readSeries(place);
  const last = await lastBefore(
    place,
    series.map(({ number }) => number),
    Number.MAX_SAFE_INTEGER,
  );
  const names = [...shippings.map(({ change }) => change.sha), ...last.map(({ sha }) => sha)];
  const { transaction, scope } = place;
  const known = await knownCommits(
    transaction,
    scope,
    names.filter((sha) => sha !== null),
  );
  const reached = await readReached(place, [...known]);
  const isKnown = (sha: string | null): sha is string => sha !== null && known.has(sha);
  const waits = (shipping: Shipping) => {
    const { sha, mergedAt } = shipping.change;
    if (mergedAt === null) return false;
    return last.some((deployment) => {
      const service = series.find(({ number }) => number === deployment.series)?.service ?? null;
      if (!canShip(shipping, service)) return false;
      // By commits what it does not contain, by time what was merged after it.
      return isKnown(deployment.sha) && isKnown(sha)
        ? !reached.has(`${sha} ${deployment.series}`)
        : mergedAt > deployment.finished_at;
    });
  };
  return new Set(shippings.filter(waits));
}

async function readReached({ transaction, scope }: Place, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha: string; series: number }>`
    select encode(sha, 'hex') as sha, series from reached
    where ${ofRepository(scope)} and sha = any(${shas(names)})`.execute(transaction);
  return new Set(rows.map(({ sha, series }) => `${sha} ${series}`));
}
