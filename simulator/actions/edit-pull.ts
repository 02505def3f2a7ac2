import { Refused } from "../refused.ts";
import type { SimPull, SimRepo } from "../state.ts";
import { type Acting, pullOf, tell } from "./acting.ts";
import { rewriteBody } from "./edits.ts";
import { checkDrafts } from "./open-pull.ts";
import { recount } from "./refresh-pulls.ts";
import { checkBody, checkTitle } from "./text.ts";

export interface EditPull {
  readonly title?: string;
  readonly body?: string;
  readonly base?: string;
  readonly state?: "open" | "closed";
}

/** Changes title, body, base or state; one `edited` event for the texts and the base, one for the state. */
export function editPull(acting: Acting, repo: SimRepo, number: number, edit: EditPull): SimPull {
  const pull = pullOf(repo, number);
  if (edit.title !== undefined) checkTitle("PullRequest", edit.title);
  if (edit.body !== undefined) checkBody("PullRequest", edit.body);
  const changes: Record<string, unknown> = {};
  if (edit.title !== undefined && edit.title !== pull.title) {
    changes.title = { from: pull.title };
    pull.title = edit.title;
  }
  if (edit.body !== undefined && edit.body !== pull.body) {
    changes.body = { from: pull.body };
    rewriteBody(acting, pull, edit.body);
  }
  if (edit.base !== undefined && edit.base !== pull.base) {
    if (!repo.branches.has(edit.base) || pull.state !== "open") {
      throw new Refused(422, "Validation Failed", [{ resource: "PullRequest", field: "base", code: "invalid" }]);
    }
    changes.base = { ref: { from: pull.base }, sha: { from: pull.base_sha } };
    pull.base = edit.base;
    recount(repo, pull);
  }
  if (Object.keys(changes).length > 0) {
    pull.updated_at = acting.state.now;
    tell(acting, repo, "pull_request", "edited", { number, changes });
  }
  if (edit.state === "closed") closePull(acting, repo, number);
  if (edit.state === "open") reopenPull(acting, repo, number);
  return pull;
}

/** Closes without merging; nothing happens to one that is closed. */
export function closePull(acting: Acting, repo: SimRepo, number: number): SimPull {
  const pull = pullOf(repo, number);
  if (pull.state !== "open") return pull;
  const { now } = acting.state;
  pull.state = "closed";
  pull.closed_at = now;
  pull.closed_by = acting.login;
  pull.updated_at = now;
  tell(acting, repo, "pull_request", "closed", { number });
  return pull;
}

/** Opens a closed one again; 422 when it was merged or a branch of it is gone. */
export function reopenPull(acting: Acting, repo: SimRepo, number: number): SimPull {
  const pull = pullOf(repo, number);
  if (pull.state === "open") return pull;
  const headGone = pull.head_repo === repo.name && !repo.branches.has(pull.head);
  if (pull.state === "merged" || headGone || !repo.branches.has(pull.base)) {
    const message = "state cannot be changed. The pull request cannot be reopened.";
    throw new Refused(422, "Validation Failed", [
      { resource: "PullRequest", field: "state", code: "invalid", message },
    ]);
  }
  pull.state = "open";
  pull.closed_at = null;
  pull.closed_by = null;
  pull.updated_at = acting.state.now;
  if (pull.head_repo === repo.name) pull.head_sha = repo.branches.get(pull.head) ?? pull.head_sha;
  recount(repo, pull);
  tell(acting, repo, "pull_request", "reopened", { number });
  return pull;
}

/** Draft to ready, or back. */
export function setDraft(acting: Acting, repo: SimRepo, number: number, draft: boolean): SimPull {
  const pull = pullOf(repo, number);
  if (pull.draft === draft) return pull;
  if (draft) checkDrafts(acting.state, repo);
  pull.draft = draft;
  pull.ready_at = draft ? null : acting.state.now;
  if (!draft) pull.ready_events.push(acting.state.now);
  pull.updated_at = acting.state.now;
  tell(acting, repo, "pull_request", draft ? "converted_to_draft" : "ready_for_review", { number });
  return pull;
}
