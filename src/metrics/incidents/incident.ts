import type { Instant, RecordId } from "../../records/record.ts";
import type { Deployment } from "../attribution/series.ts";

/** An incident, recorded or derived, with the deployment that caused it. */
export interface Incident {
  readonly repo: string;
  readonly id: RecordId;
  /** null: a revert or hotfix of which only the merge is known. */
  readonly openedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly deployment: Deployment | null;
  /** Its deployment is known by name, and not as the latest one before it. */
  readonly named: boolean;
}

/** Milliseconds from opened to resolved; null while it goes on, and where an end is unknown or lies before its start. */
export function recoveryOf({ openedAt, resolvedAt }: Incident): number | null {
  if (openedAt === null || resolvedAt === null || resolvedAt < openedAt) return null;
  return resolvedAt - openedAt;
}
