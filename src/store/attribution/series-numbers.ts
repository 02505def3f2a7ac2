import { sql } from "kysely";
import type { DeploymentRecord } from "../../records/record.ts";
import { ofRepository, type Place } from "./place.ts";

export interface NumberedSeries {
  readonly number: number;
  readonly environment: string;
  readonly service: string | null;
}

type Name = Pick<DeploymentRecord, "environment" | "service">;

export const seriesName = ({ environment, service }: Name) => JSON.stringify([environment, service]);

export async function readSeries({ transaction, scope }: Place): Promise<NumberedSeries[]> {
  const { rows } = await sql<NumberedSeries>`
    select number, environment, service from series where ${ofRepository(scope)} order by number`.execute(transaction);
  return rows;
}

/** The numbers of the series of these deployments, new ones for new ones, by their names. */
export async function seriesNumbers(place: Place, deployments: readonly Name[]): Promise<ReadonlyMap<string, number>> {
  const known = await readSeries(place);
  const numbers = new Map(known.map((series) => [seriesName(series), series.number]));
  for (const { environment, service } of deployments) {
    const name = seriesName({ environment, service });
    if (numbers.has(name)) continue;
    const number = numbers.size;
    numbers.set(name, number);
    await sql`
      insert into series (installation_id, repository_id, number, environment, service)
      values (${place.scope.installationId}, ${place.scope.repositoryId}, ${number}, ${environment}, ${service})`.execute(
      place.transaction,
    );
  }
  return numbers;
}
