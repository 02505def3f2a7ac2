import type { OwnCheckRun } from "../../github/own-check.ts";

/** A commit that the head of a pull request has and its base lacks. */
export interface GuardedCommit {
  readonly oid: string;
  readonly parents: readonly string[];
  /** ISO. */
  readonly committedAt: string;
}

/** A branch that a rule names in `not-based-on`, as the pull request stands to it. */
export interface ForbiddenBranch {
  readonly branch: string;
  /**
   * `clear`: nothing of the branch's own line is among the commits. `too far`: more of the branch than can be read happened since
   * the oldest of them.
   */
  readonly is: "missing" | "clear" | "based" | "too far";
  /** The newest commit of the branch's own line among the commits; null unless it is `based`. */
  readonly newest: string | null;
}

export interface GuardedPull {
  readonly number: number;
  readonly base: string;
  /** The head branch's name, in whatever repository. */
  readonly head: string;
  /** `owner/name` of the fork that the head is in; "" where that is gone or hidden; null: the head is in this repository. */
  readonly fork: string | null;
  /** Opened by Detoil, from a branch of this repository. */
  readonly own: boolean;
  /** Oldest first. Empty where no rule asks what it is based on. */
  readonly commits: readonly GuardedCommit[];
  readonly forbidden: readonly ForbiddenBranch[];
  /** Whether the base requires the check; null: GitHub does not say. */
  readonly required: boolean | null;
}

/** A commit with the check: the head of open pull requests, or a merge group's. */
export interface GuardedHead {
  readonly headOid: string;
  readonly isGroup: boolean;
  readonly pulls: readonly GuardedPull[];
  readonly checkRun: OwnCheckRun | null;
}

export interface GuardFacts {
  readonly heads: readonly GuardedHead[];
  /** Bases that a merged pull request brought what other ones must not bring. */
  readonly moved: readonly string[];
  /** Pull requests with further heads, which are reconciled one by one. */
  readonly left: readonly number[];
}
