import type { CommentFacts } from "../../../commands/pending.ts";
import type { Lane } from "../../../config/schema.ts";
import type { Person } from "../person.ts";
import type { Check } from "./checks.ts";

/** A commit before the head, as far back as it was read. */
export interface EarlierCommit {
  readonly oid: string;
  readonly parents: readonly string[];
  /** null: nothing was checked on it, or that is not over. */
  readonly passed: boolean | null;
}

/** What was merged lately. */
export interface MergedLately {
  readonly number: number;
  readonly author: Person | null;
  readonly mergedBy: Person | null;
  readonly mergeCommit: string;
}

/** How the head came about. */
export interface Since {
  /** The head first, then newest first. */
  readonly commits: readonly EarlierCommit[];
  readonly merged: readonly MergedLately[];
}

/** The checks of one lane's open release pull request, and what was told about them. */
export interface CiFacts {
  readonly lane: Lane;
  readonly number: number;
  readonly createdAt: string;
  readonly assignees: readonly Person[];
  readonly headOid: string;
  readonly committedAt: string;
  readonly checks: readonly Check[];
  /** Without permission for commit statuses only check runs are among them. */
  readonly hasStatuses: boolean;
  readonly comments: readonly CommentFacts[];
  /** null: it was not needed. */
  readonly since: Since | null;
}

export interface CiOfLanes {
  readonly kind: "ci";
  readonly lanes: readonly CiFacts[];
  /** The branches of lanes whose checks are told, each a target of its own; empty where this is about one of them. */
  readonly branches: readonly string[];
  /** Branches whose checks these credentials may not read. */
  readonly unreadable: readonly string[];
}
