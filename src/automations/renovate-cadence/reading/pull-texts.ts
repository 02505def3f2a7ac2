import type { Instant } from "../../../records/record.ts";

/** A bot has the login that REST gives it, `renovate[bot]`. */
export interface Author {
  readonly login: string;
  readonly bot: boolean;
}

/** A commit status or a check run on the head of a pull request. */
interface Context {
  readonly name: string;
  readonly state: "success" | "failure" | "pending";
}

/** What GitHub shows of a pull request, as far as an update is read out of it. */
export interface PullTexts {
  readonly number: number;
  /** null: the account is gone. */
  readonly author: Author | null;
  readonly title: string;
  readonly body: string;
  readonly branch: string;
  /** The message of its newest commit, where Dependabot says what it updates; null: not read. */
  readonly message: string | null;
  readonly state: "open" | "merged" | "closed";
  readonly openedAt: Instant;
  /** When it was merged or closed. */
  readonly closedAt: Instant | null;
  /** The latest ones, oldest first. */
  readonly comments: readonly { readonly author: Author | null; readonly body: string }[];
  readonly mergeable: "MERGEABLE" | "CONFLICTING" | "UNKNOWN";
  readonly reviewDecision: "APPROVED" | "CHANGES_REQUESTED" | "REVIEW_REQUIRED" | null;
  /** Commit statuses and check runs together. */
  readonly contexts: readonly Context[];
  /** GitHub merges it once it may. */
  readonly autoMerge: boolean;
}
