import type { Action, IdOrRef, NumberOrRef } from "../actions.ts";
import { type Applying, idOf, numberOf } from "./applying.ts";

/**
 * Identity of a creation within its repository and automation; null: this action creates nothing. If the automation does
 * not name it, it has a natural identity: a link by its two ends, a check run by its commit.
 */
export function identityOf(applying: Applying, action: Action): string | null {
  const number = (of: NumberOrRef) => numberOf(applying, of);
  const id = (of: IdOrRef) => idOf(applying, of);
  switch (action.action) {
    case "create-issue":
    case "create-comment":
    case "create-pull-request":
    case "create-milestone":
      return action.identity;
    case "create-label":
      return `label/${action.name.toLowerCase()}`;
    case "set-check-run":
      return `check/${action.head_sha}/${action.name}`;
    case "add-sub-issue":
      return `sub-issue/${number(action.number)}/${id(action.sub_issue_id)}`;
    case "add-blocked-by":
      return `blocked-by/${number(action.number)}/${id(action.issue_id)}`;
    case "add-reaction":
      return `reaction/${action.comment_id}/${action.content}`;
    case "add-to-project":
      return `item/${action.org}/${action.project_number}/${id(action.id)}`;
    default:
      return null;
  }
}

/** The identity of what this action removes; null: it removes nothing that has an identity. */
export function removedBy(action: Action): string | null {
  return action.action === "remove-blocked-by" ? `blocked-by/${action.number}/${action.issue_id}` : null;
}
