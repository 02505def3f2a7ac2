import { invalid, Refused } from "../refused.ts";
import type { SimPull, SimRepo, SimReview, SimTeam } from "../state.ts";
import { type Acting, newId, pullOf, tell } from "./acting.ts";
import { accountOf, ensureUser, isCollaborator, sameLogin } from "./people.ts";
import { checkBody } from "./text.ts";

/** `org/slug` */
export function teamNameOf({ org, slug }: SimTeam): string {
  return `${org}/${slug}`;
}

/** Submits a review; the requests to the reviewer, and to a team of theirs, are removed. */
export function review(
  acting: Acting,
  repo: SimRepo,
  number: number,
  given: { readonly state: SimReview["state"]; readonly body?: string },
): SimReview {
  const pull = pullOf(repo, number);
  const body = given.body ?? "";
  checkBody("PullRequestReview", body);
  if (pull.user === acting.login && given.state === "APPROVED") {
    throw new Refused(422, "Unprocessable Entity", ["Can not approve your own pull request"]);
  }
  if (given.state === "COMMENTED" && body === "") throw invalid("PullRequestReview", "body can't be blank", "body");
  const made: SimReview = {
    id: newId(acting.state),
    user: ensureUser(acting.state, acting.login).login,
    state: given.state,
    body,
    at: acting.state.now,
    commit: pull.head_sha,
  };
  pull.reviews.push(made);
  pull.requested_reviewers = pull.requested_reviewers.filter((login) => login !== acting.login);
  const ofReviewer = acting.state.teams.filter((team) => team.members.includes(acting.login));
  pull.requested_teams = pull.requested_teams.filter((name) => !ofReviewer.some((team) => teamNameOf(team) === name));
  pull.updated_at = acting.state.now;
  if (given.state !== "PENDING") tell(acting, repo, "pull_request_review", "submitted", { number, review_id: made.id });
  return made;
}

/** Requests reviews. One login that is not a collaborator, or is the author, makes GitHub refuse all of them (422). */
export function requestReviewers(acting: Acting, repo: SimRepo, number: number, logins: readonly string[]): SimPull {
  const pull = pullOf(repo, number);
  for (const login of logins) {
    if (pull.user !== null && sameLogin(login, pull.user)) {
      throw new Refused(422, "Review cannot be requested from pull request author.");
    }
    if (!isCollaborator(acting.state, repo, login) || accountOf(acting.state, login)?.type === "Bot") {
      throw new Refused(
        422,
        "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a " +
          `collaborator of the ${repo.name} repository.`,
      );
    }
  }
  for (const login of logins) {
    const account = accountOf(acting.state, login);
    if (account === undefined || pull.requested_reviewers.includes(account.login)) continue;
    pull.requested_reviewers.push(account.login);
    pull.updated_at = acting.state.now;
    tell(acting, repo, "pull_request", "review_requested", { number, requested_reviewer: account.login });
  }
  return pull;
}

/** Requests reviews from teams of the repository's owner, by their slugs. */
export function requestTeams(acting: Acting, repo: SimRepo, number: number, slugs: readonly string[]): SimPull {
  const pull = pullOf(repo, number);
  const owner = repo.name.split("/")[0] ?? "";
  const teams = slugs.map((slug) =>
    acting.state.teams.find((team) => sameLogin(team.org, owner) && team.slug === slug),
  );
  for (const team of teams) {
    if (team !== undefined) continue;
    throw new Refused(422, "Reviews may only be requested from collaborators. One or more of the teams is not one.");
  }
  for (const team of teams) {
    const name = team === undefined ? "" : teamNameOf(team);
    if (name === "" || pull.requested_teams.includes(name)) continue;
    pull.requested_teams.push(name);
    pull.updated_at = acting.state.now;
  }
  return pull;
}

/** Removes review requests. */
export function removeRequestedReviewers(
  acting: Acting,
  repo: SimRepo,
  number: number,
  logins: readonly string[],
): SimPull {
  const pull = pullOf(repo, number);
  for (const login of [...pull.requested_reviewers]) {
    if (!logins.some((one) => sameLogin(one, login))) continue;
    pull.requested_reviewers = pull.requested_reviewers.filter((one) => one !== login);
    pull.updated_at = acting.state.now;
    tell(acting, repo, "pull_request", "review_request_removed", { number, requested_reviewer: login });
  }
  return pull;
}
