import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Octokit } from "@octokit/core";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import { createSimulator, parseWorld } from "../../simulator/index.ts";
import { connectApp } from "../../src/github/app.ts";
import type { Document } from "../../src/github/client.ts";
import { meaningOf } from "../../src/github/error-meaning.ts";
import { Unavailable } from "../../src/github/errors.ts";
import { githubRequest } from "../../src/github/github-fetch.ts";
import { networkProblem } from "../../src/github/no-answer.ts";
import { createClient } from "../../src/github/octokit-client.ts";
import { connectToken } from "../../src/github/token.ts";

const shop = { owner: "acme", repo: "shop" };
const viewer: Document<Record<string, never>, object> = { name: "Viewer", text: "query Viewer { viewer { login } }" };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A GitHub that answers as `listener` does. */
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const client = (baseUrl: string, timeoutSeconds = 0.05) =>
  connectToken({ baseUrl, token: "t", slug: "detoil", timeoutSeconds });
const failureOf = (asked: Promise<unknown>): Promise<unknown> => asked.catch((error: unknown) => error);

test.each<[string, RequestListener]>([
  ["answers nothing", () => {}],
  [
    "sends headers and no body",
    (_request, response) => void response.writeHead(200, { "content-type": "application/json" }).flushHeaders(),
  ],
  [
    "stops in the middle of a body",
    (_request, response) => void response.writeHead(200, { "content-type": "application/json" }).write('{"id": 1'),
  ],
])("a GitHub that %s is Unavailable once its time is over", async (_name, listener) => {
  const github = client(await serving(listener));
  for (const asked of [github.rest("GET /repos/{owner}/{repo}", shop), github.graphql(viewer, {})]) {
    const failure = await failureOf(asked);
    expect(failure).toBeInstanceOf(Unavailable);
    expect(String(failure)).toContain("no answer within 0.05 s");
  }
});

test.each<[string, RequestListener]>([
  [
    "a connection that breaks off inside a good answer",
    (_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write('{"id": 1', () => response.destroy());
    },
  ],
  [
    "a proxy's page",
    (_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>"),
  ],
  [
    "half of a JSON text",
    (_request, response) => void response.writeHead(200, { "content-type": "application/json" }).end('[{"id": 1}'),
  ],
])("%s is Unavailable, and not an empty answer", async (_name, listener) => {
  const github = client(await serving(listener), 5);
  expect(await failureOf(github.rest("GET /app/installations", {}))).toBeInstanceOf(Unavailable);
  expect(await failureOf(github.graphql(viewer, {}))).toBeInstanceOf(Unavailable);
});

test.each<[string, RequestListener, string]>([
  [
    "in place of an answer",
    (_request, response) => void response.writeHead(200).end("<html><head><title>Sign\n in</title>"),
    'a web page answers: "Sign in"',
  ],
  [
    "that refuses, which may not mean that GitHub does",
    (_request, response) => void response.writeHead(403).end("<!doctype html><p>no"),
    "a web page answers",
  ],
  [
    "of a gateway, whose text is no message",
    (_request, response) => void response.writeHead(502).end("<html><title>Unicorn!</title>"),
    '502 a web page answers: "Unicorn!"',
  ],
])("a web page %s is said to be one", async (_name, listener, words) => {
  const github = client(await serving(listener), 5);
  const failure = await failureOf(github.rest("GET /app/installations", {}));
  expect(failure).toBeInstanceOf(Unavailable);
  expect(String(failure)).toBe(`Unavailable: GET /app/installations: ${words}`);
});

test("who is not there is said in words, with the place", async () => {
  const said = async (url: string) => String(await failureOf(client(url, 5).rest("GET /app/installations", {})));
  expect(await said("http://127.0.0.1:2")).toBe("Unavailable: GET /app/installations: nothing listens at 127.0.0.1:2");
  const failed = (code: string) => new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) });
  expect(networkProblem(failed("ENOTFOUND"), "ghe.example")).toMatchObject({ message: "no host ghe.example is known" });
  expect(networkProblem(failed("SELF_SIGNED_CERT_IN_CHAIN"), "ghe.example")).toMatchObject({
    message: expect.stringMatching(/^the certificate of ghe\.example is not trusted .*NODE_EXTRA_CA_CERTS/),
  });
  const other = new Error("aborted");
  expect(networkProblem(other, "ghe.example")).toBe(other);
});

