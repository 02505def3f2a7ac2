import { sql } from "kysely";
import type { Asking, HomeState } from "../../records/help-wanted/desk.ts";
import type { Cover, Span } from "../../records/help-wanted/help-request.ts";
import { FORGOTTEN_AFTER } from "../../records/help-wanted/home-state.ts";
import type { RecordScope } from "../records/scope.ts";
import type { Database } from "../store.ts";

/** `homeState` of what is stored. */
export async function readHomeState(
  db: Database,
  { installationId, repositoryId }: RecordScope,
  { number, since, now, today }: Asking,
  home: string,
): Promise<HomeState> {
  const isThis = sql`repository_id = ${repositoryId} and number = ${number} and since = ${since}`;
  const ofHome = sql`installation_id = ${installationId} and home = ${home}`;
  type Row = {
    readonly login: string;
    readonly open: string;
    readonly at: string | null;
    readonly seq: string | null;
    readonly today: string;
  };
  const { rows } = await sql<Row>`
    with others as (select * from help_asks where ${ofHome} and not (place < 0 and ${isThis})),
    holding as (
      select login from others where place < 0
      union all
      select holder from help_requests request where ${ofHome} and holder is not null and read_at >= ${now - FORGOTTEN_AFTER} and not (${isThis}) and not exists (
        select 1 from others where place < 0 and others.repository_id = request.repository_id
          and others.number = request.number and others.since = request.since)
    ),
    last as (select distinct on (login) login, asked_at, seq from others order by login, asked_at desc, seq desc),
    todays as (
      select login, count(distinct (repository_id, number, since)) as count from others
      where asked_at >= ${today} and since > 0 and not (${isThis}) group by login
    ),
    held as (select login, count(*) as count from holding group by login)
    select login, coalesce(held.count, 0)::text as open, last.asked_at::text as at, last.seq::text as seq,
      coalesce(todays.count, 0)::text as today
    from last full join held using (login) left join todays using (login)`.execute(db);
  const { rows: said } = await sql<{ readonly away: Span[]; readonly covers: Cover[] }>`
    select record -> 'away' as away, record -> 'covers' as covers from help_requests
    where ${ofHome} and (record -> 'away' <> '[]' or record -> 'covers' <> '[]')`.execute(db);
  const { rows: own } = await sql<{ readonly login: string }>`
    select login from help_asks where installation_id = ${installationId} and ${isThis} and place < 0`.execute(db);
  const { rows: nobodys } = await sql<{ readonly count: string }>`
    select count(*)::text as count from help_requests where ${ofHome} and holder is null
      and record -> 'request' ->> 'state' = 'escalated' and read_at >= ${now - FORGOTTEN_AFTER} and not (${isThis})`.execute(
    db,
  );
  return {
    workloads: new Map(
      rows.map(({ login, open, at, seq, today: asked }) => [
        login,
        {
          open: Number(open),
          lastAskedAt: at === null ? null : new Date(Number(at)),
          lastAskOrder: Number(seq ?? 0),
          askedToday: Number(asked),
        },
      ]),
    ),
    away: said.flatMap(({ away }) => away),
    covers: said.flatMap(({ covers }) => covers),
    reserved: own[0]?.login ?? null,
    nobodys: Number(nobodys[0]?.count ?? 0),
  };
}
