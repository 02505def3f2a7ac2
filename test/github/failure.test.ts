import nock from "nock";
import { expect, test } from "vitest";
import type { Document } from "../../src/github/client.ts";
import {
  Forbidden,
  GitHubError,
  NotFound,
  PlaceNotFound,
  RateLimited,
  Rejected,
  TooCostly,
  Unavailable,
} from "../../src/github/errors.ts";
import { API, nockedClient, onlyNock } from "./nocked.ts";

onlyNock();

const DATE = "Fri, 20 Nov 2026 01:00:00 GMT";
const spent = (reset: string) => ({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset });
const document: Document<Record<string, never>, object> = { name: "Anything", text: "query { viewer { login } }" };

async function failureOfGet(status: number, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  nock(API)
    .get("/repos/acme/shop")
    .reply(status, body, { date: DATE, ...headers });
  return nockedClient()
    .rest("GET /repos/{owner}/{repo}", { owner: "acme", repo: "shop" })
    .catch((error: unknown) => error);
}

test.each([
  [404, "Not Found", NotFound],
  [410, "This issue was deleted", NotFound],
  [401, "Bad credentials", Forbidden],
  [403, "Resource not accessible by integration", Forbidden],
  [422, "Validation Failed", Rejected],
  [409, "Conflict", Rejected],
  [500, "Server Error", Unavailable],
  [502, "Bad Gateway", Unavailable],
] as const)("REST %i %s", async (status, message, kind) => {
  expect(await failureOfGet(status, { message })).toBeInstanceOf(kind);
});

test.each<[string, object, string]>([
  [
    "sentences",
    { errors: [{ resource: "PullRequest", code: "custom", message: "No commits between main and develop" }] },
    "Validation Failed: No commits between main and develop",
  ],
  [
    "fields and codes",
    { errors: [{ resource: "PullRequest", field: "head", code: "invalid" }, "a sentence of its own"] },
    "Validation Failed: head invalid; a sentence of its own",
  ],
  ["nothing", { errors: [] }, "Validation Failed: "],
  ["no list", { errors: "odd" }, "Validation Failed"],
])("a refusal says what GitHub names, without JSON: %s", async (_name, more, words) => {
  const failure = await failureOfGet(422, { message: "Validation Failed", ...more });
  expect((failure as Rejected).message).toBe(`GET /repos/{owner}/{repo}: 422 ${words}`);
});

