import type { CommentFacts } from "../../commands/pending.ts";
import type { OwnCheckRun } from "../../github/own-check.ts";
import type { OwnIssue } from "../../github/own-issues.ts";
import type { Recording } from "../../records/book.ts";
import type { Instant } from "../../records/record.ts";
import type { HeldBack } from "./reading/dashboard.ts";
import type { Update } from "./reading/update.ts";

/** An open update, and who or what it waits for. */
export interface OpenUpdate extends Update {
  readonly title: string;
  /** Since when one of its checks has failed; null: none has. */
  readonly failingSince: Instant | null;
  /** `alice`, `acme/web`; as far as this App may see them. */
  readonly reviewers: readonly string[];
}

/** Renovate's Dependency Dashboard. */
export interface Dashboard {
  readonly number: number;
  readonly updatedAt: Instant;
  readonly heldBack: readonly HeldBack[];
}

/** Detoil's own issue, with its latest comments. */
export interface CadenceIssue extends OwnIssue {
  readonly comments: readonly CommentFacts[];
  /** There are more comments than those. */
  readonly hasEarlier: boolean;
}

/** A pull request into a base that a lane releases to, or a commit that a merge queue tries. */
export interface Gated {
  readonly headOid: string;
  /** It is, or brings, a release. */
  readonly isRelease: boolean;
  readonly checkRun: OwnCheckRun | null;
}

export interface CadenceFacts {
  readonly kind: "cadence";
  readonly open: readonly OpenUpdate[];
  /** As far back as they are needed. */
  readonly closed: readonly Update[];
  readonly dashboard: Dashboard | null;
  readonly issue: CadenceIssue | null;
  readonly hasIssues: boolean;
  /** Open release pull requests, while the promise holds them back. */
  readonly releases: readonly Gated[];
  /** What was read of closed ones, so that it is not read again. */
  readonly recording: Recording;
}

interface GateFacts {
  readonly kind: "gate";
  readonly gated: readonly Gated[];
  /** Read where one of them is a release whose check decides. */
  readonly cadence: CadenceFacts | null;
  /** One of them is an open release pull request, whose check goes with the issue. */
  readonly hasRelease: boolean;
}

interface NoFacts {
  readonly kind: "none";
}

export type RenovateFacts = CadenceFacts | GateFacts | NoFacts;
