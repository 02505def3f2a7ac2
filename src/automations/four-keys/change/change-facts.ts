import type { fourKeysChangeResult } from "./four-keys-change.generated.ts";

/** A pull request as the fragment FourKeysChange reads it, alone or in a page of others. */
export type ChangeNode = NonNullable<NonNullable<fourKeysChangeResult["repository"]>["pullRequest"]>;
export type ReviewNode = NonNullable<NonNullable<NonNullable<ChangeNode["reviews"]>["nodes"]>[number]>;

/** A pull request with what did not fit beside it, and what its text reverts. */
export interface ChangeFacts {
  readonly node: ChangeNode;
  /** Authored dates of all of its commits. */
  readonly authored: readonly string[];
  readonly reviews: readonly ReviewNode[];
  /** Those of sre.yml whose files it changes. */
  readonly services: readonly string[];
  /** The merge commit of the pull request that it reverts. */
  readonly reverts: string | null;
}
