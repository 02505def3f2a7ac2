import type { Pending } from "../../commands/pending.ts";

/** A comment with commands, and whether its author may give commands here. */
export interface PendingComment extends Pending {
  readonly permitted: boolean;
}

/** The open commands on an issue or pull request. */
export interface ConversationFacts {
  readonly number: number;
  /** The issue of a milestone task or of its parent, created while there was a section for them. */
  readonly ofMilestone: boolean;
  /** Such an issue that the reconciliation of no milestone covers: its milestone is gone, or sre.yml does not match it. */
  readonly orphaned: boolean;
  readonly pending: readonly PendingComment[];
}
