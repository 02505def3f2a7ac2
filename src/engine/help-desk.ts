import { sql } from "kysely";
import type { Automation } from "../automations/automation.ts";
import { Throttled } from "../github/errors.ts";
import type { HelpDesk } from "../records/help-wanted/desk.ts";
import type { Store } from "../store/store.ts";
import type { Claim } from "../store/work-items.ts";

/** As long a new store is given to read the comments of all repositories, and how often it is asked whether it has. */
const MOST_MINUTES = 10;
const SECONDS = 5;

/**
 * After the database was lost nobody knows who was asked before, until the comments of every repository were read once: so
 * long nobody is chosen. What fails or takes longer is not waited for.
 */
export function onceRead(desk: HelpDesk, store: Store, claim: Claim, { name, allTargets }: Automation): HelpDesk {
  return {
    ...desk,
    async reserve(asking, choose) {
      const isUnread = await hasUnread(store, claim, name, allTargets);
      return desk.reserve(asking, (state) => {
        const choice = choose(state);
        if (isUnread && choice.reserves !== null) throw new Throttled({ seconds: SECONDS });
        return choice;
      });
    },
  };
}

async function hasUnread(
  store: Store,
  { installationId, repositoryId, target }: Claim,
  automation: string,
  targets: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from work_items
    where installation_id = ${installationId} and automation = ${automation} and target = any(${sql.val([...targets])}::text[])
      and observed_generation = 0 and attempts = 0 and requested_at > now() - ${MOST_MINUTES} * interval '1 minute'
      and not (repository_id = ${repositoryId} and target = ${target})
    limit 1`.execute(store.db);
  return rows.length > 0;
}
