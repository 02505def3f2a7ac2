import { sql } from "kysely";
import type { HelpDesk } from "../../records/help-wanted/desk.ts";
import type { HelpRecord, PlacedRecord } from "../../records/help-wanted/help-request.ts";
import { withReserved } from "../../records/help-wanted/reservation.ts";
import type { RecordScope } from "../records/scope.ts";
import { inTransaction, type Store } from "../store.ts";
import { homeKey } from "./home.ts";
import { readHomeState } from "./state.ts";

/** The desk of all repositories of an installation, for one of them. */
export function storedDesk(store: Store, scope: RecordScope): HelpDesk {
  const { installationId, repositoryId } = scope;
  return {
    learn: null,
    reserve(asking, choose) {
      const { number, since, now } = asking;
      return inTransaction(store, async (transaction) => {
        const home = await homeKey(transaction, installationId, asking.home);
        await sql`insert into help_homes (installation_id, home) select id, ${home} from installations
          where id = ${installationId} on conflict do nothing`.execute(transaction);
        await sql`select 1 from help_homes where installation_id = ${installationId} and home = ${home} for update`.execute(
          transaction,
        );
        const choice = choose(await readHomeState(transaction, scope, asking, home));
        await sql`delete from help_asks where installation_id = ${installationId} and repository_id = ${repositoryId}
          and number = ${number} and since = ${since} and place < 0`.execute(transaction);
        if (choice.reserves !== null)
          await sql`insert into help_asks (installation_id, repository_id, number, since, place, home, login, asked_at)
            select installation_id, id, ${number}, ${since}, -1, ${home}, ${choice.reserves.toLowerCase()}, ${now}
            from repositories where installation_id = ${installationId} and id = ${repositoryId}`.execute(transaction);
        return choice;
      });
    },
    async release(number) {
      await sql`delete from help_asks where installation_id = ${installationId} and repository_id = ${repositoryId}
        and number = ${number} and place < 0`.execute(store.db);
    },
    async read(home) {
      const key = await homeKey(store.db, installationId, home);
      type Row = Omit<PlacedRecord, keyof HelpRecord | "number" | "since"> & {
        readonly record: HelpRecord;
        readonly number: string;
        readonly since: string;
        readonly login: string | null;
        readonly at: string | null;
      };
      const { rows } = await sql<Row>`
        select repository.owner || '/' || repository.name as repo, request.number::text as number,
          request.since::text as since, record, login, asked_at::text as at
        from help_requests request join repositories repository
          on repository.installation_id = request.installation_id and repository.id = request.repository_id
        left join help_asks ask
          on ask.installation_id = request.installation_id and ask.repository_id = request.repository_id
            and ask.number = request.number and ask.since = request.since and ask.place < 0
        where request.installation_id = ${installationId} and request.home = ${key}
        order by repo, request.number, request.since`.execute(store.db);
      return rows.map(({ record, repo, number, since, login, at }) => ({
        ...withReserved(record, login === null ? null : { login, at: Number(at) }),
        repo,
        number: Number(number),
        since: Number(since),
      }));
    },
  };
}
