import { Refused } from "../refused.ts";
import { noteCreation } from "../replicas.ts";
import type { SimIssue, SimRepo } from "../state.ts";
import { type Acting, issueOf, newId, newNumber, tell } from "./acting.ts";
import { assign } from "./assignees.ts";
import { rewriteBody } from "./edits.ts";
import { label } from "./labels.ts";
import { ensureUser } from "./people.ts";
import { checkBody, checkTitle } from "./text.ts";

export interface OpenIssue {
  readonly title: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly milestone?: number | null;
}

/** Opens an issue; labels and assignees emit their own events too, as on GitHub. */
export function openIssue(acting: Acting, repo: SimRepo, opened: OpenIssue): SimIssue {
  // 410 and this sentence: ossf/allstar#64, dust-tt/dust#10314.
  if (!repo.has_issues) throw new Refused(410, "Issues are disabled for this repo");
  checkTitle("Issue", opened.title);
  checkBody("Issue", opened.body ?? "");
  const milestone = opened.milestone ?? null;
  checkMilestone(repo, milestone);
  const { now } = acting.state;
  const issue: SimIssue = {
    id: newId(acting.state),
    number: newNumber(repo),
    title: opened.title,
    body: opened.body ?? "",
    user: ensureUser(acting.state, acting.login).login,
    labels: [],
    labeled: [],
    locked: false,
    assignees: [],
    milestone,
    comments: [],
    created_at: now,
    updated_at: now,
    closed_at: null,
    closed_by: null,
    last_edited_by: null,
    edits: [],
    state: "open",
    state_reason: null,
    sub_issues: [],
    blocked_by: [],
    deleted: false,
    transferred_to: null,
  };
  repo.issues.set(issue.number, issue);
  noteCreation(acting.state, repo, "issues", issue.id);
  tell(acting, repo, "issues", "opened", { number: issue.number });
  if (milestone !== null) tell(acting, repo, "issues", "milestoned", { number: issue.number, milestone });
  if (opened.labels !== undefined) label(acting, repo, issue.number, opened.labels);
  if (opened.assignees !== undefined) assign(acting, repo, issue.number, opened.assignees);
  return issue;
}

export interface EditIssue {
  readonly title?: string;
  readonly body?: string;
  readonly state?: "open" | "closed";
  readonly state_reason?: SimIssue["state_reason"];
}

/** Changes the texts or the state of an issue. */
export function editIssue(acting: Acting, repo: SimRepo, number: number, edit: EditIssue): SimIssue {
  const issue = issueOf(repo, number);
  if (edit.title !== undefined) checkTitle("Issue", edit.title);
  if (edit.body !== undefined) checkBody("Issue", edit.body);
  const changes: Record<string, unknown> = {};
  if (edit.title !== undefined && edit.title !== issue.title) {
    changes.title = { from: issue.title };
    issue.title = edit.title;
  }
  if (edit.body !== undefined && edit.body !== issue.body) {
    changes.body = { from: issue.body };
    rewriteBody(acting, issue, edit.body);
  }
  if (Object.keys(changes).length > 0) {
    issue.updated_at = acting.state.now;
    tell(acting, repo, "issues", "edited", { number, changes });
  }
  if (edit.state === "closed") closeIssue(acting, repo, number, edit.state_reason ?? "completed");
  if (edit.state === "open") reopenIssue(acting, repo, number);
  return issue;
}

/** Closes an issue; nothing happens to one that is closed. */
export function closeIssue(
  acting: Acting,
  repo: SimRepo,
  number: number,
  reason: SimIssue["state_reason"] = "completed",
): SimIssue {
  const issue = issueOf(repo, number);
  if (issue.state === "closed") return issue;
  const { now } = acting.state;
  issue.state = "closed";
  issue.state_reason = reason;
  issue.closed_at = now;
  issue.closed_by = acting.login;
  issue.updated_at = now;
  tell(acting, repo, "issues", "closed", { number });
  return issue;
}

/** Opens a closed issue again. */
export function reopenIssue(acting: Acting, repo: SimRepo, number: number): SimIssue {
  const issue = issueOf(repo, number);
  if (issue.state === "open") return issue;
  issue.state = "open";
  issue.state_reason = "reopened";
  issue.closed_at = null;
  issue.closed_by = null;
  issue.updated_at = acting.state.now;
  tell(acting, repo, "issues", "reopened", { number });
  return issue;
}

/** Deletes an issue: afterwards GitHub answers 410 and lists it nowhere. */
export function deleteIssue(acting: Acting, repo: SimRepo, number: number): void {
  const issue = issueOf(repo, number);
  issue.deleted = true;
  for (const project of acting.state.projects) {
    project.items = project.items.filter((item) => item.repo !== repo.name || item.number !== number);
  }
  tell(acting, repo, "issues", "deleted", { number });
}

/** Refuses a milestone that does not exist (422). */
export function checkMilestone(repo: SimRepo, milestone: number | null): void {
  if (milestone === null || repo.milestones.has(milestone)) return;
  throw new Refused(422, "Validation Failed", [
    { resource: "Issue", field: "milestone", code: "invalid", value: milestone },
  ]);
}
