import type { Pending } from "../../commands/pending.ts";

/** A comment with commands, and whether its author may give any here. */
export interface Asked extends Pending {
  readonly permitted: boolean;
}

/** What an issue or pull request shows that nobody has answered yet. */
export interface ConversationFacts {
  readonly number: number;
  /** The issue of a milestone task, or the parent of several: made when there was a section for them. */
  readonly ofMilestone: boolean;
  readonly asked: readonly Asked[];
}
