/**
 * GitHub's answers, as the kinds that the engine treats differently. None carries a token, a body or a header. Status 0: there
 * was no answer.
 */
export class GitHubError extends Error {
  readonly status: number;
  readonly operation: string;
  constructor(operation: string, status: number, message: string) {
    super(status === 0 ? `${operation}: ${message}` : `${operation}: ${status} ${message}`);
    this.name = new.target.name;
    this.status = status;
    this.operation = operation;
  }
}

/** 404 or 410: it does not exist, or this App may not see it; GitHub does not say which. */
export class NotFound extends GitHubError {}

/** The repository itself is gone, renamed out of sight, or no longer in the installation; or the installation is. */
export class PlaceNotFound extends NotFound {}

/** 403 without a rate limit: the App lacks a permission. */
export class Forbidden extends GitHubError {}

/** A field that GitHub refuses, as its answer names it: `{resource: "Issue", field: "assignees", code: "invalid", value: "bo"}`. */
export interface RefusedField {
  readonly field: string;
  readonly code: string;
  readonly value: unknown;
}

/** 422 and other 4xx: GitHub understood and refused. */
export class Rejected extends GitHubError {
  readonly fields: readonly RefusedField[];
  constructor(operation: string, status: number, message: string, fields: readonly RefusedField[] = []) {
    super(operation, status, message);
    this.fields = fields;
  }
}

/** 5xx, or no response at all. A write may have happened anyway: read GitHub before creating again. */
export class Unavailable extends GitHubError {}

/** A GraphQL query that takes GitHub too long or too many resources: half of it may succeed. */
export class TooCostly extends Unavailable {}

/** A primary or secondary limit. The reconciliation is postponed until `retryAt`; nothing sleeps. */
export class RateLimited extends GitHubError {
  readonly retryAt: Date;
  constructor(operation: string, status: number, message: string, retryAt: Date) {
    super(operation, status, message);
    this.retryAt = retryAt;
  }
}

/** The facts that a plan was computed from have changed: reconcile again. */
export class StaleFacts extends Error {
  constructor(what: string) {
    super(`${what} changed while the plan was made`);
    this.name = "StaleFacts";
  }
}

/**
 * GitHub's limits, or Detoil's share of them, leave no room for the next write: the rest of the plan is written later.
 * `retryAt` is GitHub's time; null: in `seconds` of the machine's clock.
 */
export class Throttled extends Error {
  readonly retryAt: Date | null;
  readonly seconds: number;
  constructor(wait: { readonly retryAt: Date } | { readonly seconds: number }) {
    super(
      "retryAt" in wait
        ? `GitHub's limits of content creation leave no room until ${wait.retryAt.toISOString()}`
        : `the next write goes in ${wait.seconds} seconds`,
    );
    this.name = "Throttled";
    this.retryAt = "retryAt" in wait ? wait.retryAt : null;
    this.seconds = "seconds" in wait ? wait.seconds : 0;
  }
}

/** GitHub's replicas may not show recent writes yet: read again in this many seconds. */
export class NotVisibleYet extends Error {
  readonly seconds: number;
  constructor(what: string, seconds: number) {
    super(`${what} is not visible yet`);
    this.name = "NotVisibleYet";
    this.seconds = seconds;
  }
}

/** Another worker took over this target. Nothing more is written; the other worker continues. */
export class LostTarget extends Error {
  constructor() {
    super("another worker has taken this target over");
    this.name = "LostTarget";
  }
}

/** During other work a person began to wait: a new reconciliation answers first and then continues. */
export class Preempted extends Error {
  constructor() {
    super("a person waits for an answer");
    this.name = "Preempted";
  }
}
