import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Postings } from "../../../src/engine/postings.ts";
import { Unavailable } from "../../../src/github/errors.ts";
import type { PostedRecord } from "../../../src/store/records/post.ts";
import { newToken } from "../../../src/store/tokens/token.ts";
import { recordingApi } from "../../../src/web/api/index.ts";
import { rateLimit } from "../../../src/web/api/rate.ts";
import { Refusal } from "../../../src/web/api/refusal.ts";
import { createWebServer, listen } from "../../../src/web/server.ts";

const NOW = new Date("2026-11-20T01:00:00Z");
const TOKEN = newToken();
/** Of a repository where Detoil is suspended. */
const IDLE = newToken();
const SHOP = { installationId: 1, id: 10, owner: "acme", name: "shop" };
const SHA = "0123456789abcdef0123456789abcdef01234567";
const DEPLOYMENT = { id: "r7", status: "success", finished_at: "2026-11-20T00:00:00Z", sha: SHA };
const INCIDENT = { id: 12, opened_at: "2026-11-20T00:00:00Z" };

let outcome: Awaited<ReturnType<Postings["post"]>> | Error;
let posted: PostedRecord[];
let errors: unknown[];
let url: string;

const postings: Postings = {
  byToken: async (token) => (token === TOKEN ? SHOP : token === IDLE ? "not served" : null),
  byIds: async (repositoryId, ownerId) => (repositoryId === 10 && ownerId === 5 ? SHOP : null),
  async post(_repository, record) {
    if (outcome instanceof Error) throw outcome;
    posted.push(record);
    return outcome;
  },
};

/** What an OIDC token says is tested in oidc.test.ts: here `REPOSITORY.OWNER.` is one. */
const oidc = async (token: string) => {
  const [repositoryId, ownerId] = token.split(".").map(Number);
  if (!repositoryId || !ownerId) throw new Refusal(401, "This OIDC token has expired.");
  return { repositoryId, ownerId };
};

const servers: { close(): void; closeAllConnections(): void }[] = [];