test.each([
  ["primary", 403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795140000" }, "2026-11-20T02:00:00.000Z"],
  ["secondary", 403, { "retry-after": "30" }, "2026-11-20T01:00:30.000Z"],
  ["429", 429, { "retry-after": "5" }, "2026-11-20T01:00:05.000Z"],
  ["secondary without a time: a minute", 429, {}, "2026-11-20T01:01:00.000Z"],
  ["a reset in the past: a minute", 403, spent("1795136399"), "2026-11-20T01:01:00.000Z"],
  ["no reset: a minute", 403, { "x-ratelimit-remaining": "0" }, "2026-11-20T01:01:00.000Z"],
  ["a reset in milliseconds: a minute", 403, spent("1795136460000"), "2026-11-20T01:01:00.000Z"],
  ["a reset that is not a number: a minute", 403, spent("soon"), "2026-11-20T01:01:00.000Z"],
  ["no seconds at all: a minute", 403, { "retry-after": "0" }, "2026-11-20T01:01:00.000Z"],
  ["a negative number of seconds: a minute", 429, { "retry-after": "-5" }, "2026-11-20T01:01:00.000Z"],
  ["a date: a minute", 429, { "retry-after": "Fri, 20 Nov 2026 02:00:00 GMT" }, "2026-11-20T01:01:00.000Z"],
  ["a blank: a minute", 429, { "retry-after": " " }, "2026-11-20T01:01:00.000Z"],
  ["an absurd number of seconds: a minute", 429, { "retry-after": "1e99" }, "2026-11-20T01:01:00.000Z"],
  ["years: a minute", 429, { "retry-after": "999999999" }, "2026-11-20T01:01:00.000Z"],
  ["two hours: one", 429, { "retry-after": "7200" }, "2026-11-20T02:00:00.000Z"],
  ["a reset in two hours: one", 403, spent("1795143600"), "2026-11-20T02:00:00.000Z"],
])("rate limit, %s", async (_name, status, headers, retryAt) => {
  const failure = await failureOfGet(status, { message: "slow down" }, { ...headers });
  expect(failure).toBeInstanceOf(RateLimited);
  expect((failure as RateLimited).retryAt.toISOString()).toBe(retryAt);
});

test("a limit whose answer has no readable date is counted from now", async () => {
  const before = Date.now();
  const failure = (await failureOfGet(
    429,
    { message: "slow down" },
    { date: "Thursday", "retry-after": "5" },
  )) as RateLimited;
  expect(failure.retryAt.getTime()).toBeGreaterThanOrEqual(before + 5_000);
  expect(failure.retryAt.getTime()).toBeLessThanOrEqual(Date.now() + 5_000);
});

test.each([
  ["RATE_LIMITED", RateLimited],
  ["FORBIDDEN", Forbidden],
  ["NOT_FOUND", NotFound],
  [undefined, Unavailable],
] as const)("GraphQL 200 with an error of type %s", async (type, kind) => {
  nock(API)
    .post("/graphql")
    .reply(200, { data: null, errors: [{ type, message: "no" }] }, { date: DATE });
  const failure = await nockedClient()
    .graphql(document, {})
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(kind);
});

async function failureOfQuery(status: number, body: object): Promise<unknown> {
  nock(API).post("/graphql").reply(status, body, { date: DATE });
  return nockedClient()
    .graphql(document, {})
    .catch((error: unknown) => error);
}

test("only a missing `repository` makes the repository unknown, not something missing in it", async () => {
  const missing = (path: (string | number)[]) => ({ data: null, errors: [{ type: "NOT_FOUND", path, message: "no" }] });
  expect(await failureOfQuery(200, missing(["repository"]))).toBeInstanceOf(PlaceNotFound);
  for (const path of [
    ["repository", "issue"],
    ["repository", "defaultBranchRef", "target", "file"],
    ["organization"],
  ]) {
    const failure = await failureOfQuery(200, missing(path));
    expect(failure).toBeInstanceOf(NotFound);
    expect(failure).not.toBeInstanceOf(PlaceNotFound);
  }
});

test.each([
  [200, { type: "RESOURCE_LIMITS_EXCEEDED", message: "Resource limits for this query exceeded." }, true],
  [200, { message: "Something went wrong while executing your query. This may be the result of a timeout" }, true],
  [502, { message: "Bad Gateway" }, true],
  [504, { message: "We couldn't respond to your request in time." }, true],
  [200, { message: "Field 'x' doesn't exist on type 'Query'" }, false],
  [500, { message: "Server Error" }, false],
  [503, { message: "Service Unavailable" }, false],
])("a query that GitHub finds too expensive: %i %j", async (status, error, tooCostly) => {
  const failure = await failureOfQuery(status, status === 200 ? { data: {}, errors: [error] } : error);
  expect(failure).toBeInstanceOf(Unavailable);
  expect(failure instanceof TooCostly).toBe(tooCostly);
});

test("a broken connection is Unavailable", async () => {
  nock(API).get("/repos/acme/shop").replyWithError("socket hang up");
  const failure = await nockedClient()
    .rest("GET /repos/{owner}/{repo}", { owner: "acme", repo: "shop" })
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Unavailable);
});

test("a failure never carries the token", async () => {
  const failure = await failureOfGet(403, { message: "no" });
  expect(failure).toBeInstanceOf(GitHubError);
  const { stack } = failure as GitHubError;
  expect(JSON.stringify(failure) + String(failure) + stack).not.toContain("secret-token");
});

test("after a 401 the token is renewed once, and the request repeated", async () => {
  let renewed = 0;
  const renew = async () => {
    renewed += 1;
  };
  nock(API).get("/repos/acme/shop").reply(401, { message: "Bad credentials" });
  nock(API).get("/repos/acme/shop").reply(200, { id: 7 });
  const { data } = await nockedClient({ renew }).rest("GET /repos/{owner}/{repo}", { owner: "acme", repo: "shop" });
  expect([data.id, renewed]).toEqual([7, 1]);
});

test("requests, writes and points are counted", async () => {
  nock(API)
    .post("/graphql")
    .reply(200, { data: { rateLimit: { cost: 3 } } });
  nock(API).post("/repos/acme/shop/issues").reply(201, { number: 1 });
  const github = nockedClient();
  await github.graphql(document, {});
  await github.rest("POST /repos/{owner}/{repo}/issues", { owner: "acme", repo: "shop", title: "x" });
  expect(github.requests).toEqual({ rest: 1, graphql: 1, points: 3, writes: 1 });
});
