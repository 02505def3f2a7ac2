import type { CommentFacts } from "../../../commands/pending.ts";
import type { Delivered } from "./delivered.ts";

/** A pull request that was deployed in the last days, and what was said on it so far. */
export interface DeployedFacts {
  readonly delivered: Delivered;
  /** The latest ones. */
  readonly comments: readonly CommentFacts[];
  readonly hasEarlier: boolean;
}
