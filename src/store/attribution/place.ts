import { type RawBuilder, sql } from "kysely";
import type { RecordScope } from "../records/scope.ts";
import type { Transaction } from "../store.ts";

/** A repository whose attributions are locked. */
export interface Place {
  readonly transaction: Transaction;
  readonly scope: RecordScope;
  /** `owner/name` */
  readonly repo: string;
}

/** The rows of this repository; `of`: the name of their table, where there are several. */
export function ofRepository({ installationId, repositoryId }: RecordScope, of = ""): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(of === "" ? name : `${of}.${name}`);
  return sql`${column("installation_id")} = ${installationId} and ${column("repository_id")} = ${repositoryId}`;
}

const HEX = /^(?:[0-9a-f]{2})+$/i;

/** Their bytes, to be compared with a column. What a deployment lists may be anything. */
export function shas(names: readonly string[]): RawBuilder<unknown> {
  const known = sql.val(names.filter((name) => HEX.test(name)));
  return sql`array(select decode(name, 'hex') from unnest(${known}::text[]) as name)`;
}
