import { presentIssue } from "../present.ts";
import type {
  Sha,
  SimCheckRun,
  SimComment,
  SimCommit,
  SimDeployment,
  SimIssue,
  SimLabel,
  SimLabeling,
  SimMergeQueue,
  SimMilestone,
  SimPull,
  SimQueueEntry,
  SimRelease,
  SimRepo,
  SimReview,
  SimStatus,
  SimTag,
  SimTeam,
  SimUser,
  Time,
} from "../state.ts";

/**
 * The source of an object in an answer: the parts of the state that its fields are read from. `__typename` lets
 * graphql-js tell the members of a union or interface apart.
 */
interface Of<Name extends string> {
  readonly __typename: Name;
  readonly repo: SimRepo;
}

export type RepositorySource = Of<"Repository">;
export type RefSource = Of<"Ref"> & { readonly prefix: string; readonly name: string; readonly sha: Sha };
export type CommitSource = Of<"Commit"> & { readonly commit: SimCommit };

export type BlobSource = Of<"Blob"> & { readonly path: string; readonly at: Sha };
/** A folder of a commit; `path` is empty for the root. */
export type TreeSource = Of<"Tree"> & { readonly path: string; readonly at: Sha };
export type TreeEntrySource = Of<"TreeEntry"> & {
  readonly path: string;
  readonly at: Sha;
  readonly type: "blob" | "tree";
};
export type ComparisonSource = Of<"Comparison"> & { readonly base: Sha; readonly head: Sha };
export type PullRequestSource = Of<"PullRequest"> & { readonly item: SimPull };
export type ClosedEventSource = Of<"ClosedEvent"> & { readonly item: SimPull };
export type ReadyEventSource = Of<"ReadyForReviewEvent"> & { readonly item: SimPull; readonly at: Time };
export type IssueSource = Of<"Issue"> & { readonly item: SimIssue };
export type LabeledEventSource = Of<"LabeledEvent"> & { readonly on: Subject; readonly labeling: SimLabeling };
export type LabelSource = Of<"Label"> & { readonly label: SimLabel };
export type MilestoneSource = Of<"Milestone"> & { readonly milestone: SimMilestone };
export type CommentSource = Of<"IssueComment"> & {
  readonly on: PullRequestSource | IssueSource;
  readonly comment: SimComment;
};
export type ReviewSource = Of<"PullRequestReview"> & { readonly pull: SimPull; readonly review: SimReview };
/** `reviewer` is a login, or `org/slug` of a team. */
export type ReviewRequestSource = Of<"ReviewRequest"> & { readonly pull: SimPull; readonly reviewer: string };
export interface TeamSource {
  readonly __typename: "Team";
  readonly team: SimTeam;
}
export type PullRequestCommitSource = Of<"PullRequestCommit"> & { readonly pull: SimPull; readonly commit: SimCommit };
/** An annotated tag: an object of its own beside the ref. */
export type TagSource = Of<"Tag"> & { readonly tag: SimTag };
export type DeploymentSource = Of<"Deployment"> & { readonly deployment: SimDeployment };
export type DeploymentStatusSource = Of<"DeploymentStatus"> & {
  readonly deployment: SimDeployment;
  readonly status: SimDeployment["statuses"][number];
};
export type ReleaseSource = Of<"Release"> & { readonly release: SimRelease };
export type CheckRunSource = Of<"CheckRun"> & { readonly run: SimCheckRun };
/** The check runs of one App on one commit. */
export type CheckSuiteSource = Of<"CheckSuite"> & {
  readonly sha: Sha;
  readonly app: string;
  readonly runs: readonly SimCheckRun[];
};
export type MergeQueueSource = Of<"MergeQueue"> & { readonly queue: SimMergeQueue };
export type MergeQueueEntrySource = Of<"MergeQueueEntry"> & {
  readonly queue: SimMergeQueue;
  readonly entry: SimQueueEntry;
};
export type StatusContextSource = Of<"StatusContext"> & { readonly status: SimStatus };
export type StatusSource = Of<"Status"> & { readonly sha: Sha; readonly statuses: readonly SimStatus[] };
export type RollupSource = Of<"StatusCheckRollup"> & {
  readonly sha: Sha;
  readonly runs: readonly SimCheckRun[];
  readonly statuses: readonly SimStatus[];
};
export interface AccountSource {
  readonly __typename: "User" | "Bot" | "Organization";
  readonly account: SimUser;
}

export function repositorySource(repo: SimRepo): RepositorySource {
  return { __typename: "Repository", repo };
}

export function commitSource(repo: SimRepo, commit: SimCommit): CommitSource {
  return { __typename: "Commit", repo, commit };
}

export function commitOf(repo: SimRepo, sha: Sha | null): CommitSource | null {
  const commit = sha === null ? undefined : repo.commits.get(sha);
  return commit === undefined ? null : commitSource(repo, commit);
}

export function pullSource(repo: SimRepo, item: SimPull): PullRequestSource {
  return { __typename: "PullRequest", repo, item };
}

export function issueSource(repo: SimRepo, item: SimIssue): IssueSource {
  return { __typename: "Issue", repo, item };
}

/** The issue of that number; null when there is none, it was deleted or it was transferred. */
export function issueOf(repo: SimRepo, number: number): IssueSource | null {
  const item = presentIssue(repo, number);
  return item === null ? null : issueSource(repo, item);
}

export function milestoneOf(repo: SimRepo, number: number | null): MilestoneSource | null {
  const milestone = number === null ? undefined : repo.milestones.get(number);
  return milestone === undefined ? null : { __typename: "Milestone", repo, milestone };
}

export function labelSource(repo: SimRepo, label: SimLabel): LabelSource {
  return { __typename: "Label", repo, label };
}

export function branchRef(repo: SimRepo, name: string): RefSource | null {
  const sha = repo.branches.get(name);
  return sha === undefined ? null : { __typename: "Ref", repo, prefix: "refs/heads/", name, sha };
}

export function tagRef(repo: SimRepo, name: string): RefSource | null {
  const tag = repo.tags.get(name);
  return tag === undefined ? null : { __typename: "Ref", repo, prefix: "refs/tags/", name, sha: tag.sha };
}

/** What issues and pull requests have in common. */
export type Subject = PullRequestSource | IssueSource;
