import type { Creation, Lag } from "./lag.ts";
import type { SuiteConclusion } from "./words.ts";

/**
 * The simulated GitHub's state, in plain objects: what the world file (contract §5) says, completed with defaults.
 * REST, GraphQL and the control API all read and write this and nothing else.
 * Times are ISO strings to the second, in UTC, as GitHub writes them.
 */

/** 40 hex digits. Short names of a world file are hashed into one (`shaOf`). */
export type Sha = string;
/** `2026-11-20T01:00:00Z` */
export type Time = string;

export interface SimUser {
  login: string;
  id: number;
  type: "User" | "Bot" | "Organization";
  /** The account is gone: GitHub shows `ghost` (REST) or null (GraphQL). */
  deleted: boolean;
  /** Status "busy" (GraphQL `status.indicatesLimitedAvailability`). */
  busy: boolean;
  /** Suspended or deactivated: still listed as a collaborator, but GitHub does not assign them. */
  suspended: boolean;
  /** An owner's plan: the free one has no draft pull requests in private repositories. */
  plan: "free" | "team" | "enterprise";
}

export interface SimTeam {
  id: number;
  org: string;
  slug: string;
  members: string[];
}

export interface SimProjectField {
  name: string;
  type: "single-select" | "number" | "date" | "text";
  options: string[];
}

export interface SimProject {
  id: number;
  owner: string;
  number: number;
  title: string;
  fields: SimProjectField[];
  items: { id: number; repo: string; number: number; fields: Record<string, string | number> }[];
}

export interface SimCommit {
  sha: Sha;
  parents: Sha[];
  message: string;
  /** A login, or the name of a person without an account; null if unknown. */
  author: string | null;
  authored_at: Time;
  committed_at: Time;
  /** Changed paths. A string is the new content, null a deletion, undefined "changed, content unknown". */
  files: Map<string, string | null | undefined>;
}

export interface SimTag {
  name: string;
  /** The commit that it names. */
  sha: Sha;
  /** The tagger's date of an annotated one. GitHub does not show when a lightweight one was pushed. */
  at: Time;
  /** An object of its own. */
  annotated: boolean;
}

export interface SimLabel {
  id: number;
  name: string;
  color: string;
  description: string | null;
}

/** A label on an issue or pull request, with who put it there and when. */
export interface SimLabeling {
  name: string;
  by: string | null;
  at: Time;
}

export interface SimMilestone {
  id: number;
  number: number;
  title: string;
  description: string | null;
  state: "open" | "closed";
  due_on: Time | null;
  created_at: Time;
  updated_at: Time;
  closed_at: Time | null;
  closed_by: string | null;
}

export interface SimComment {
  id: number;
  user: string | null;
  body: string;
  created_at: Time;
  updated_at: Time;
  edited_at: Time | null;
  reactions: SimReaction[];
}

export interface SimReaction {
  user: string;
  content: string;
  at: Time;
}

export interface SimEdit {
  user: string | null;
  at: Time;
  /** The whole text after it. */
  body: string;
}

export interface SimReview {
  id: number;
  user: string | null;
  state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
  body: string;
  at: Time;
  commit: Sha;
}

/** What issues and pull requests share; they share one series of numbers, too. */
export interface SimIssueBase {
  id: number;
  number: number;
  title: string;
  body: string;
  user: string | null;
  labels: SimLabeling[];
  /** Each time that it got a label, oldest first, also one that was removed since. */
  labeled: SimLabeling[];
  assignees: string[];
  milestone: number | null;
  comments: SimComment[];
  created_at: Time;
  updated_at: Time;
  closed_at: Time | null;
  closed_by: string | null;
  /** Only people with write access comment there, and no App. */
  locked: boolean;
  /** The App (slug) that last edited the body, or the login; for `edited` webhooks. */
  last_edited_by: string | null;
  /** The body as it was first and after each edit, oldest first; empty for one that was never edited. */
  edits: SimEdit[];
}

