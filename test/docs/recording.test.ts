import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Postings } from "../../src/engine/postings.ts";
import type { PostedRecord } from "../../src/store/records/post.ts";
import { recordingApi } from "../../src/web/api/index.ts";
import { oidcVerifier } from "../../src/web/api/oidc.ts";
import { readPosted } from "../../src/web/api/read-posted.ts";
import { createWebServer, listen } from "../../src/web/server.ts";
import { type Issuer, openIssuer } from "../harness/issuer.ts";

const FOLDER = join(import.meta.dirname, "../../docs/recording");
const SHA = "0123456789abcdef0123456789abcdef01234567";
const SHOP = { installationId: 1, id: 10, owner: "acme", name: "shop" };
const now = () => new Date();

let issuer: Issuer;
let posted: PostedRecord[];
let result: Awaited<ReturnType<Postings["post"]>>;
let url: string;
let actions: string;
const closing: (() => void)[] = [];

/** What GitHub Actions has for a job with `id-token: write`. */
const runner = createServer(async (request, response) => {
  const { searchParams } = new URL(request.url ?? "", "http://runner");
  const claims = { aud: searchParams.get("audience"), repository_id: "10", repository_owner_id: "5" };
  const isOurs = request.headers.authorization === "bearer of the run";
  response.writeHead(isOurs ? 200 : 401);
  response.end(JSON.stringify(isOurs ? { value: await issuer.token(claims) } : {}));
});

beforeAll(async () => {
  issuer = await openIssuer(now);
  actions = `http://127.0.0.1:${await listen(runner, 0, "127.0.0.1")}`;
  const postings: Postings = {
    byToken: async () => null,
    byIds: async (repositoryId, ownerId) => (repositoryId === 10 && ownerId === 5 ? SHOP : null),
    async post(_repository, record) {
      posted.push(record);
      return result;
    },
  };
  const options = { publicUrl: "https://detoil.example.com", issuers: [issuer.url], now, onUnread: () => {} };
  const onError = (error: unknown) => {
    throw error;
  };
  // Its address is known once it listens.
  const oidc = (token: string) => oidcVerifier({ ...options, publicUrl: url })(token);
  const server = createWebServer(recordingApi({ postings, oidc, now, onError }), onError);
  url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
    () => runner.close(),
  );
});
beforeEach(() => {
  [posted, result] = [[], "new"];
});
afterAll(async () => {
  for (const close of closing) close();
  await issuer.close();
});

const actionShape = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string().optional() })),
  runs: z.object({ steps: z.array(z.object({ env: z.record(z.string(), z.string()), run: z.string() })).length(1) }),
});

/** Runs the action's step as a runner does, with these inputs. */
async function step(inputs: Readonly<Record<string, string>>) {
  const action = actionShape.parse(parse(readFileSync(join(FOLDER, "record-deployment/action.yml"), "utf8")));
  const contexts: Readonly<Record<string, string>> = { "${{ github.sha }}": SHA, "${{ job.status }}": "success" };
  const inputOf = (name: string) => {
    const usual = action.inputs[name]?.default ?? "";
    return inputs[name] ?? contexts[usual] ?? usual;
  };
  const [only] = action.runs.steps;
  if (only === undefined) throw new Error("there is a step");
  const env = Object.entries(only.env).map(([key, value]) => [key, inputOf(/inputs\.(\w+)/.exec(value)?.[1] ?? "")]);
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", only.run], {
    env: {
      PATH: process.env.PATH,
      ...Object.fromEntries(env),
      ...{ GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "77", GITHUB_RUN_ATTEMPT: "2" },
      ...{ ACTIONS_ID_TOKEN_REQUEST_URL: `${actions}/token?v=2`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: "of the run" },
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const code = await new Promise((done) => child.once("close", done));
  return { code, output };
}

test("the action records what its job has deployed, by OIDC, and masks the token", async () => {
  const { code, output } = await step({ url: `${url}/` });
  expect([code, output]).toEqual([0, expect.stringMatching(/^::add-mask::eyJ\S+\n\{.*"replaced":false\}\n$/)]);
  expect(posted).toMatchObject([
    { type: "deployment", repo: "acme/shop", id: "77.2/production", service: null, sha: SHA, status: "success" },
  ]);
  await step({ url, environment: 'eu "west"', service: "web", status: "failure" });
  expect(posted[1]).toMatchObject({ id: '77.2/eu "west"/web', environment: 'eu "west"', service: "web" });
});

test("the action records nothing of a job that was canceled", async () => {
  expect(await step({ url, status: "cancelled" })).toEqual({ code: 0, output: "" });
  expect(posted).toEqual([]);
});

test("the action fails where Detoil refuses, with its sentence", async () => {
  result = "not external";
  const { code, output } = await step({ url });
  expect(code).not.toBe(0);
  expect(output).toContain("write `external: true` in `four-keys.deployments`");
});

const APP = {
  metadata: { name: "shop-production" },
  status: {
    operationState: {
      ...{ phase: "Succeeded", startedAt: "2026-11-20T00:58:00Z", finishedAt: "2026-11-20T01:00:00Z" },
      syncResult: { revision: SHA },
    },
  },
};

test("Argo CD's template makes a record that is taken", () => {
  const config = parse(readFileSync(join(FOLDER, "argocd-notifications-cm.yaml"), "utf8"));
  const { body } = parse(config.data["template.detoil-deployed"]).webhook.detoil;
  const filled = String(body).replaceAll(/\{\{\.app\.([\w.]+)\}\}/g, (_, path: string) =>
    String(path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], APP)),
  );
  expect(filled).not.toContain("{{");
  expect(readPosted(Buffer.from(filled), { type: "deployment", repo: "acme/shop", now: Date.now() })).toMatchObject({
    ...{ id: "shop-production/2026-11-20T01:00:00Z", environment: "production", sha: SHA, status: "success" },
    finishedAt: Date.parse("2026-11-20T01:00:00Z"),
  });
  expect(parse(config.data["service.webhook.detoil"]).url).toMatch(/\/api\/deployments$/);
});
