import type { Pending } from "../../commands/pending.ts";

/** A comment with commands, and whether its author may give any here. */
export interface PendingComment extends Pending {
  readonly permitted: boolean;
}

/** What an issue or pull request shows that nobody has answered yet. */
export interface ConversationFacts {
  readonly number: number;
  /** The issue of a milestone task, or the parent of several: made when there was a section for them. */
  readonly ofMilestone: boolean;
  /** Such an issue that no look at a milestone sees: its milestone is gone, or sre.yml does not match it. */
  readonly orphaned: boolean;
  readonly pending: readonly PendingComment[];
}
