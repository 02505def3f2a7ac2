import { sql } from "kysely";
import type { ObservationScope } from "./observations.ts";
import type { RepositoryRow } from "./repositories.ts";
import type { Database } from "./store.ts";

const AUTOMATION = "check-suites";

/** Under this key stands what became of it. */
export const AUTO_TRIGGER = "auto-trigger";

export function suitesScope({ installationId, id }: RepositoryRow): ObservationScope {
  return { installationId, repositoryId: id, automation: AUTOMATION };
}

/** Of each installation that lets the App write checks, one repository whose automatic suites nobody asked about yet. */
export async function repositoriesWithAutoSuites(db: Database): Promise<RepositoryRow[]> {
  const { rows } = await sql<RepositoryRow>`
    select distinct on (r.installation_id) r.installation_id as "installationId", r.id, r.owner, r.name
    from repositories r join installations i on i.id = r.installation_id
    where not r.archived and not i.suspended and i.permissions->>'checks' = 'write'
      and not exists (
        select 1 from observations o
        where o.installation_id = r.installation_id and o.repository_id = r.id and o.automation = ${AUTOMATION}
          and o.key = ${AUTO_TRIGGER} and (o.value is not null or o.observed_at > now() - interval '5 minutes'))
    order by r.installation_id, r.id`.execute(db);
  return rows;
}
