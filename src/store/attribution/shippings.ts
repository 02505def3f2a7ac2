import { type RawBuilder, sql } from "kysely";
import { column, readColumns } from "../read-columns.ts";
import { ofRepository, type Place } from "./place.ts";
import type { ChangeRow, ShippingRow } from "./rows.ts";

export function readShippings({ transaction, scope }: Place, where: RawBuilder<unknown>): Promise<ShippingRow[]> {
  return readColumns<ShippingRow>(
    transaction,
    {
      pull: column("number", sql`pull`),
      service: column("json", sql`service`),
      sha: column("word", sql`encode(sha, 'hex')`),
      first_commit_at: column("number", sql`first_commit_at`),
      opened_at: column("number", sql`opened_at`),
      ready_at: column("number", sql`ready_at`),
      first_review_at: column("number", sql`first_review_at`),
      approved_at: column("number", sql`approved_at`),
      merged_at: column("number", sql`merged_at`),
      deployed_at: column("number", sql`deployed_at`),
      deployment: column("json", sql`deployment`),
      attribution: column("word", sql`attribution`),
    },
    sql`from shippings where ${ofRepository(scope)} and ${where}`,
  );
}

export type UnshippedRow = Pick<ChangeRow, "pull" | "service" | "merged_at" | "sha">;

export function readUnshipped({ transaction, scope }: Place, where: RawBuilder<unknown>): Promise<UnshippedRow[]> {
  return readColumns<UnshippedRow>(
    transaction,
    {
      pull: column("number", sql`pull`),
      service: column("json", sql`service`),
      merged_at: column("number", sql`merged_at`),
      sha: column("word", sql`encode(sha, 'hex')`),
    },
    sql`from unshipped where ${ofRepository(scope)} and ${where}`,
  );
}

export function unshippedRow({ pull, service, merged_at, sha }: ChangeRow): UnshippedRow {
  return { pull, service, merged_at, sha };
}

/** Whether two rows say the same, whatever the order of their columns. */
export function isSameRow<Row extends object>(a: Row, b: Row): boolean {
  return Object.entries(a).every(([name, value]) => {
    const other = (b as Readonly<Record<string, unknown>>)[name];
    return value === other || JSON.stringify(value) === JSON.stringify(other);
  });
}
