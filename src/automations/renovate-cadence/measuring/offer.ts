import type { Instant } from "../../../records/record.ts";
import type { Kind } from "../reading/update.ts";

/** An update pull request, as far as it is measured. */
export interface Offer {
  readonly number: number;
  readonly bot: string;
  readonly kind: Kind;
  readonly security: boolean;
  /** null: it does not say. */
  readonly automerge: boolean | null;
  readonly state: "open" | "merged" | "superseded" | "closed";
  readonly openedAt: Instant;
  /** null: it is open. */
  readonly closedAt: Instant | null;
  /** It waits for stability days or a schedule: nobody could merge it. */
  readonly held: boolean;
}

export function isOpenAt({ openedAt, closedAt }: Offer, time: Instant): boolean {
  return openedAt < time && (closedAt === null || closedAt >= time);
}
