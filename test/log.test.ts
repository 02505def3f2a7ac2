import { RequestError } from "@octokit/request-error";
import { Client } from "pg";
import { expect, test } from "vitest";
import { failed } from "../src/engine/outcome.ts";
import { failureOf } from "../src/github/failure.ts";
import { withoutSecrets } from "../src/github/without-secrets.ts";
import { createLog } from "../src/log.ts";
import type { Claim } from "../src/store/work-items.ts";

/** Every secret here contains this word. */
const PLANTED = "PLANTEDPLANTEDPLANTED";

const url = `postgres://detoil:${PLANTED}@127.0.0.1:1/detoil?sslpassword=x&password=${PLANTED}`;
const tokens = [
  `ghs_${PLANTED}`,
  `ghs_123_eyJhbGciOi.${PLANTED}.sig-nature`,
  `github_pat_${PLANTED}`,
  `eyJhbGciOiJSUzI1NiJ9.${PLANTED}.x`,
  `Bearer ${PLANTED}`,
  `-----BEGIN RSA PRIVATE KEY-----\n${PLANTED}\n-----END RSA PRIVATE KEY-----`,
  `detoil_${PLANTED}`,
  `xoxb-1-${PLANTED}`,
  `https://hooks.slack.com/services/T0/B0/${PLANTED}`,
  url,
  `password=${PLANTED}`,
];

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog("trace", { write: (line) => lines.push(line) }));
  for (const line of lines) JSON.parse(line);
  return lines.join("");
}

function octokitError(): RequestError {
  const request = {
    method: "POST" as const,
    url: "https://api.github.com/repos/acme/shop/issues",
    headers: { authorization: `token ${PLANTED}` },
    body: { title: PLANTED },
  };
  const response = { status: 500, url: request.url, headers: { "set-cookie": PLANTED }, data: { key: PLANTED } };
  return new RequestError("Server Error", 500, { request, response });
}

test.each(tokens)("%s is in no line of the log, wherever it stands", (token) => {
  const error = Object.assign(new Error(`refused: ${token}`, { cause: new Error(token) }), { input: token });
  const text = logged((log) => {
    log.error({ err: error }, "failed");
    log.error(error);
    log.warn({ nested: { authorization: token } }, `with ${token}`);
    log.child({ token }).info("a child");
  });
  expect(text).toContain("failed");
  expect(text).not.toContain("PLANTED");
  expect(withoutSecrets(token)).toContain("[secret]");
});

test("an error of Octokit brings neither its token nor a body into the log or the store", () => {
  const text = logged((log) => {
    log.error({ err: octokitError() }, "raw");
    log.error({ err: failureOf("POST /repos/{owner}/{repo}/issues", octokitError()) }, "told");
    log.error({ err: new AggregateError([octokitError()], "several") }, "several");
    log.error({ err: new Error("outer", { cause: octokitError() }) }, "outer");
  });
  expect(text).toContain("Server Error");
  expect(text).not.toContain("PLANTED");
});

test("an error of PostgreSQL has no password, nor does one of an address that cannot be read", async () => {
  const errors: unknown[] = [];
  const client = new Client({ connectionString: url });
  await client.connect().catch((error: unknown) => errors.push(error));
  try {
    new URL(`postgres://detoil:${PLANTED}@ :x`);
  } catch (error) {
    errors.push(error);
  }
  expect(errors).toHaveLength(2);
  const text = logged((log) => {
    for (const err of errors) log.error({ err, client }, "no database");
  });
  expect(text).not.toContain("PLANTED");
});

test.each(tokens)("the store keeps the reason of a failure without %s", (token) => {
  const outcome = failed({ attempts: 0 } as Claim, new Error(`refused: ${token}`), 0);
  expect(outcome.error).toContain("refused: ");
  expect(outcome.error).not.toContain("PLANTED");
});

test.each(["Bad credentials", "POST /repos/{owner}/{repo}/issues: 422 Validation Failed", "https://github.com/a/b"])(
  "%s stays as it is",
  (text) => {
    expect(withoutSecrets(text)).toBe(text);
  },
);
