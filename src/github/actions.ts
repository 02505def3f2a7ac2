/**
 * The vocabulary of writes. A plan is data: an ordered list of these, each with its reason, so that it can be printed,
 * tested and counted without touching GitHub. Fields are named as in GitHub's REST API (contract: preview --json).
 */

/** A number GitHub has given already, or the `ref` of a create that comes earlier in the same plan. */
export type NumberOrRef = number | { readonly ref: string };

interface Reasoned {
  /** Why this write is missing, in words for the person who reads a preview. */
  readonly because: string;
}

export interface CreatePullRequest extends Reasoned {
  readonly action: "create-pull-request";
  readonly ref: string;
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
}

export interface UpdatePullRequest extends Reasoned {
  readonly action: "update-pull-request";
  readonly number: number;
  readonly title?: string;
  readonly body?: string;
  readonly state?: "open" | "closed";
  /**
   * The body this change was computed from. `apply` reads the pull request again just before it writes and gives up with
   * `StaleFacts` where a person was faster: GitHub has no If-Match on PATCH, and a tick must not be lost.
   */
  readonly expects?: { readonly body: string };
}

export interface CreateIssue extends Reasoned {
  readonly action: "create-issue";
  readonly ref: string;
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
}

export interface UpdateIssue extends Reasoned {
  readonly action: "update-issue";
  readonly number: number;
  readonly title?: string;
  readonly body?: string;
  readonly state?: "open" | "closed";
  readonly state_reason?: "completed" | "not_planned" | "reopened";
  readonly expects?: { readonly body: string };
}

export interface CreateComment extends Reasoned {
  readonly action: "create-comment";
  readonly number: NumberOrRef;
  readonly body: string;
}

export interface UpdateComment extends Reasoned {
  readonly action: "update-comment";
  readonly comment_id: number;
  readonly body: string;
}

export interface DeleteComment extends Reasoned {
  readonly action: "delete-comment";
  readonly comment_id: number;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly title?: string;
  readonly message: string;
}

export interface SetCheckRun extends Reasoned {
  readonly action: "set-check-run";
  readonly name: string;
  readonly head_sha: string;
  /** The run to bring up to date; absent: a new one is made. */
  readonly check_run_id?: number;
  readonly conclusion: "success" | "failure" | "neutral" | "action_required";
  readonly details_url?: string;
  readonly output: {
    readonly title: string;
    readonly summary: string;
    readonly text?: string;
    /** GitHub takes 50 in one request; `apply` sends the rest in further ones. */
    readonly annotations?: readonly Annotation[];
  };
}

export interface AddLabels extends Reasoned {
  readonly action: "add-labels";
  readonly number: NumberOrRef;
  readonly labels: readonly string[];
}

export interface AddAssignees extends Reasoned {
  readonly action: "add-assignees";
  readonly number: NumberOrRef;
  readonly assignees: readonly string[];
}

export interface RequestReviewers extends Reasoned {
  readonly action: "request-reviewers";
  readonly number: NumberOrRef;
  readonly reviewers: readonly string[];
}

/** What a look may do. An automation that needs another verb of the contract adds it here and in `apply.ts`. */
export type Action =
  | CreatePullRequest
  | UpdatePullRequest
  | CreateIssue
  | UpdateIssue
  | CreateComment
  | UpdateComment
  | DeleteComment
  | SetCheckRun
  | AddLabels
  | AddAssignees
  | RequestReviewers;

export type Plan = readonly Action[];
