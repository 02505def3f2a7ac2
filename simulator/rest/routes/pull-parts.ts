import { pullOf } from "../../actions/acting.ts";
import { removeRequestedReviewers, requestReviewers, requestTeams, review } from "../../actions/reviews.ts";
import { changesIn } from "../../git/changes.ts";
import { diverge } from "../../git/walk.ts";
import { Refused } from "../../refused.ts";
import type { SimPull, SimReview } from "../../state.ts";
import { bodyOf, created, numberIn, ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderChange, renderCommit } from "../render/commit.ts";
import { renderSimplePull } from "../render/pull.ts";
import { renderReview } from "../render/review.ts";
import { renderTeams } from "../render/team.ts";
import { renderUser } from "../render/user.ts";

/** GitHub's limits of these two lists. */
const MOST_COMMITS = 250;
const MOST_FILES = 3000;

const EVENTS: Readonly<Record<string, SimReview["state"]>> = {
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
  COMMENT: "COMMENTED",
};

export const pullPartRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits": (call) => {
    const { context, repo } = call;
    const { items, headers } = paged(call, pullIn(call).commits.slice(0, MOST_COMMITS));
    const commits = items.flatMap((sha) => repo.commits.get(sha) ?? []);
    return ok(
      commits.map((commit) => renderCommit(context, repo, commit)),
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/pulls/{pull_number}/files": (call) => {
    const { context, repo } = call;
    const pull = pullIn(call);
    const { mergeBases } = diverge(repo.commits, pull.base_sha, pull.head_sha);
    const commits = pull.commits.flatMap((sha) => repo.commits.get(sha) ?? []);
    const changes = changesIn(repo, commits, mergeBases[0]?.sha ?? null, pull.head_sha).slice(0, MOST_FILES);
    const { items, headers } = paged(call, changes);
    return ok(
      items.map((change) => renderChange(context, repo, pull.head_sha, change)),
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews": (call) => {
    const { context, repo } = call;
    const pull = pullIn(call);
    const { items, headers } = paged(call, pull.reviews);
    return ok(
      items.map((one) => renderReview(context, repo, pull, one)),
      headers,
    );
  },

  "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews": (call) => {
    const { context, repo, acting } = call;
    const pull = pullIn(call);
    const { event, body } = bodyOf<{ event: string; body: string }>(call);
    const state = event === undefined ? "PENDING" : EVENTS[event];
    if (state === undefined)
      throw new Refused(422, "Unprocessable Entity", ["Variable $event was provided invalid value"]);
    const made = review(acting, repo, pull.number, { state, body: body ?? "" });
    return ok(renderReview(context, repo, pull, made));
  },

  "GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers": (call) => {
    const { requested_reviewers, requested_teams } = pullIn(call);
    const users = requested_reviewers.map((login) => renderUser(call.context, login));
    return ok({ users, teams: renderTeams(call.context, requested_teams) });
  },

  "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers": (call) => {
    const number = numberIn(call, "pull_number");
    const { reviewers, teams } = reviewersIn(call);
    requestTeams(call.acting, call.repo, number, teams);
    const pull = requestReviewers(call.acting, call.repo, number, reviewers);
    return created(renderSimplePull(call.context, call.repo, pull));
  },

  "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers": (call) => {
    const pull = removeRequestedReviewers(
      call.acting,
      call.repo,
      numberIn(call, "pull_number"),
      reviewersIn(call).reviewers,
    );
    return ok(renderSimplePull(call.context, call.repo, pull));
  },
};

function pullIn(call: RepoCall): SimPull {
  return pullOf(call.repo, numberIn(call, "pull_number"));
}

function reviewersIn(call: RepoCall): { readonly reviewers: readonly string[]; readonly teams: readonly string[] } {
  const { reviewers = [], team_reviewers = [] } = bodyOf<{ reviewers: string[]; team_reviewers: string[] }>(call);
  return { reviewers, teams: team_reviewers };
}
