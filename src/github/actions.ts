/**
 * The vocabulary of writes. A plan is data: an ordered list of these, each with its reason, so that it can be printed,
 * tested and counted without touching GitHub. Fields are named as in GitHub's REST API (contract: preview --json).
 */

/** A number GitHub has given already, or the `ref` of a create that comes earlier in the same plan. */
export type NumberOrRef = number | { readonly ref: string };

/** The same for the id that some requests want in place of the number: an issue's, a project item's. */
export type IdOrRef = number | { readonly ref: string };

interface Reasoned {
  /** Why this write is missing, in words for the person who reads a preview. */
  readonly because: string;
  /** It answers a person's command: it goes before everything else, and is not paced. */
  readonly answers?: true;
}

interface MayNeed {
  /** What must have been made before: GitHub takes this write without it, too, but it would say what is not so. */
  readonly needs?: readonly { readonly ref: string }[];
}

/**
 * What is created is remembered by this within its repository and automation, so that it is not created twice while GitHub's
 * lists do not show it yet: `task/5/freeze`, `reply/123`.
 */
interface Identified {
  readonly identity: string;
}

export interface CreatePullRequest extends Reasoned, Identified {
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

/** One of many creations that can wait: GitHub limits those of a minute and of an hour, and people's come first. */
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

/** `labels` and `assignees` are whole lists: GitHub puts them in place of what is there. */
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
  /** What this change was computed from; where a person was faster, `apply` gives up with `StaleFacts`. */
  readonly expects?: Expected;
  /** What has to be created first: refused, this is not written either. */
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
  /** It is said once, however long ago that was; else it may be said again after some minutes. */
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
  /** The run to bring up to date; absent: a new one is made. */
  readonly check_run_id?: number;
  /** A person asked for it to run again: it is written although nothing changed. */
  readonly rerequested?: true;
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
  /** Its number: an older GHES takes sub-issues over GraphQL alone. */
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
  /** Stands for the item's id afterwards. */
  readonly ref: string;
  /** The issue's id. */
  readonly id: IdOrRef;
}

export interface SetProjectField extends InProject {
  readonly action: "set-project-field";
  readonly item_id: IdOrRef;
  /** `name` and `text` are for people: GitHub takes ids of fields and options. */
  readonly fields: readonly {
    readonly id: number;
    readonly value: string | null;
    readonly name: string;
    readonly text: string;
  }[];
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
