import type { SimComment, SimIssue, SimLabel, SimMilestone, SimRelease } from "./state.ts";

/** The subject of an event: names and numbers to find it in the state, and whole objects if they were deleted. */
export interface SimSubject {
  /** Issue or pull request (they share one series of numbers). */
  readonly number?: number;
  readonly comment_id?: number;
  /** The comment as it was, for `deleted`. */
  readonly comment?: SimComment;
  readonly review_id?: number;
  /** The label that was put on or taken off, or that was created, edited or deleted itself. */
  readonly label?: SimLabel;
  /** The other end of a transfer: for `transferred`, and for `opened` in the new repository. */
  readonly moved_to?: NonNullable<SimIssue["transferred_to"]>;
  readonly moved_from?: NonNullable<SimIssue["transferred_to"]>;
  /** Login, for `assigned` and `unassigned`. */
  readonly assignee?: string;
  /** Login, for `review_requested` and `review_request_removed`. */
  readonly requested_reviewer?: string;
  readonly milestone?: number;
  /** The milestone as it was, for `deleted`. */
  readonly deleted_milestone?: SimMilestone;
  readonly check_run_id?: number;
  /** With `head_sha`, names a check suite. */
  readonly check_suite_app?: string;
  readonly head_sha?: string;
  readonly status_context?: string;
  readonly deployment_id?: number;
  readonly deployment_status_id?: number;
  readonly workflow_run_id?: number;
  readonly release_id?: number;
  /** The release as it was, for `deleted`. */
  readonly deleted_release?: SimRelease;
  /** Child issue of `sub_issues`, blocking issue of `issue_dependencies`. */
  readonly other_number?: number;
  readonly project_id?: number;
  readonly project_item_id?: number;
  /** `refs/heads/x` for push; the bare name for create and delete, as GitHub sends it. */
  readonly ref?: string;
  readonly ref_type?: "branch" | "tag";
  /** 40 zeros where a branch begins or ends. */
  readonly before?: string;
  readonly after?: string;
  readonly forced?: boolean;
  /** `refs/heads/x`, what a merge group is to be merged into. */
  readonly base_ref?: string;
  /** Why a merge group ended. */
  readonly reason?: "merged" | "invalidated" | "dequeued";
  /** Old values of an edit, as webhooks carry them: `{title: {from}}`, `{base: {ref: {from}, sha: {from}}}`. */
  readonly changes?: Readonly<Record<string, unknown>>;
}

/** Something on the simulated GitHub that it reports to Apps. The payload is rendered from the state. */
export interface SimEvent {
  /** The webhook's name: `pull_request`, `push`, … */
  readonly event: string;
  readonly action: string | null;
  /** `owner/name` */
  readonly repo: string;
  readonly subject: SimSubject;
  /** Login: a person's, or `slug[bot]`. */
  readonly sender: string;
}
