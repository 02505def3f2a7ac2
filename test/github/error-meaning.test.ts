import { RequestError } from "@octokit/request-error";
import { expect, test } from "vitest";
import { isGone, isRefusal, isRefused, type Meaning, meaningOf, orNullIfGone } from "../../src/github/error-meaning.ts";
import {
  Forbidden,
  LostTarget,
  NotFound,
  NotVisibleYet,
  PlaceNotFound,
  Preempted,
  RateLimited,
  Rejected,
  StaleFacts,
  Throttled,
  TooCostly,
  Unavailable,
} from "../../src/github/errors.ts";
import { failureOf } from "../../src/github/failure.ts";

const soon = new Date("2026-11-20T01:01:00Z");

/** GitHub's answer over REST, by its clock at 01:00. */
function rest(status: number, data: unknown = {}, headers: Readonly<Record<string, string>> = {}): Error {
  const response = { status, url: "", headers: { date: "Fri, 20 Nov 2026 01:00:00 GMT", ...headers }, data };
  const request = { method: "GET", url: "https://api.github.com/repos/acme/shop", headers: {} } as const;
  const { message = "" } = data as { message?: string };
  return failureOf("GET /repos/{owner}/{repo}", new RequestError(message, status, { request, response }));
}

function refused(message: string, ...errors: readonly unknown[]): Error {
  return rest(422, { message: "Validation Failed", errors: [{ message }, ...errors] });
}

function graphql(...errors: readonly { type?: string; message: string; path?: readonly (string | number)[] }[]): Error {
  return failureOf("readConfig", Object.assign(new Error(), { name: "GraphqlResponseError", errors, headers: {} }));
}

const taken = { resource: "Label", field: "name", code: "already_exists" };
const fields = [{ field: "name", code: "already_exists", value: undefined }];

const TABLE: readonly (readonly [string, unknown, Meaning])[] = [
  ["404", rest(404), { is: "gone" }],
  ["410", rest(410), { is: "gone" }],
  ["GraphQL, a thing is missing", graphql({ type: "NOT_FOUND", message: "no", path: ["a"] }), { is: "gone" }],
  [
    "GraphQL, the repository is missing",
    graphql({ type: "NOT_FOUND", message: "Could not resolve to a Repository", path: ["repository"] }),
    { is: "place gone" },
  ],
  ["an installation without tokens", new PlaceNotFound("POST", 404, ""), { is: "place gone" }],
  ["403", rest(403, { message: "Resource not accessible by integration" }), { is: "not permitted" }],
  ["GraphQL FORBIDDEN", graphql({ type: "FORBIDDEN", message: "no" }), { is: "not permitted" }],
  ["401", rest(401, { message: "Bad credentials" }), { is: "not authenticated" }],
  ["422", refused("No commits between main and develop"), { is: "refused", as: "invalid", fields: [] }],
  ["409", rest(409), { is: "refused", as: "invalid", fields: [] }],
  ["422, a code says it", refused("name taken", taken), { is: "refused", as: "already so", fields }],
  [
    "422, words say it",
    refused("A pull request already exists for acme:develop."),
    { is: "refused", as: "already so", fields: [] },
  ],
  [
    "422, a relation that is there",
    refused("Issue may not contain duplicate sub-issues"),
    { is: "refused", as: "already so", fields: [] },
  ],
  [
    "422, sub-issues that collide",
    refused("Priority has already been taken"),
    { is: "refused", as: "collided", fields: [] },
  ],
  [
    "422, no drafts here",
    refused("Draft pull requests are not supported in this repository."),
    { is: "refused", as: "no drafts", fields: [] },
  ],
  ["429", rest(429), { is: "limited", until: soon }],
  ["403 with retry-after", rest(403, {}, { "retry-after": "60" }), { is: "limited", until: soon }],
  ["a limit in GraphQL", new RateLimited("readConfig", 200, "", soon), { is: "limited", until: soon }],
  ["500", rest(500), { is: "unavailable" }],
  ["no answer", failureOf("GET /app", new Error("socket hang up")), { is: "unavailable" }],
  ["a fault of our own in a document", graphql({ message: "Field 'x' doesn't exist" }), { is: "unavailable" }],
  ["too dear", graphql({ type: "RESOURCE_LIMITS_EXCEEDED", message: "" }), { is: "too costly", isGuess: false }],
  ["a proxy's 502 of a query", new TooCostly("readConfig", 502, ""), { is: "too costly", isGuess: true }],
  ["our own pace", new Throttled({ seconds: 1 }), { is: "throttled", until: null, seconds: 1 }],
  ["GitHub's pace", new Throttled({ retryAt: soon }), { is: "throttled", until: soon, seconds: 0 }],
  ["a person waits", new Preempted(), { is: "preempted" }],
  ["another worker", new LostTarget(), { is: "taken over" }],
  ["stale facts", new StaleFacts("#1"), { is: "stale" }],
  ["lagging replicas", new NotVisibleYet("#1", 3), { is: "not visible yet", seconds: 3 }],
  ["a bug", new TypeError("x is undefined"), { is: "unknown" }],
  ["no error at all", "thrown", { is: "unknown" }],
];

test.each(TABLE)("%s", (_, error, meaning) => {
  expect(meaningOf(error)).toEqual(meaning);
});

test("the table has every meaning", () => {
  const named: Readonly<Record<Meaning["is"], true>> = {
    gone: true,
    "place gone": true,
    "not permitted": true,
    "not authenticated": true,
    refused: true,
    limited: true,
    throttled: true,
    preempted: true,
    "taken over": true,
    stale: true,
    "not visible yet": true,
    "too costly": true,
    unavailable: true,
    unknown: true,
  };
  expect(new Set(TABLE.map(([, , { is }]) => is))).toEqual(new Set(Object.keys(named)));
});

test("what kinds of refusal have in common", () => {
  const gone = new NotFound("GET", 404, "");
  expect([gone, new PlaceNotFound("GET", 404, ""), new Forbidden("GET", 403, "")].map(isGone)).toEqual([
    true,
    true,
    false,
  ]);
  expect([new Rejected("POST", 422, ""), gone].map(isRefused)).toEqual([true, false]);
  const [unknownToken, missing] = [new Forbidden("GET", 401, ""), new Forbidden("GET", 403, "")];
  const failed = new Unavailable("GET", 502, "");
  expect([gone, missing, new Rejected("POST", 422, ""), unknownToken, failed].map(isRefusal)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("what is gone is null, and every other error stays one", async () => {
  expect(await orNullIfGone(Promise.resolve(1))).toBe(1);
  expect(await orNullIfGone(Promise.reject(new PlaceNotFound("GET", 404, "")))).toBeNull();
  await expect(orNullIfGone(Promise.reject(new Forbidden("GET", 403, "no")))).rejects.toThrow("403 no");
});
