import { sql } from "kysely";
import type { Database } from "./store.ts";

export interface InstallationRow {
  readonly id: number;
  /** The organization's or the person's login. */
  readonly account: string;
  readonly suspended: boolean;
  /** null: GitHub has not said yet. */
  readonly permissions: Readonly<Record<string, string>> | null;
}

const COLUMNS = ["id", "account", "suspended", "permissions"] as const;

/** What GitHub says about an installation now. */
export async function putInstallation(db: Database, row: InstallationRow): Promise<void> {
  const permissions = row.permissions === null ? null : JSON.stringify(row.permissions);
  await db
    .insertInto("installations")
    .values({ id: row.id, account: row.account, suspended: row.suspended, permissions })
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet({ account: row.account, suspended: row.suspended, permissions, missing_since: null }),
    )
    .execute();
}

/** Rows for installations that a delivery names before GitHub introduced them (webhooks come in any order). */
export async function upsertInstallations(
  db: Database,
  rows: readonly { readonly id: number; readonly account: string }[],
): Promise<void> {
  await sql`
    insert into installations (id, account)
    select id, account from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, account text)
    order by id
    on conflict (id) do nothing`.execute(db);
}

/** What GitHub says is granted; nothing for an installation that is not known. */
export async function notePermissions(
  db: Database,
  id: number,
  permissions: Readonly<Record<string, string>>,
): Promise<void> {
  await db
    .updateTable("installations")
    .set({ permissions: JSON.stringify(permissions) })
    .where("id", "=", id)
    .execute();
}

/** An organization, or a person, has another login, and so have all its repositories. */
export async function renameAccount(
  db: Database,
  { id, from, account }: { readonly id: number; readonly from: string; readonly account: string },
): Promise<void> {
  await sql`insert into installations (id, account) values (${id}, ${account})
    on conflict (id) do update set account = excluded.account`.execute(db);
  await sql`update repositories set owner = ${account}
    where installation_id = ${id} and lower(owner) = lower(${from})`.execute(db);
}

export async function findInstallation(db: Database, id: number): Promise<InstallationRow | null> {
  return (await db.selectFrom("installations").select(COLUMNS).where("id", "=", id).executeTakeFirst()) ?? null;
}

export async function listInstallations(db: Database): Promise<InstallationRow[]> {
  return db.selectFrom("installations").select(COLUMNS).orderBy("id").execute();
}

/** The account's id, which it keeps under every login; null: nobody has asked GitHub yet. */
export async function findAccountId(db: Database, id: number): Promise<number | null> {
  const row = await db.selectFrom("installations").select("account_id").where("id", "=", id).executeTakeFirst();
  return row?.account_id ?? null;
}

export async function noteAccountId(db: Database, id: number, accountId: number): Promise<void> {
  await db.updateTable("installations").set({ account_id: accountId }).where("id", "=", id).execute();
}

/** Uninstalled: everything that belonged to it goes. */
export async function removeInstallation(db: Database, id: number): Promise<void> {
  await db.deleteFrom("deliveries").where("installation_id", "=", id).execute();
  await db.deleteFrom("installations").where("id", "=", id).execute();
}

/**
 * GitHub says at `now` that it is not there, or (null) that it is. Answers since when it has said so without a break; null:
 * it is there, or was not known.
 */
export async function noteMissingInstallation(db: Database, id: number, now: Date | null): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`
    update installations set missing_since =
      case when ${now}::timestamptz is null then null else coalesce(missing_since, ${now}::timestamptz) end
    where id = ${id} returning missing_since as since`.execute(db);
  return rows[0]?.since ?? null;
}
