import type { SimIssueBase } from "../state.ts";
import type { Acting } from "./acting.ts";

/**
 * Changes the body of an issue or pull request and keeps each version whole, the first one too, as GitHub shows them under
 * "edited" (GraphQL: `userContentEdits`).
 */
export function rewriteBody(acting: Acting, item: SimIssueBase, body: string): void {
  const { state, login } = acting;
  if (item.edits.length === 0) {
    item.edits = [{ user: item.user, at: item.created_at, body: item.body }];
  }
  item.edits = [...item.edits, { user: login, at: state.now, body }];
  item.body = body;
  item.last_edited_by = login;
}
