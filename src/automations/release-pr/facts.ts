import type { Lane } from "../../config/schema.ts";
import type { OwnCheckRun } from "../../github/own-check.ts";

/** A login as REST writes it (`renovate[bot]`), and whether it is a machine's: those are never pinged. */
export interface Person {
  readonly login: string;
  readonly bot: boolean;
}

/** A commit that the lane's head has and its base lacks. Times are ISO strings. */
export interface GraphCommit {
  readonly oid: string;
  readonly message: string;
  readonly authoredAt: string;
  readonly committedAt: string;
  /** null: no account belongs to the author's address. */
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
  /** Its head lies in a fork, or the fork is gone. */
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
  /** Two where it was merged by a merge commit, one where it was squashed or rebased. */
  readonly mergeParents: readonly string[];
  /** Detoil has said already what a squash or rebase did. */
  readonly warned: boolean;
}

export interface OpenPull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** What a person wrote just before our last text, and we had not read; null: nothing is known to be lost. */
  readonly overwritten: string | null;
  readonly createdAt: string;
  readonly author: Person | null;
  /** This App opened it. */
  readonly ours: boolean;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly reviewers: readonly string[];
  /** How many teams are asked for review; one that this App may not see counts. */
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

/** Detoil's issue that says a lane cannot be looked at. */
export interface Notice {
  readonly open: boolean;
  readonly number: number;
  readonly title: string;
  readonly body: string;
}

/** What was read of a lane whose two branches exist. */
export interface LaneFacts {
  readonly kind: "read";
  readonly lane: Lane;
  /** Commits the head has and the base lacks, as GitHub counts them. */
  readonly ahead: number;
  readonly commits: readonly GraphCommit[];
  /** The range is longer than what was read. */
  readonly cut: boolean;
  /** Merged pull requests, the range's among them. */
  readonly pulls: readonly MergedPull[];
  /** What squashed and rebased pull requests between two lane branches brought, by their number. */
  readonly brought: ReadonlyMap<number, readonly GraphCommit[]>;
  /** The latest of the commits that the base has and the head lacks. */
  readonly baseOnly: readonly BaseCommit[];
  /** Merge commits that the base has as well as the head, or that are older than `baseOnly`, as far as it matters. */
  readonly inBase: ReadonlySet<string>;
  /** Of pull requests into the base that were reverted there, by their number: the pull requests that they released. */
  readonly released: ReadonlyMap<number, readonly number[]>;
  /** The tip of the lane's head. */
  readonly headOid: string;
  readonly openPull: OpenPull | null;
  /** While it is open GitHub refuses another one. */
  readonly outsider: OutsidersPull | null;
  /** Newest first. */
  readonly releases: readonly Release[];
  readonly closedUnmerged: ClosedUnmergedPull | null;
  /** Other open pull requests with the same head commit; the lane's own may be among them. */
  readonly sameHead: readonly { readonly number: number; readonly headOid: string; readonly base: string }[];
  /** What the base is known to stand at: a tag on its tip, else the last release. */
  readonly since: { readonly tag: string | null; readonly at: string } | null;
  readonly checkRun: OwnCheckRun | null;
  /** Logins that GitHub lets assign or ask; null when nobody has to be. */
  readonly assignable: ReadonlySet<string> | null;
  /** The repository has no issues: nothing can be said in one. */
  readonly silent: boolean;
  readonly notices: readonly Notice[];
}

/** A lane without a comparison: one or both of its branches are missing, or they have no commit in common. */
export interface MissingLane {
  readonly kind: "missing";
  readonly lane: Lane;
  /** Those that are missing; none: their histories are unrelated. */
  readonly branches: readonly string[];
  /** The lane came in by `_extends` or from the org and a branch is missing, or there are no issues: nothing is said. */
  readonly silent: boolean;
  readonly notices: readonly Notice[];
}

/** A pull request that is no lane's, into a base that a lane releases to. */
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
  /** The only lane to act on, by its place; null: all. */
  readonly focus: number | null;
  /** People whose write access this token may not ask for. */
  readonly unasked: readonly string[];
}

interface PullsFacts {
  readonly kind: "pulls";
  readonly pulls: readonly OrdinaryPull[];
}

/** What a merge queue waits for: the check on the commit of one of its groups. */
export interface MergeGroupFacts {
  readonly headOid: string;
  /** The pull requests that it brings, the one that it was made for last. */
  readonly pulls: readonly { readonly number: number; readonly headOid: string; readonly isLanes: boolean }[];
  readonly checkRun: OwnCheckRun | null;
}

export interface MergeGroupsFacts {
  readonly kind: "merge-groups";
  readonly groups: readonly MergeGroupFacts[];
  /** null: no group brings a lane's pull request. */
  readonly lanes: LanesFacts | null;
}

export type ReleaseFacts = LanesFacts | PullsFacts | MergeGroupsFacts;
