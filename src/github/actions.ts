/**
 * The vocabulary of writes. A plan is data: an ordered list of these, each with its reason, so that it can be printed,
 * tested and counted without touching GitHub. Fields are named as in GitHub's REST API (contract: preview --json).
 */

/** A number GitHub has given already, or the `ref` of a create that comes earlier in the same plan. */
export type NumberOrRef = number | { readonly ref: string };

/** The same for the id that some requests want in place of the number: an issue's, a project item's. */
export type IdOrRef = number | { readonly ref: string };

interface Reasoned {
  /** Why this write is needed, for the person who reads a preview. */
  readonly because: string;
  /** It answers a person's command: it comes first and is not throttled. */
  readonly answers?: true;
}

interface MayNeed {
  /** What must be created first: GitHub would accept this write without it, but it would state something untrue. */
  readonly needs?: readonly { readonly ref: string }[];
}

/**
 * Identity of the creation within its repository and automation, so that it is not repeated while GitHub's lists do
 * not show it yet: `task/5/freeze`, `reply/123`.
 */
interface Identified {
  readonly identity: string;
}

/** A branch at a commit. */
export interface CreateBranch extends Reasoned {
  readonly action: "create-branch";
  readonly ref: string;
  readonly branch: string;
  readonly sha: string;
  /** It exists, and whatever is on it is given up. */
  readonly moves: boolean;
}

/** A commit of one file on a branch, as GitHub's editor makes it. */
export interface CreateCommit extends Reasoned, MayNeed {
  readonly action: "create-commit";
  readonly ref: string;
  readonly branch: string;
  readonly message: string;
  readonly path: string;
  readonly content: string;
  /** The blob that it replaces: if the file is another one by now, `apply` gives up with `StaleFacts`. */
  readonly sha: string;
}

export interface CreatePullRequest extends Reasoned, Identified, MayNeed {
  readonly action: "create-pull-request";
  readonly ref: string;
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
}

export interface UpdatePullRequest extends Reasoned, MayNeed {
  readonly action: "update-pull-request";
  readonly number: number;
  readonly title?: string;
  readonly body?: string;
  readonly state?: "open" | "closed";
  /**
   * The body this change was computed from. `apply` reads the pull request again just before it writes and gives up with
   * `StaleFacts` if a person changed it: GitHub has no If-Match on PATCH, and a tick must not be lost.
   */
  readonly expects?: { readonly body: string };
  /** As of `UpdateIssue`. */
  readonly textOf?: string;
}

/** One of many creations that can wait: GitHub limits creations per minute and per hour, and people come first. */
interface MayBeBulk {
  readonly bulk?: true;
}

export interface CreateIssue extends Reasoned, MayBeBulk, Identified {
  readonly action: "create-issue";
  readonly ref: string;
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly milestone?: number;
}

/** `labels` and `assignees` are whole lists: GitHub replaces the existing ones. */
export interface UpdateIssue extends Reasoned, MayNeed {
  readonly action: "update-issue";
  readonly number: NumberOrRef;
  readonly title?: string;
  readonly body?: string;
  readonly state?: "open" | "closed";
  readonly state_reason?: "completed" | "not_planned" | "reopened";
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly milestone?: NumberOrRef | null;
  /** What this change was computed from; if a person changed it, `apply` gives up with `StaleFacts`. */
  readonly expects?: Expected;
  /** The automation that keeps this text, if it is another one: it restores what people wrote in the moment of the write. */
  readonly textOf?: string;
  /** What must be created first: if that is refused, this is not written either. */
  readonly after?: readonly { readonly ref: string }[];
}

export interface Expected {
  readonly body?: string;
  readonly title?: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
}

export interface CreateComment extends Reasoned, MayBeBulk, Identified, MayNeed {
  readonly action: "create-comment";
  /**
   * Not again for 30 days after a plan last asked for it; otherwise it may be repeated after some minutes. What must be said
   * once for longer, `plan` reads from the comments (`mayBeFurtherBack` of src/managed/marked-comment.ts).
   */
  readonly once?: true;
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
  /** The run to update; absent: create a new one. */
  readonly check_run_id?: number;
  /** A person chose "Re-run": write it even if nothing changed. */
  readonly rerequested?: true;
  readonly conclusion: "success" | "failure" | "neutral" | "action_required";
  readonly details_url?: string;
  readonly output: {
    readonly title: string;
    readonly summary: string;
    readonly text?: string;
    /** `apply` sends as many in one request as GitHub takes, and the rest in further ones. */
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

export interface RemoveAssignees extends Reasoned {
  readonly action: "remove-assignees";
  readonly number: number;
  readonly assignees: readonly string[];
}

export interface RequestReviewers extends Reasoned {
  readonly action: "request-reviewers";
  readonly number: NumberOrRef;
  readonly reviewers: readonly string[];
}

export interface AddReaction extends Reasoned {
  readonly action: "add-reaction";
  readonly comment_id: number;
  readonly content: "+1" | "-1" | "laugh" | "confused" | "heart" | "hooray" | "rocket" | "eyes";
}

export interface AddSubIssue extends Reasoned {
  readonly action: "add-sub-issue";
  /** The parent. */
  readonly number: NumberOrRef;
  readonly sub_issue_id: IdOrRef;
  /** Its number: an older GHES has sub-issues only over GraphQL. */
  readonly sub_issue_number: NumberOrRef;
}

export interface AddBlockedBy extends Reasoned {
  readonly action: "add-blocked-by";
  readonly number: NumberOrRef;
  /** The issue that blocks it. */
  readonly issue_id: IdOrRef;
}

export interface RemoveBlockedBy extends Reasoned {
  readonly action: "remove-blocked-by";
  readonly number: number;
  readonly issue_id: number;
}

export interface CreateMilestone extends Reasoned, Identified {
  readonly action: "create-milestone";
  readonly ref: string;
  readonly title: string;
}

export interface UpdateMilestone extends Reasoned {
  readonly action: "update-milestone";
  readonly number: number;
  readonly state: "open" | "closed";
}

export interface CreateLabel extends Reasoned {
  readonly action: "create-label";
  readonly name: string;
  /** Six hex digits. */
  readonly color: string;
  readonly description?: string;
}

/** An organization's project and one of its items. */
interface InProject extends Reasoned {
  readonly org: string;
  readonly project_number: number;
}

export interface AddToProject extends InProject {
  readonly action: "add-to-project";
  /** Reference to the item's id for later actions. */
  readonly ref: string;
  /** The issue's id, or the pull request's. */
  readonly id: IdOrRef;
  /** Absent: an issue. */
  readonly type?: "PullRequest";
}

export interface SetProjectField extends InProject {
  readonly action: "set-project-field";
  readonly item_id: IdOrRef;
  /** `name` and `text` are for people: GitHub expects ids of fields and options. */
  readonly fields: readonly {
    readonly id: number;
    readonly value: string | null;
    readonly name: string;
    readonly text: string;
  }[];
}

/** Everything a plan may contain. An automation that needs another action adds it here and in `apply/`. */
export type Action =
  | CreateBranch
  | CreateCommit
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
  | RemoveAssignees
  | RequestReviewers
  | AddReaction
  | AddSubIssue
  | AddBlockedBy
  | RemoveBlockedBy
  | CreateMilestone
  | UpdateMilestone
  | CreateLabel
  | AddToProject
  | SetProjectField;

export type Plan = readonly Action[];
