import { conflicts } from "../git/changes.ts";
import { oldestFirst } from "../git/order.ts";
import { diverge } from "../git/walk.ts";
import { invalid, Refused } from "../refused.ts";
import { noteCreation } from "../replicas.ts";
import type { SimPull, SimRepo, SimState } from "../state.ts";
import { type Acting, newId, newNumber, tell } from "./acting.ts";
import { accountOf, ensureUser } from "./people.ts";
import { checkBody, checkTitle } from "./text.ts";

export interface OpenPull {
  readonly title: string;
  readonly body?: string;
  readonly base: string;
  /** A branch of this repository or, with `head_repo`, of a fork. */
  readonly head: string;
  /** `owner/name` of a fork; it must be in the world, or the head's sha must be given. */
  readonly head_repo?: string;
  readonly head_sha?: string;
  readonly draft?: boolean;
}

/** Opens a pull request. Refused (422) without commits between the branches, without a common ancestor, or if one is already open. */
export function openPull(acting: Acting, repo: SimRepo, opened: OpenPull): SimPull {
  const { state } = acting;
  checkTitle("PullRequest", opened.title);
  checkBody("PullRequest", opened.body ?? "");
  const base_sha = repo.branches.get(opened.base);
  if (base_sha === undefined) {
    throw new Refused(422, "Validation Failed", [{ resource: "PullRequest", field: "base", code: "invalid" }]);
  }
  const head_repo = opened.head_repo ?? repo.name;
  const head_sha = headOf(acting, repo, head_repo, opened);
  refuseSecond(repo, opened, head_repo);
  const { ahead, mergeBases } = diverge(repo.commits, base_sha, head_sha);
  // mislav/hub#2322, ship-studio/ship-studio#838
  if (mergeBases.length === 0)
    throw invalid("PullRequest", `The ${opened.head} branch has no history in common with ${opened.base}`);
  if (ahead.length === 0) {
    throw invalid("PullRequest", `No commits between ${opened.base} and ${opened.head}`);
  }
  const draft = opened.draft ?? false;
  if (draft) checkDrafts(state, repo);
  const pull: SimPull = {
    id: newId(state),
    number: newNumber(repo),
    title: opened.title,
    body: opened.body ?? "",
    user: ensureUser(state, acting.login).login,
    labels: [],
    labeled: [],
    locked: false,
    assignees: [],
    milestone: null,
    comments: [],
    created_at: state.now,
    updated_at: state.now,
    closed_at: null,
    closed_by: null,
    last_edited_by: null,
    edits: [],
    state: "open",
    draft,
    base: opened.base,
    head: opened.head,
    head_repo,
    head_sha,
    base_sha,
    merge_method: null,
    merge_commit_sha: null,
    ready_at: draft ? null : state.now,
    ready_events: [],
    merged_at: null,
    merged_by: null,
    mergeable: conflicts(repo, base_sha, head_sha).length === 0 ? "MERGEABLE" : "CONFLICTING",
    auto_merge: false,
    commits: oldestFirst(repo.commits, ahead).map((commit) => commit.sha),
    reviews: [],
    requested_reviewers: [],
    requested_teams: [],
  };
  repo.pulls.set(pull.number, pull);
  noteCreation(state, repo, "pulls", pull.id);
  tell(acting, repo, "pull_request", "opened", { number: pull.number });
  return pull;
}

/** Refuses (422) drafts where the owner's plan has none (renovatebot/renovate catches this text; REST: "Create a pull request"). */
export function checkDrafts(state: SimState, repo: SimRepo): void {
  const plan = accountOf(state, repo.name.split("/")[0] ?? "")?.plan;
  if (!repo.private || plan !== "free") return;
  throw new Refused(422, "Draft pull requests are not supported in this repository.");
}

function headOf(acting: Acting, repo: SimRepo, head_repo: string, opened: OpenPull): string {
  const from = head_repo === repo.name ? repo : acting.state.repos.get(head_repo);
  const sha = opened.head_sha ?? from?.branches.get(opened.head);
  if (sha === undefined) {
    throw new Refused(422, "Validation Failed", [{ resource: "PullRequest", field: "head", code: "invalid" }]);
  }
  if (from !== undefined && from !== repo) borrow(from, repo, sha);
  if (!repo.commits.has(sha)) throw invalid("PullRequest", `no commit ${sha} in ${repo.name}`, "head");
  return sha;
}

/** A fork and its parent share one object store: the head's history becomes known here. */
function borrow(from: SimRepo, to: SimRepo, sha: string): void {
  const open = [sha];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const commit = from.commits.get(next);
    if (commit === undefined || to.commits.has(next)) continue;
    to.commits.set(next, { ...commit, files: new Map(commit.files) });
    open.push(...commit.parents);
  }
}

function refuseSecond(repo: SimRepo, opened: OpenPull, head_repo: string): void {
  for (const pull of repo.pulls.values()) {
    const same = pull.head === opened.head && pull.base === opened.base && pull.head_repo === head_repo;
    if (pull.state !== "open" || !same) continue;
    throw invalid("PullRequest", `A pull request already exists for ${head_repo.split("/")[0]}:${opened.head}.`);
  }
}
