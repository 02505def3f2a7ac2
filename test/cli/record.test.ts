import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { record } from "../../src/cli/record.ts";
import { listen } from "../../src/web/server.ts";

const NOW = new Date("2026-11-20T01:00:00Z");
const SHA = "0123456789abcdef0123456789abcdef01234567";
const IN_ACTIONS = {
  ...{ GITHUB_REPOSITORY: "acme/shop", GITHUB_SHA: SHA, GITHUB_RUN_ID: "77", GITHUB_RUN_ATTEMPT: "2" },
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "of the run",
};
const WITH_TOKEN = { DETOIL_TOKEN: "detoil_x", GITHUB_REPOSITORY: "acme/shop" };

let url: string;
let answers: { readonly status: number; readonly text: string }[];
let seen: { readonly path: string; readonly authorization: string | undefined; readonly body: unknown }[];
let waits: number[];

const server = createServer(async (request: IncomingMessage, response) => {
  const body = Buffer.concat(await Array.fromAsync(request)).toString("utf8");
  const path = request.url ?? "";
  seen.push({ path, authorization: request.headers.authorization, body: body === "" ? null : JSON.parse(body) });
  const { status, text } = path.startsWith("/token?")
    ? { status: 200, text: JSON.stringify({ value: `eyJ.${new URL(path, url).searchParams.get("audience")}` }) }
    : (answers.shift() ?? { status: 201, text: '{"replaced": false}' });
  response.writeHead(status);
  response.end(text);
});