export interface SimIssue extends SimIssueBase {
  state: "open" | "closed";
  state_reason: "completed" | "not_planned" | "duplicate" | "reopened" | null;
  sub_issues: number[];
  blocked_by: number[];
  /** Deleted by a person: GitHub answers 410 and lists it nowhere. */
  deleted: boolean;
  /** Where it went: GitHub answers 301 (REST) or NOT_FOUND (GraphQL) and lists it nowhere. */
  transferred_to: { repo: string; number: number } | null;
}

export interface SimPull extends SimIssueBase {
  state: "open" | "closed" | "merged";
  draft: boolean;
  base: string;
  /** Branch name without owner. */
  head: string;
  /** `owner/name` of the head repository: this one, or a fork; null when the fork is gone. */
  head_repo: string | null;
  head_sha: Sha;
  /** The base branch's sha when it was opened, or last moved. */
  base_sha: Sha;
  merge_method: "merge" | "squash" | "rebase" | null;
  merge_commit_sha: Sha | null;
  ready_at: Time | null;
  /** Each time that a draft was marked as ready for review. */
  ready_events: Time[];
  merged_at: Time | null;
  merged_by: string | null;
  mergeable: "MERGEABLE" | "CONFLICTING" | "UNKNOWN";
  auto_merge: boolean;
  /** The commits of the pull request, oldest first. */
  commits: Sha[];
  reviews: SimReview[];
  /** Logins. */
  requested_reviewers: string[];
  /** `org/slug` */
  requested_teams: string[];
}

export interface SimDeployment {
  id: number;
  sha: Sha;
  ref: string;
  environment: string;
  creator: string | null;
  created_at: Time;
  statuses: { id: number; state: string; at: Time }[];
}

/** One time that a workflow's run ran. */
interface SimRunAttempt {
  started_at: Time;
  completed_at: Time | null;
  conclusion: string | null;
}

export interface SimWorkflowRun extends SimRunAttempt {
  id: number;
  /** The name of its file in `.github/workflows`. */
  workflow: string;
  branch: string;
  /** `owner/name` of the fork that its commit is in; null: this repository. */
  head_repo: string | null;
  sha: Sha;
  event: string;
  status: "queued" | "in_progress" | "completed";
  /** The attempts before this one, the first of them first. */
  earlier: SimRunAttempt[];
  /** Of the first attempt. */
  created_at: Time;
}

export interface SimCheckRun {
  id: number;
  sha: Sha;
  name: string;
  /** The App's slug; runs of one App on one sha make one suite. */
  app: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  external_id: string | null;
  details_url: string | null;
  started_at: Time;
  completed_at: Time | null;
  output: {
    title: string | null;
    summary: string | null;
    text: string | null;
    annotations: SimAnnotation[];
  };
}

/** What the runs of an App on a commit do not show: a suite without any, further ones to come, and which were rerequested. */
export interface SimCheckSuite {
  app: string;
  sha: Sha;
  created_at: Time;
  /**
   * As the suite itself stands, whatever its runs say: GitHub Actions queues it before the first job, keeps it open between
   * jobs, and completes one without a run where a workflow cannot start. null: as its runs say.
   */
  status: "queued" | "in_progress" | "completed" | null;
  /** With the status completed. */
  conclusion: SuiteConclusion | null;
  /** Names of runs that a person rerequested and the App has not written since: the suite is queued until then. */
  rerequested: string[];
}

export interface SimMergeQueue {
  /** The branch that it merges into. */
  branch: string;
  /** Names of the checks that an entry waits for; null: those of the App that the pull request has when it is enqueued. */
  checks: string[] | null;
  merge_method: "merge" | "squash" | "rebase";
  /** In the order in which they are merged; each is built on the one before it. */
  entries: SimQueueEntry[];
}

/** A merge group: a pull request, merged onto what is before it in the queue. */
export interface SimQueueEntry {
  pull: number;
  /** The pull request's head when it was enqueued. */
  pull_sha: Sha;
  checks: string[];
  enqueuer: string;
  enqueued_at: Time;
  base_sha: Sha;
  head_sha: Sha;
  /** `gh-readonly-queue/BASE/pr-N-SHA`, a branch. */
  head_ref: string;
}