async function serving(options: Partial<Parameters<typeof recordingApi>[0]> = {}): Promise<string> {
  const onError = (error: unknown) => errors.push(error);
  const server = createWebServer(recordingApi({ postings, oidc, now: () => NOW, onError, ...options }), onError);
  servers.push(server);
  return `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
}

beforeAll(async () => {
  [posted, errors, outcome] = [[], [], "new"];
  url = await serving();
});
afterEach(() => {
  [posted, errors, outcome] = [[], [], "new"];
});
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

interface Sent {
  readonly to?: "deployments" | "incidents";
  readonly token?: string | null;
  readonly type?: string;
  readonly at?: string;
}

async function send(record: unknown, { to = "deployments", token = TOKEN, type, at = url }: Sent = {}) {
  const response = await fetch(`${at}/api/${to}`, {
    method: "POST",
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      "content-type": type ?? "application/json",
    },
    body: typeof record === "string" || record instanceof Uint8Array ? record : JSON.stringify(record),
  });
  return { status: response.status, text: (await response.text()).trim(), headers: response.headers };
}

test("a deployment is recorded for the repository of the token, whatever case its commit is in", async () => {
  const record = { ...DEPLOYMENT, sha: SHA.toUpperCase(), repo: "Acme/Shop", type: "deployment", changes: [SHA] };
  const { status, text } = await send(record);
  expect([status, JSON.parse(text)]).toEqual([
    201,
    { type: "deployment", repo: "acme/shop", id: "r7", replaced: false },
  ]);
  expect(posted).toMatchObject([
    {
      type: "deployment",
      repo: "acme/shop",
      id: "r7",
      environment: "production",
      sha: SHA,
      changes: [SHA],
      source: "external",
    },
  ]);
});

test("an incident is recorded under a name of its own, also where that is a number", async () => {
  expect((await send(INCIDENT, { to: "incidents", token: "10.5." })).status).toBe(201);
  expect(posted).toMatchObject([{ type: "incident", repo: "acme/shop", id: "12", labels: null }]);
});

test("what is named by a number is named by its digits", async () => {
  await send({ ...DEPLOYMENT, id: 7 });
  await send({ ...INCIDENT, deployment: 7 }, { to: "incidents" });
  expect(posted).toMatchObject([{ id: "7" }, { deployment: "7" }]);
});

test.each([
  ["same", 200, false],
  ["replaced", 200, true],
] as const)("%s: %d", async (result, status, replaced) => {
  outcome = result;
  const answer = await send(DEPLOYMENT);
  expect([answer.status, JSON.parse(answer.text).replaced]).toEqual([status, replaced]);
});

test.each([
  [null, 401, "Send `Authorization: Bearer TOKEN`"],
  [newToken(), 401, "is not valid (any more)"],
  [IDLE, 403, "is suspended or archived"],
  ["detoil_", 401, "is not valid (any more)"],
  ["ghp_0123456789abcdef", 401, "is not valid (any more)"],
  ["0.0.", 401, "has expired"],
  ["11.5.", 403, "Detoil is not installed"],
  ["10.6.", 403, "Detoil is not installed"],
])("with the token %s: %d", async (token, status, sentence) => {
  const answer = await send(DEPLOYMENT, { token });
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(sentence);
  expect(answer.headers.get("www-authenticate")).toBe(status === 401 ? "Bearer" : null);
  expect(posted).toEqual([]);
});

test("without a PUBLIC_URL no OIDC token can be meant for this server", async () => {
  const answer = await send(DEPLOYMENT, { token: "10.5.", at: await serving({ oidc: null }) });
  expect([answer.status, answer.text]).toEqual([401, expect.stringContaining("PUBLIC_URL is not set")]);
});

test.each([
  ["text", "hello", 422, "is not JSON"],
  ["no UTF-8", Buffer.from([0x22, 0xff, 0x22]), 422, "is not JSON in UTF-8"],
  ["a list", [DEPLOYMENT], 422, "is a JSON object"],
  ["an incident", { ...DEPLOYMENT, type: "incident" }, 422, "`type` must be `deployment`"],
  ["another repository", { ...DEPLOYMENT, repo: "acme/web" }, 403, "records for acme/shop"],
  ["a repository that is no text", { ...DEPLOYMENT, repo: 7 }, 422, "`repo` must be text"],
  ["no id", { ...DEPLOYMENT, id: null }, 422, "`id` is missing"],
  ["no time", { ...DEPLOYMENT, finished_at: undefined }, 422, "`finished_at` is missing"],
  ["a time without a zone", { ...DEPLOYMENT, finished_at: "2026-11-20T00:00:00" }, 422, "has no zone"],
  ["a time to come", { ...DEPLOYMENT, finished_at: "2026-11-20T02:00:01Z" }, 422, "is in the future"],
  ["a short commit", { ...DEPLOYMENT, sha: "0123456" }, 422, "`sha` must be the 40"],
  ["a change that is no commit", { ...DEPLOYMENT, changes: [SHA, "main"] }, 422, "`changes` must be the 40"],
  ["another status", { ...DEPLOYMENT, status: "done" }, 422, "`status` must be"],
  ["a long name", { ...DEPLOYMENT, environment: "p".repeat(201) }, 422, "at most 200"],
  [
    "a time before there was anything",
    { ...DEPLOYMENT, started_at: "1999-12-31T23:59:59Z" },
    422,
    "is before the year",
  ],
  ["half of a character", { ...DEPLOYMENT, id: "a\ud800" }, 422, "control character"],
  ["a character that nobody sees", { ...DEPLOYMENT, service: "a\u0000b" }, 422, "control character"],
  ["64 KiB and more", { ...DEPLOYMENT, note: "x".repeat(70_000) }, 413, "at most 64 KiB"],
])("%s: one sentence", async (_what, record, status, sentence) => {
  const answer = await send(record);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(sentence);
  expect(answer.text).not.toContain("\n");
  expect(posted).toEqual([]);
});

test("what is not sent as JSON is not read as it", async () => {
  expect((await send(DEPLOYMENT, { type: "text/plain" })).status).toBe(415);
  expect((await send(DEPLOYMENT, { type: "application/json; charset=utf-8" })).status).toBe(201);
});

test.each([
  ["off", 422, "has no `four-keys`"],
  ["not external", 422, "write `external: true`"],
  ["no permission", 422, "lacks a permission"],
  [null, 403, "Detoil is not installed"],
  [new Unavailable("GET /repos", 502, "secret"), 503, "GitHub does not answer"],
  [new Error("secret of the database"), 503, "could not be stored"],
] as const)("where it is not recorded because of %s: %d", async (result, status, sentence) => {
  outcome = result;
  const answer = await send(DEPLOYMENT);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(sentence);
  expect(answer.text).not.toContain("secret");
  expect(errors).toEqual(result instanceof Error && !(result instanceof Unavailable) ? [result] : []);
});

test("a hundred at once are recorded, and then a repository waits", async () => {
  const at = await serving();
  const statuses = [];
  for (let count = 0; count < 101; count += 1) statuses.push((await send(DEPLOYMENT, { at })).status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(100);
  const { status, headers } = await send(DEPLOYMENT, { at });
  expect([status, Number(headers.get("retry-after")) > 0]).toEqual([429, true]);
});

test("what waits is let in again, one after the other, each for itself", () => {
  let now = 0;
  const seconds = rateLimit({ most: 2, seconds: 6 }, () => now);
  expect([seconds("a"), seconds("a"), seconds("a"), seconds("b")]).toEqual([0, 0, 6, 0]);
  now = 3_000;
  expect(seconds("a")).toBe(3);
  now = 6_000;
  expect([seconds("a"), seconds("a")]).toEqual([0, 6]);
});
