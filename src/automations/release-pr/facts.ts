import type { Lane } from "../../config/schema.ts";
import type { OwnCheckRun } from "../../github/own-check.ts";
import type { OwnIssue } from "../../github/own-issues.ts";
import type { Assignable } from "../../managed/assignable.ts";
import type { CiOfLanes } from "./ci/facts.ts";
import type { Person } from "./person.ts";
import type { Attributions, TickFacts } from "./sign-off/facts.ts";

/** A commit that the lane's head has and its base lacks. Times are ISO strings. */
export interface GraphCommit {
  readonly oid: string;
  readonly message: string;
  readonly authoredAt: string;
  readonly committedAt: string;
  /** null: the author's address belongs to no account. */
  readonly author: string | null;
  readonly parents: readonly string[];
}

/** A commit that the lane's base has and its head lacks. */
export interface BaseCommit {
  readonly oid: string;
  readonly message: string;
  readonly committedAt: string;
}

export interface MergedPull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** null: the account is gone. */
  readonly author: Person | null;
  readonly assignees: readonly Person[];
  readonly labels: readonly string[];
  readonly mergedAt: string;
  readonly updatedAt: string;
  readonly base: string;
  readonly head: string;
  readonly headOid: string;
  /** Its head is in a fork, or the fork is gone. */
  readonly crossRepository: boolean;
  readonly mergeCommit: string | null;
}

/** A merged pull request of this lane: an earlier release. */
export interface Release {
  readonly number: number;
  readonly createdAt: string;
  readonly mergedAt: string;
  readonly headOid: string;
  readonly mergeCommit: string | null;
  /** Two if it was merged by a merge commit, one if it was squashed or rebased. */
  readonly mergeParents: readonly string[];
  /** Detoil has already warned about a squash or rebase. */
  readonly warned: boolean;
  readonly body: string;
  /** As of `OpenPull`. */
  readonly overwritten: string | null;
}

export interface OpenPull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** The body with what a person wrote just before our last write, unread by us; null: nothing is known to be lost. */
  readonly overwritten: string | null;
  readonly createdAt: string;
  readonly author: Person | null;
  /** This App opened it. */
  readonly ours: boolean;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly reviewers: readonly string[];
  /** The number of teams requested for review, including those that this App may not see. */
  readonly teamsRequested: number;
  /** Logins of humans who commented or reviewed, as far as they were read. */
  readonly humans: readonly string[];
  /** There are more comments or reviews than were read. */
  readonly isTalkCut: boolean;
}

/** An open pull request between the lane's branches that is not the lane's: its author may not write to the repository. */
export interface OutsidersPull {
  readonly number: number;
  readonly author: string;
}

/** The latest pull request of the lane that somebody with write access, or Detoil, closed without merging it. */
export interface ClosedUnmergedPull {
  readonly number: number;
  readonly createdAt: string;
  readonly closedAt: string;
  readonly byUs: boolean;
}

/** The facts of a lane whose two branches exist. */
export interface LaneFacts {
  readonly kind: "read";
  readonly lane: Lane;
  /** Commits that the head has and the base lacks, as GitHub counts them. */
  readonly ahead: number;
  readonly commits: readonly GraphCommit[];
  /** The range is longer than what was read. */
  readonly cut: boolean;
  /** Merged pull requests, including those of the range. */
  readonly pulls: readonly MergedPull[];
  /** Commits that squashed and rebased pull requests between two lane branches brought, by their number. */
  readonly brought: ReadonlyMap<number, readonly GraphCommit[]>;
  /** The latest of the commits that the base has and the head lacks. */
  readonly baseOnly: readonly BaseCommit[];
  /** Merge commits that the base has as well as the head, or that are older than `baseOnly`, as far as they matter. */
  readonly inBase: ReadonlySet<string>;
  /** For pull requests into the base that were reverted there, by number: the pull requests that they released. */
  readonly released: ReadonlyMap<number, readonly number[]>;
  /** The tip of the lane's head. */
  readonly headOid: string;
  readonly openPull: OpenPull | null;
  /** While it is open GitHub refuses another one. */
  readonly outsider: OutsidersPull | null;
  /** Newest first. */
  readonly releases: readonly Release[];
  readonly closedUnmerged: ClosedUnmergedPull | null;
  /** Other open pull requests with the same head commit; may include the lane's own. */
  readonly sameHead: readonly { readonly number: number; readonly headOid: string; readonly base: string }[];
  /** The known version of the base: a tag on its tip, or else the last release. */
  readonly since: { readonly tag: string | null; readonly at: string } | null;
  readonly checkRun: OwnCheckRun | null;
  /** Who ticked which box, where every box has to be ticked. */
  readonly signedBy: Attributions;
  /** Logins that GitHub lets assign or request; null when nobody has to be. */
  readonly assignable: Assignable | null;
  /** The repository allows merge commits; without them every release is squashed or rebased. */
  readonly mergeCommits: boolean;
  /** GitHub deletes the lane's head when the release is merged: the repository has that switched on, and no rule keeps the branch. */
  readonly deletesHead: boolean;
  /** The repository has no issues, so nothing can be reported in one. */
  readonly silent: boolean;
  /** Detoil's issue about lanes whose pull request cannot be opened, as far as it was read. */
  readonly statusIssues: readonly OwnIssue[];
}

/** A lane without a comparison: one or both of its branches are missing, or they have no commit in common. */
export interface MissingLane {
  readonly kind: "missing";
  readonly lane: Lane;
  /** The missing branches; empty: their histories are unrelated. */
  readonly branches: readonly string[];
  /** The lane came in by `_extends` or from the org and a branch is missing, or there are no issues: nothing is reported. */
  readonly silent: boolean;
  /** Detoil's issue about lanes whose pull request cannot be opened, as far as it was read. */
  readonly statusIssues: readonly OwnIssue[];
}

/** A pull request that is not a lane's, into a base that a lane releases to. */
export interface OrdinaryPull {
  readonly number: number;
  readonly headOid: string;
  readonly checkRun: OwnCheckRun | null;
}

export interface LanesFacts {
  readonly kind: "lanes";
  /** `owner/name` */
  readonly repository: string;
  /** As in sre.yml. */
  readonly lanes: readonly (LaneFacts | MissingLane)[];
  /** The index of the only lane to act on; null: all. */
  readonly focus: number | null;
  /** People whose write access this token may not read. */
  readonly unchecked: readonly string[];
}

interface PullsFacts {
  readonly kind: "pulls";
  readonly pulls: readonly OrdinaryPull[];
}

/** A merge group's commit on which a merge queue waits for the check. */
export interface MergeGroupFacts {
  readonly headOid: string;
  /** Its pull requests; the last is the one that it was created for. */
  readonly pulls: readonly { readonly number: number; readonly headOid: string; readonly isLanes: boolean }[];
  readonly checkRun: OwnCheckRun | null;
}

export interface MergeGroupsFacts {
  readonly kind: "merge-groups";
  readonly groups: readonly MergeGroupFacts[];
  /** null: no group brings a lane's pull request. */
  readonly lanes: LanesFacts | null;
}

export type ReleaseFacts = LanesFacts | PullsFacts | MergeGroupsFacts | CiOfLanes | TickFacts;