/** A rule of branches: a ruleset's, or the classic protection. */
export interface SimBranchRule {
  /** The branches' names. */
  branches: string[];
  by: "ruleset" | "protection";
  /** Names of the checks that a merge needs. */
  checks: string[];
  /** Whether the branches may be deleted. */
  deletions: boolean;
}

export interface SimAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column: number | null;
  end_column: number | null;
  annotation_level: "notice" | "warning" | "failure";
  title: string | null;
  message: string;
}

export interface SimStatus {
  sha: Sha;
  context: string;
  state: string;
  description: string | null;
  /** Where whoever reports it shows more. */
  target_url: string | null;
  at: Time;
}

export interface SimRelease {
  id: number;
  tag: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  published_at: Time | null;
  updated_at: Time;
}

export interface SimRepo {
  id: number;
  /** `owner/name` as it is now; `formerNames` still redirect. */
  name: string;
  formerNames: string[];
  default_branch: string;
  private: boolean;
  /** It was forked from a repository outside this world. */
  fork: boolean;
  archived: boolean;
  /** The latest push to any branch or tag; of an empty one when it was made. */
  pushed_at: Time;
  has_issues: boolean;
  allow_merge_commit: boolean;
  allow_squash_merge: boolean;
  allow_rebase_merge: boolean;
  /** "Automatically delete head branches". */
  delete_branch_on_merge: boolean;
  /** login → role; a person not named has none in a private repository and `read` in a public one. */
  permission: Map<string, "read" | "triage" | "write" | "maintain" | "admin">;
  /** Files that no commit in the ancestry mentions. */
  files: Map<string, string>;
  commits: Map<Sha, SimCommit>;
  branches: Map<string, Sha>;
  tags: Map<string, SimTag>;
  labels: Map<string, SimLabel>;
  milestones: Map<number, SimMilestone>;
  /** The greatest number that a milestone ever had: GitHub never reuses a number. */
  last_milestone: number;
  pulls: Map<number, SimPull>;
  issues: Map<number, SimIssue>;
  deployments: Map<number, SimDeployment>;
  workflow_runs: Map<number, SimWorkflowRun>;
  check_runs: Map<number, SimCheckRun>;
  /** By `APP SHA`; without suites that have nothing beyond their runs. */
  check_suites: Map<string, SimCheckSuite>;
  /** App id → whether GitHub makes a suite at every push; an App that is not named gets them. */
  auto_trigger_checks: Map<number, boolean>;
  /** By the branch that they merge into. */
  merge_queues: Map<string, SimMergeQueue>;
  branch_rules: SimBranchRule[];
  statuses: SimStatus[];
  releases: SimRelease[];
  /** Items created since the simulator started, by kind and id: lists may show them late (replicas.ts). */
  created: Map<string, Creation>;
}

export interface SimInstallation {
  id: number;
  account: string;
  suspended: boolean;
  /** Resource → access, as granted to this installation; at most what the App asks for. */
  permissions: Record<string, "read" | "write">;
  /** Ids of the repositories that its owner chose; null: all, also those to come. */
  selected: number[] | null;
  /** As a narrowed token has it: ids of the repositories that it is for. */
  readonly only?: readonly number[];
}

interface SimApp {
  slug: string;
  id: number;
  /** What a new installation gets. */
  permissions: Record<string, "read" | "write">;
  events: string[];
}

export interface SimState {
  /** The simulated time; it stands still unless it is moved (`/_sim/clock`) or runs with the wall clock. */
  now: Time;
  app: SimApp;
  users: Map<string, SimUser>;
  teams: SimTeam[];
  projects: SimProject[];
  /** By `owner/name`. */
  repos: Map<string, SimRepo>;
  /** One per owner that has repositories in the world. */
  installations: Map<number, SimInstallation>;
  /** The next id of anything; a counter instead of a random number, so that two runs are the same. */
  nextId: number;
  /** How far lists lag behind writes; null: not at all. */
  lag: Lag | null;
  /** `3.16`: a GitHub Enterprise Server of that release, which has less; null: github.com. */
  ghes: string | null;
}