beforeAll(async () => {
  url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
});
beforeEach(() => {
  [answers, seen, waits] = [[], [], []];
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function run(env: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const lines: string[] = [];
  const code = await record([...argv], {
    env: { PUBLIC_URL: url, ...env },
    print: (line) => lines.push(line),
    now: () => NOW,
    wait: async (milliseconds) => waits.push(milliseconds),
  });
  return { code, lines };
}

test("a workflow needs to say nothing but that it has deployed", async () => {
  const env = { ...IN_ACTIONS, ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2` };
  expect(await run(env, "deployment")).toEqual({
    code: 0,
    lines: ["Recorded: deployment 77.2/production of acme/shop."],
  });
  expect(seen).toEqual([
    {
      path: `/token?api-version=2&audience=${encodeURIComponent(url)}`,
      authorization: "bearer of the run",
      body: null,
    },
    {
      path: "/api/deployments",
      authorization: `Bearer eyJ.${url}`,
      body: {
        ...{ type: "deployment", repo: "acme/shop", id: "77.2/production", environment: "production", service: null },
        ...{ sha: SHA, status: "success", started_at: null, finished_at: "2026-11-20T01:00:00Z" },
      },
    },
  ]);
});

test.each([
  [
    ["deployment", "--environment", "eu", "--service", "web", "--status", "failure", "--change", SHA, "--change", "b"],
    { ...IN_ACTIONS, DETOIL_TOKEN: "detoil_x" },
    { id: "77.2/eu/web", environment: "eu", service: "web", status: "failure", changes: [SHA, "b"] },
  ],
  [
    ["deployment", "--id", "r7", "--repo", "acme/web", "--sha", "abc", "--finished-at", "2026-11-20T09:00:00+09:00"],
    WITH_TOKEN,
    { id: "r7", repo: "acme/web", sha: "abc", finished_at: "2026-11-20T00:00:00Z" },
  ],
  [
    ["incident", "--id", "PD-1", "--opened-at", "2026-11-20T00:00:00Z", "--resolved-at", "2026-11-20T00:30:00Z"],
    WITH_TOKEN,
    { type: "incident", id: "PD-1", opened_at: "2026-11-20T00:00:00Z", resolved_at: "2026-11-20T00:30:00Z" },
  ],
  [
    ["incident", "--id", "PD-2", "--deployment", "r7", "--source", "pagerduty"],
    WITH_TOKEN,
    { opened_at: "2026-11-20T01:00:00Z", resolved_at: null, deployment: "r7", source: "pagerduty" },
  ],
])("what is said is sent: %j", async (argv, env, body) => {
  await run(env, ...argv);
  expect(seen).toMatchObject([{ path: `/api/${argv[0]}s`, authorization: "Bearer detoil_x", body }]);
});

test.each([
  ['{"replaced": false}', "Recorded: deployment r7 of acme/shop, as it was already."],
  ['{"replaced": true}', "Recorded: deployment r7 of acme/shop, in place of what was recorded."],
])("what was there already is said: %s", async (text, line) => {
  answers.push({ status: 200, text });
  expect((await run(WITH_TOKEN, "deployment", "--id", "r7")).lines).toEqual([line]);
});

test("what the server cannot do now is tried again, with growing waits", async () => {
  for (const status of [503, 429, 500]) answers.push({ status, text: "later" });
  expect((await run(WITH_TOKEN, "deployment", "--id", "r7")).code).toBe(0);
  expect(waits).toEqual([1_000, 5_000, 15_000]);
});

test.each([
  [{ status: 422, text: "write `external: true`\n" }, 1, "Not recorded (422): write `external: true`"],
  [{ status: 503, text: "try again" }, 4, "Not recorded (503): try again"],
  [{ status: 403, text: "\u001b[31mno\nand no" }, 1, /^Not recorded \(403\): \[31mno and no$/],
  [{ status: 404, text: "x".repeat(5_000) }, 1, /^Not recorded \(404\): x{299}…$/],
  [{ status: 302, text: "" }, 1, /^Not recorded: http:\S+ sends elsewhere \(302\)/],
  [{ status: 200, text: "<html>Log in</html>" }, 1, /^Not recorded: http:\S+ answers, and not as Detoil does/],
  [{ status: 201, text: "null" }, 1, "and not as Detoil does"],
  [{ status: 204, text: "" }, 1, "and not as Detoil does"],
])("what it refuses is said in its words: %o", async (answer, times, sentence) => {
  answers.push(...Array.from({ length: times }, () => answer));
  await expect(run(WITH_TOKEN, "deployment", "--id", "r7")).rejects.toThrow(sentence);
  expect(seen).toHaveLength(times);
});

test.each([
  [{}, ["deployment"], "Which repository?"],
  [WITH_TOKEN, ["deployment"], "Which one? Name it with --id"],
  [WITH_TOKEN, ["incident"], "Which one? Name it with --id"],
  [WITH_TOKEN, ["outage"], "deployment or incident"],
  [WITH_TOKEN, ["incident", "--id", "1", "--sha", "a"], "--sha does not belong to incident."],
  [WITH_TOKEN, ["deployment", "--id", "1", "--source", "a"], "--source does not belong to deployment."],
  [WITH_TOKEN, ["deployment", "--id", "1", "--status", "done"], "--status takes success or failure"],
  [WITH_TOKEN, ["incident", "--id", "1", "--resolved-at", "2026-11-20T00:00:00Z"], "When did it open?"],
  [WITH_TOKEN, ["incident", "--id", "1", "--opened-at", "today"], "--opened-at takes a time with its zone"],
  [{ ...WITH_TOKEN, PUBLIC_URL: "" }, ["deployment", "--id", "1"], "Where is the server?"],
  [WITH_TOKEN, ["deployment", "--id", "1", "--url", "detoil.example.com"], "--url takes the address"],
  [IN_ACTIONS, ["deployment"], "`permissions: {id-token: write}`"],
  [{ ...IN_ACTIONS, ACTIONS_ID_TOKEN_REQUEST_URL: "http://127.0.0.1:1/x" }, ["deployment"], "gave no OIDC token"],
  [{ ...IN_ACTIONS, ACTIONS_ID_TOKEN_REQUEST_URL: "no address" }, ["deployment"], "gave no OIDC token"],
  [{ ...WITH_TOKEN, DETOIL_TOKEN: "two\nlines" }, ["deployment", "--id", "1"], "DETOIL_TOKEN is no token"],
  [{ ...WITH_TOKEN, DETOIL_TOKEN: "トークン" }, ["deployment", "--id", "1"], "DETOIL_TOKEN is no token"],
  [
    WITH_TOKEN,
    ["deployment", "--id", "1", "--url", "https://a:secret@x"],
    /^--url takes [^:]+:[^:]+ not `https•••x`\.$/,
  ],
])("what is missing is said: %o %j", async (env, argv, sentence) => {
  await expect(run(env, ...argv)).rejects.toThrow(sentence);
  expect(seen).toEqual([]);
});

test("a server that does not answer is named, without the token", async () => {
  const failing = run(WITH_TOKEN, "deployment", "--id", "r7", "--url", "http://127.0.0.1:1");
  await expect(failing).rejects.toThrow(/^http:\/\/127\.0\.0\.1:1 does not answer \([\w ]+\)\.$/);
});