test("headers have to come within ten seconds, whatever time the whole answer has", async () => {
  const waits: number[] = [];
  const { setTimeout: real } = globalThis;
  globalThis.setTimeout = ((run: () => void, milliseconds: number) => {
    waits.push(milliseconds);
    return real(run, milliseconds);
  }) as unknown as typeof setTimeout;
  try {
    await githubRequest({ fetch: async () => Response.json({}) }).fetch("https://api.github.com/app");
  } finally {
    globalThis.setTimeout = real;
  }
  expect(waits).toEqual([10_000, 30_000]);
});

test("a request that its caller aborts is aborted", async () => {
  const url = await serving(() => {});
  await expect(githubRequest().fetch(url, { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({
    name: "TimeoutError",
  });
});

test("REST requests name their version, including those for tokens; GraphQL has none", async () => {
  const world = { app: { slug: "detoil", id: 1 }, repos: [{ name: "acme/shop" }] };
  const simulator = createSimulator(parseWorld(world, "world"));
  const seen = new Map<string, string | null>();
  const app = await connectApp({
    appId: simulator.app.id,
    privateKey: simulator.app.privateKey,
    baseUrl: simulator.apiUrl,
    log: pino({ level: "silent" }),
    fetch: (input, init) => {
      const request = new Request(input, init);
      seen.set(new URL(request.url).pathname, request.headers.get("x-github-api-version"));
      return simulator.fetch(request);
    },
  });
  const [id] = [...simulator.state.installations.keys()];
  const github = await app.installation(id ?? 0);
  await github.rest("GET /repos/{owner}/{repo}", shop);
  await github.graphql({ name: "Rate", text: "query Rate { rateLimit { cost } }" }, {});
  expect([...seen]).toEqual([
    ["/api/v3/app", "2022-11-28"],
    [`/api/v3/app/installations/${id}/access_tokens`, "2022-11-28"],
    ["/api/v3/repos/acme/shop", "2022-11-28"],
    ["/api/graphql", null],
  ]);
  expect(simulator.unexpected).toEqual([]);
});

test("no token for an installation that is gone: the place is gone, not one thing in it", async () => {
  const simulator = createSimulator(parseWorld({ repos: [{ name: "acme/shop" }] }, "world"));
  const { id: appId, privateKey } = simulator.app;
  const baseUrl = simulator.apiUrl;
  const log = pino({ level: "silent" });
  const app = await connectApp({ appId, privateKey, baseUrl, log, fetch: simulator.fetch });
  expect(meaningOf(await failureOf(app.installation(404)))).toEqual({ is: "place gone" });
});

test.each(["null", "{}", '{"id": 1}', '{"id": 1, "slug": ""}', '{"id": "1", "slug": "detoil"}'])(
  "GET /app answers %s: not knowing whose texts are its own, Detoil does not start",
  async (body) => {
    const { privateKey, id: appId } = createSimulator(parseWorld({ repos: [] }, "world")).app;
    const headers = { "content-type": "application/json" };
    const connecting = connectApp({
      ...{ appId, privateKey, baseUrl: "https://api.github.com", log: pino({ level: "silent" }) },
      fetch: async () => new Response(body, { headers }),
    });
    expect(await failureOf(connecting)).toMatchObject({ name: "Unavailable" });
  },
);

test("an answer without a body, and a refusal, arrive as they are", async () => {
  const url = await serving((request, response) => {
    const isGone = request.method === "DELETE";
    response.writeHead(isGone ? 204 : 404, { "content-type": "application/json" });
    response.end(isGone ? "" : '{"message": "Not Found"}');
  });
  const octokit = new Octokit({ baseUrl: url, request: githubRequest() });
  const github = createClient(octokit, { self: { slug: "detoil", login: "detoil[bot]" } });
  const { status } = await github.rest("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    ...shop,
    comment_id: 1,
  });
  expect(status).toBe(204);
  expect(String(await failureOf(github.rest("GET /repos/{owner}/{repo}", shop)))).toContain("404 Not Found");
});
