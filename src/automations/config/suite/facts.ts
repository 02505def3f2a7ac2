import type { MergeGroup } from "../../../github/merge-queue.ts";
import type { QueuedSuite } from "../../../github/queued-suite.ts";

/** What GitHub waits for on one commit, and which other parts of Detoil answer there. */
export interface SuiteFacts extends Pick<QueuedSuite, "headOid" | "runs"> {
  /** Open pull requests with this head commit. */
  readonly heads: readonly { readonly number: number; readonly base: string }[];
  /** The merge group that this commit belongs to. */
  readonly group: MergeGroup | null;
}
