import { RequestError } from "@octokit/request-error";
import {
  Forbidden,
  GitHubError,
  NotFound,
  PlaceNotFound,
  RateLimited,
  type RefusedField,
  Rejected,
  TooCostly,
  Unavailable,
} from "./errors.ts";

import { pageSaid } from "./no-answer.ts";

type Headers = Readonly<Record<string, string | number | undefined>>;

/** GitHub's own clock, if a response shows it: limits are counted by that clock. */
function answeredAt(headers: Headers): number {
  const date = Date.parse(String(headers.date ?? ""));
  return Number.isNaN(date) ? Date.now() : date;
}

/** Seconds: the default for an odd or missing time, the longest wait (a GitHub limit lasts an hour), and an absurd value. */
const MINUTE = 60;
const HOUR = 3_600;
const ABSURD = 86_400;

/**
 * When GitHub allows requests again: `retry-after` (seconds), else `x-ratelimit-reset` once nothing remains, else a minute
 * (docs.github.com: "Rate limits for the REST API", handling). Proxies and GHES send past, absurd and unreadable times,
 * which also mean a minute. Never longer than an hour.
 */
function retryAt(headers: Headers): Date {
  const now = answeredAt(headers);
  const after = headers["retry-after"];
  const isSpent = String(headers["x-ratelimit-remaining"]) === "0";
  const reset = isSpent ? seconds(headers["x-ratelimit-reset"]) - now / 1000 : Number.NaN;
  const wait = after === undefined ? reset : seconds(after);
  const isSane = wait > 0 && wait < ABSURD;
  return new Date(now + (isSane ? Math.min(wait, HOUR) : MINUTE) * 1000);
}

/** NaN for what is not a plain number. */
function seconds(header: string | number | undefined): number {
  return /^\s*\d+(\.\d+)?\s*$/.test(String(header)) ? Number(header) : Number.NaN;
}

function isRateLimit(status: number, message: string, headers: Headers): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers["retry-after"] !== undefined ||
    String(headers["x-ratelimit-remaining"]) === "0" ||
    /rate limit|abuse detection/i.test(message)
  );
}

/** What a GraphQL answer says of one field. */
export interface GraphqlError {
  readonly type?: string;
  readonly message: string;
  /** Response keys and list indexes from the top. */
  readonly path?: readonly (string | number)[];
}

/** As `@octokit/graphql` throws it, whenever there are errors; `data` is what GitHub answered beside them. */
export interface GraphqlFailure {
  readonly errors: readonly GraphqlError[];
  readonly headers?: Headers;
  readonly data?: unknown;
}

export function isGraphqlFailure(error: unknown): error is GraphqlFailure {
  return error instanceof Error && error.name === "GraphqlResponseError" && "errors" in error;
}

/** The messages of a timeout have no type. */
function isTooCostly({ type, message }: GraphqlError): boolean {
  if (type !== undefined) return type === "RESOURCE_LIMITS_EXCEEDED";
  return /time(d )?-?\s?out|something went wrong while executing|resource limits/i.test(message);
}

/** Of everything else that is missing the path is longer. */
function isRepositoryMissing({ type, path }: GraphqlError): boolean {
  return type === "NOT_FOUND" && path?.length === 1 && path[0] === "repository";
}

function graphqlFailure(operation: string, errors: readonly GraphqlError[], headers: Headers): GitHubError {
  const message = errors.map((e) => e.message).join("; ");
  const types = new Set(errors.map((e) => e.type));
  if (types.has("RATE_LIMITED") || /rate limit/i.test(message)) {
    return new RateLimited(operation, 200, message, retryAt(headers));
  }
  if (errors.some(isTooCostly)) return new TooCostly(operation, 200, message);
  if (errors.some(isRepositoryMissing)) return new PlaceNotFound(operation, 404, message);
  if (types.has("FORBIDDEN") || types.has("INSUFFICIENT_SCOPES")) return new Forbidden(operation, 403, message);
  if (types.has("NOT_FOUND")) return new NotFound(operation, 404, message);
  // An invalid document of Detoil's gets an error without a type but with `locations`; a timeout has neither.
  return new Unavailable(operation, 200, message);
}

function isGraphqlRequest(error: RequestError): boolean {
  return error.request.method === "POST" && new URL(error.request.url).pathname.endsWith("/graphql");
}

/** Converts whatever Octokit threw to a kind of errors.ts, without anything of the request, which holds a token. */
export function failureOf(operation: string, error: unknown): Error {
  if (error instanceof GitHubError) return error;
  if (isGraphqlFailure(error)) return graphqlFailure(operation, error.errors, error.headers ?? {});
  if (!(error instanceof RequestError)) {
    return new Unavailable(operation, 0, error instanceof Error ? error.message : "no answer");
  }
  const { status } = error;
  const message = pageSaid(error.message) ?? error.message.replace(/ - https?:\/\/\S+$/, "");
  const headers: Headers = error.response?.headers ?? {};
  if (isRateLimit(status, message, headers)) return new RateLimited(operation, status, message, retryAt(headers));
  if (status === 404 || status === 410) return new NotFound(operation, status, message);
  if (status === 401 || status === 403) return new Forbidden(operation, status, message);
  // GitHub gives a GraphQL query 10 seconds; then its proxy answers with this status.
  if (isGraphqlRequest(error) && (status === 502 || status === 504)) {
    return new TooCostly(operation, status, message);
  }
  // Octokit reports a broken connection as status 500; either way a write may have happened.
  if (status >= 500 || status === 0) {
    return new Unavailable(operation, error.response === undefined ? 0 : status, message);
  }
  const { data } = error.response ?? {};
  return new Rejected(operation, status, sentences(data) ?? message, refusedFields(data));
}

/** GitHub's words without their JSON: `Validation Failed: No commits between main and develop`. null: it named no error. */
function sentences(data: unknown): string | null {
  const { message, errors } = (data ?? {}) as { readonly message?: unknown; readonly errors?: unknown };
  if (typeof message !== "string" || !Array.isArray(errors) || errors.length === 0) return null;
  const named = errors.map((one: unknown) => {
    if (typeof one !== "object" || one === null) return String(one);
    const { message: words, field, code } = one as Readonly<Record<string, unknown>>;
    return typeof words === "string" ? words : [field, code].filter((part) => part !== undefined).join(" ");
  });
  return `${message}: ${named.join("; ")}`;
}

/** `errors` of a 422. A value is one that we sent. */
function refusedFields(data: unknown): RefusedField[] {
  const errors = (data as { readonly errors?: unknown } | null | undefined)?.errors;
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((one: unknown) => {
    const { field, code, value } = (typeof one === "object" && one !== null ? one : {}) as Record<string, unknown>;
    return typeof field === "string" ? [{ field, code: String(code ?? ""), value }] : [];
  });
}
