import type { MergeGroup } from "../../../github/merge-queue.ts";
import type { QueuedSuite } from "../../../github/queued-suite.ts";

/** What GitHub waits for on one commit, and who else answers there. */
export interface SuiteFacts extends Pick<QueuedSuite, "headOid" | "runs"> {
  /** Open pull requests that have it as their latest commit. */
  readonly heads: readonly { readonly number: number; readonly base: string }[];
  /** The commit is one that a merge queue tries. */
  readonly group: MergeGroup | null;
}
