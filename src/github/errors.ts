/** GitHub's answers, as the kinds that the engine treats differently. None carries a token, a body or a header. */
export class GitHubError extends Error {
  readonly status: number;
  readonly operation: string;
  constructor(operation: string, status: number, message: string) {
    super(`${operation}: ${status} ${message}`);
    this.name = new.target.name;
    this.status = status;
    this.operation = operation;
  }
}

/** 404 or 410: it is not there, or this App may not see it; GitHub does not tell which. */
export class NotFound extends GitHubError {}

/** The repository itself: gone, renamed out of sight, or no longer in the installation. Nothing else that is missing says so. */
export class RepositoryNotFound extends NotFound {}

/** 403 without a rate limit: the App lacks a permission. */
export class Forbidden extends GitHubError {}

/** 422 and other 4xx: GitHub understood and refused. */
export class Rejected extends GitHubError {}

/** 5xx, or no answer at all. A write may have happened all the same: look before creating again. */
export class Unavailable extends GitHubError {}

/** A GraphQL query that takes GitHub too long, or too much: half as much of it may be answered. */
export class TooCostly extends Unavailable {}

/** A primary or secondary limit. The look is put off until `retryAt`; nothing sleeps. */
export class RateLimited extends GitHubError {
  readonly retryAt: Date;
  constructor(operation: string, status: number, message: string, retryAt: Date) {
    super(operation, status, message);
    this.retryAt = retryAt;
  }
}

/** What a plan was computed from has changed under it: look again. */
export class StaleFacts extends Error {
  constructor(what: string) {
    super(`${what} changed while the plan was made`);
    this.name = "StaleFacts";
  }
}

/** The App's own budget of creations is spent until `retryAt` (GitHub's time): the rest is written then. */
export class Paced extends Error {
  readonly retryAt: Date;
  constructor(retryAt: Date) {
    super(`GitHub's limits of content creation leave no room until ${retryAt.toISOString()}`);
    this.name = "Paced";
    this.retryAt = retryAt;
  }
}
