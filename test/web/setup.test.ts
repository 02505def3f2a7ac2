import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSimulator, listen, parseWorld, type Simulator } from "../../simulator/index.ts";
import type { Listening } from "../../simulator/server.ts";
import { listen as listenOn } from "../../src/web/server.ts";
import { readCredentials, writeCredentials } from "../../src/web/setup/credentials.ts";
import { obtainCredentials, type SetupOptions } from "../../src/web/setup.ts";
import { freePort } from "../postgres/free-port.ts";

let simulator: Simulator;
let github: Listening;
let folder: string;
let ending: AbortController;
let printed: string[];

beforeEach(async () => {
  simulator = createSimulator(parseWorld({ app: { slug: "detoil", id: 12 }, repos: [{ name: "acme/shop" }] }, "world"));
  github = await listen(simulator);
  folder = mkdtempSync(join(tmpdir(), "detoil-setup-"));
  ending = new AbortController();
  printed = [];
});

afterEach(async () => {
  ending.abort();
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A setup page, and the promise of its result. */
async function opened(change: Partial<SetupOptions> = {}) {
  const port = await freePort();
  const listening = Promise.withResolvers<void>();
  const credentials = obtainCredentials({
    apiUrl: simulator.apiUrl,
    githubTimeoutSeconds: 30,
    data: folder,
    host: "127.0.0.1",
    port,
    production: false,
    print: (line) => {
      printed.push(line);
      listening.resolve();
    },
    signal: ending.signal,
    ...change,
  });
  await Promise.race([listening.promise, credentials]);
  const code = /code: (\S+)/.exec(printed.join("\n"))?.[1] ?? null;
  return { url: `http://127.0.0.1:${port}`, port, credentials, code };
}

const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), headers, redirect: "manual" });

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

/** Fills in the page's form and presses the button on GitHub: returns the address that GitHub sends the browser back to. */
async function confirmed(url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const response = await post(`${url}/setup/manifest`, { url: "https://detoil.acme.example/", ...fields }, headers);
  const page = await response.text();
  expect(response.status, page).toBe(200);
  const action = unescaped(/action="([^"]+)"/.exec(page)?.[1] ?? "");
  const manifest = unescaped(/name="manifest" value="([^"]+)"/.exec(page)?.[1] ?? "");
  const back = (await post(action, { manifest })).headers.get("location") ?? "";
  return { action, manifest: JSON.parse(manifest), back };
}

test("from nothing to stored credentials", async () => {
  const { url, credentials } = await opened();
  expect(printed).toEqual([`Detoil has no GitHub App yet. Open ${url} to set it up.`]);
  expect(await (await fetch(url)).text()).toContain("Where GitHub reaches this server");

  const { action, manifest, back } = await confirmed(url);
  expect(action).toMatch(new RegExp(`^${github.url}/settings/apps/new\\?state=[\\w-]{32}$`));
  expect(manifest).toMatchObject({
    name: "Detoil",
    public: false,
    hook_attributes: { url: "https://detoil.acme.example/api/github/webhooks", active: true },
    redirect_url: `${url}/setup/done`,
    default_permissions: { contents: "read", pull_requests: "write" },
  });
  const done = await fetch(back);
  expect(done.status).toBe(200);
  expect(await done.text()).toContain(`href="${github.url}/apps/detoil/installations/new"`);

  const kept = await credentials;
  expect(kept).toMatchObject({
    appId: 12,
    privateKey: simulator.app.privateKey,
    webhookSecrets: [simulator.webhooks.secret],
    slug: "detoil",
  });
  expect(simulator.webhooks.url).toBe("https://detoil.acme.example/api/github/webhooks");
  expect(readdirSync(folder)).toEqual(["github-app.json"]);
  expect(statSync(join(folder, "github-app.json")).mode & 0o777).toBe(0o600);
  expect(printed.join()).not.toContain(kept?.webhookSecrets[0]);
  await expect(fetch(url), "the page is gone").rejects.toThrow();
  expect(simulator.unexpected).toEqual([]);

  expect(await (await opened({ production: true })).credentials, "the next start asks nobody").toEqual(kept);
});

test("an organization's App is registered there", async () => {
  const { url } = await opened();
  expect((await confirmed(url, { organization: "@acme" })).action).toContain(
    `${github.url}/organizations/acme/settings/apps/new?state=`,
  );
});

test.each([
  [{ url: "detoil.acme.example" }, "This is not a web address."],
  [{ url: "ftp://detoil.acme.example" }, "This is not a web address."],
  [{ url: "https://d.example", organization: "../../evil" }, "This is not an organization&#39;s name."],
])("%o is answered on the page, with what was typed", async (fields, sentence) => {
  const { url } = await opened();
  const response = await post(`${url}/setup/manifest`, fields);
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toContain(sentence);
  expect(page).toContain(`value="${fields.url}"`);
});

test("github.com gets no address that it cannot reach", async () => {
  const { url } = await opened({ apiUrl: "https://api.github.com" });
  const page = await (await post(`${url}/setup/manifest`, { url: "http://localhost:3000" })).text();
  expect(page).toContain("GitHub cannot reach localhost");
});

test("a response with a wrong state, or a used one, is rejected", async () => {
  const { url, credentials } = await opened();
  const { back } = await confirmed(url);
  const forged = new URL(back);
  forged.searchParams.set("state", "x".repeat(32));
  expect((await fetch(forged)).status).toBe(400);
  forged.searchParams.delete("state");
  expect((await fetch(forged)).status).toBe(400);
  expect(readdirSync(folder)).toEqual([]);

  const wrongCode = new URL(back);
  wrongCode.searchParams.set("code", "never-made");
  const refused = await fetch(wrongCode);
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain("GitHub does not accept this code");
  expect((await fetch(back)).status, "its state is used").toBe(400);

  expect((await fetch((await confirmed(url)).back)).status).toBe(200);
  expect(await credentials).toMatchObject({ appId: 12 });
});

// A GitHub refuses the whole manifest for one permission that it does not know: on its own page, which this server
// never sees.
test("where GitHub refuses the manifest, the page has one without the optional permissions, and says so", async () => {
  const { url, credentials } = await opened();
  const page = await (await post(`${url}/setup/manifest`, { url: "https://detoil.acme.example/" })).text();
  const action = unescaped(/action="([^"]+)"/.exec(page)?.[1] ?? "");
  const [whole = "", smaller = ""] = [...page.matchAll(/name="manifest" value="([^"]+)"/g)].map((found) =>
    unescaped(found[1] ?? ""),
  );
  const faults = [{ match: { path: "/settings/apps/new" }, times: 1, status: 422, when: "before" }];
  await fetch(`${github.url}/_sim/faults`, { method: "POST", body: JSON.stringify(faults) });
  expect((await post(action, { manifest: whole })).status).toBe(422);
  expect(page).toContain(
    "Register the App without Merge queues, Projects, Commit statuses, Members, Actions and Dependabot alerts:",
  );

  const asked = JSON.parse(smaller);
  expect(asked).toMatchObject({ name: "Detoil", default_permissions: { checks: "write" } });
  expect(asked.default_permissions).not.toHaveProperty("merge_queues");
  expect(asked.default_events).toContain("push");
  expect(asked.default_events).not.toContain("merge_group");
  const back = (await post(action, { manifest: smaller })).headers.get("location") ?? "";
  expect((await fetch(back)).status).toBe(200);
  expect(await credentials).toMatchObject({ appId: 12 });
});

test("the box lets it write, in both manifests; without it nothing of that is asked for", async () => {
  const { url } = await opened();
  const writing = { contents: "write", actions: "write", workflows: "write" };
  expect(await (await fetch(url)).text()).toMatch(
    /<input name="writing" type="checkbox" value="yes"> Let <code>\/sre cadence<\/code> open pull requests \(write access to contents\)/,
  );
  const { default_permissions: without } = (await confirmed(url)).manifest;
  expect(without).toMatchObject({ contents: "read", actions: "read" });
  expect(without).not.toHaveProperty("workflows");

  const ticked = { url: "https://detoil.acme.example/", writing: "yes" };
  const page = await (await post(`${url}/setup/manifest`, ticked)).text();
  const manifests = [...page.matchAll(/name="manifest" value="([^"]+)"/g)].map((found) =>
    JSON.parse(unescaped(found[1] ?? "")),
  );
  expect(manifests.map((manifest) => manifest.default_permissions)).toEqual([
    { ...without, ...writing },
    expect.objectContaining(writing),
  ]);
  expect(page, "said before it is sent").toContain("Contents: Read and write");
  const again = await (await post(`${url}/setup/manifest`, { ...ticked, url: "nowhere" })).text();
  expect(again, "a mistake elsewhere keeps it").toContain('value="yes" checked>');
});

test("while GitHub does not answer, the same link may be tried again", async () => {
  const { url, credentials } = await opened();
  const { back } = await confirmed(url);
  const faults = [{ match: { path: "/app-manifests/**" }, times: 1, status: 502, when: "before" }];
  await fetch(`${github.url}/_sim/faults`, { method: "POST", body: JSON.stringify(faults) });
  const response = await fetch(back);
  expect(response.status).toBe(502);
  expect(await response.text()).toContain("Try again");
  expect((await fetch(back)).status).toBe(200);
  expect(await credentials).toMatchObject({ appId: 12 });
});

test("a GitHub that never answers is waited for as long as DETOIL_GITHUB_TIMEOUT says", async () => {
  const silent = createServer(() => {});
  const port = await listenOn(silent, 0, "127.0.0.1");
  try {
    const { url } = await opened({ apiUrl: `http://127.0.0.1:${port}/api/v3`, githubTimeoutSeconds: 0.05 });
    const page = await (await post(`${url}/setup/manifest`, { url: "https://detoil.acme.example/" })).text();
    const action = new URL(unescaped(/action="([^"]+)"/.exec(page)?.[1] ?? ""));
    const state = action.searchParams.get("state") ?? "";
    const response = await fetch(`${url}/setup/done?code=c0de&state=${encodeURIComponent(state)}`);
    expect(response.status).toBe(502);
    expect(printed.at(-1)).toContain("no answer within 0.05 s");
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
});

/** As a browser that came here by another host name. */
function statusFor(port: number, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: "127.0.0.1", port, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once("error", reject);
    asked.end();
  });
}

test("on 127.0.0.1 it is open to this machine only, whatever leads there", async () => {
  const { url, port } = await opened();
  expect(await statusFor(port, { host: `localhost:${port}` })).toBe(200);
  expect(await statusFor(port, { host: `evil.example:${port}` })).toBe(403);
  expect(await statusFor(port, { host: `127.0.0.1:${port}`, "x-forwarded-for": "203.0.113.9" })).toBe(403);
  const foreign = await post(`${url}/setup/manifest`, { url: "https://a.example" }, { origin: "https://evil.example" });
  expect(foreign.status).toBe(403);
});

test.each([
  "CF-Connecting-IP",
  "CF-Ray",
  "CDN-Loop",
  "True-Client-IP",
  "X-Client-IP",
  "X-Cluster-Client-IP",
  "X-Real-IP",
  "X-Forwarded-For",
  "X-Forwarded-Host",
  "X-Forwarded-Proto",
  "X-Forwarded",
  "Forwarded",
  "Forwarded-For",
  "Via",
  "Fastly-Client-IP",
  "Fly-Client-IP",
  "X-Originating-IP",
  "X-Remote-Addr",
  "X-ProxyUser-Ip",
  "X-Azure-ClientIP",
  "X-Amzn-Trace-Id",
  "X-Envoy-External-Address",
  "X-Original-Host",
  "Do-Connecting-IP",
  "X-Nf-Client-Connection-Ip",
  "Tailscale-User-Login",
])("on 127.0.0.1, %s says that somebody else is asking", async (header) => {
  const { port } = await opened();
  const host = `127.0.0.1:${port}`;
  expect(await statusFor(port, { host, [header]: "203.0.113.9" })).toBe(403);
});

test("on 127.0.0.1 a browser's own headers open the page", async () => {
  const { port } = await opened();
  const headers = {
    host: `127.0.0.1:${port}`,
    connection: "keep-alive",
    "cache-control": "max-age=0",
    "sec-ch-ua": '"Chromium";v="140"',
    "sec-ch-ua-mobile": "?0",
    "sec-ch-ua-platform": '"Linux"',
    dnt: "1",
    "sec-gpc": "1",
    "upgrade-insecure-requests": "1",
    "user-agent": "Mozilla/5.0",
    accept: "text/html",
    "sec-fetch-site": "none",
    "sec-fetch-mode": "navigate",
    "sec-fetch-user": "?1",
    "sec-fetch-dest": "document",
    "accept-encoding": "gzip, deflate, br, zstd",
    "accept-language": "ja,en;q=0.5",
    priority: "u=0, i",
    te: "trailers",
    referer: `http://127.0.0.1:${port}/`,
    origin: `http://127.0.0.1:${port}`,
    "if-none-match": '"x"',
    "x-requested-with": "XMLHttpRequest",
  };
  expect(await statusFor(port, headers)).toBe(200);
});

test("elsewhere it needs the code from the terminal, once, for one browser", async () => {
  const { url, code, credentials } = await opened({ host: "0.0.0.0" });
  expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
  const first = await fetch(url);
  expect(first.status).toBe(401);
  expect(await first.text()).not.toContain("Where GitHub reaches this server");
  expect((await post(`${url}/setup/manifest`, { url: "https://a.example" })).status).toBe(401);
  expect((await fetch(`${url}/setup/done?code=a&state=b`)).status).toBe(401);

  const wrong = await post(`${url}/setup/code`, { code: "AAAAA-AAAAA" });
  expect(wrong.status).toBe(401);
  expect(wrong.headers.get("set-cookie")).toBeNull();

  const right = await post(`${url}/setup/code`, { code: ` ${code?.toLowerCase()} ` });
  expect(right.status).toBe(303);
  const cookie = right.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect(right.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax$/);
  const second = await post(`${url}/setup/code`, { code: code ?? "" });
  expect(second.status, "a second visitor, though knowing the code").toBe(403);
  expect((await fetch(url)).status).toBe(401);
  expect((await fetch(url, { headers: { cookie: `${cookie}x` } })).status).toBe(401);

  const { back } = await confirmed(url, {}, { cookie });
  expect((await fetch(back)).status).toBe(401);
  expect((await fetch(back, { headers: { cookie } })).status).toBe(200);
  expect(await credentials).toMatchObject({ appId: 12 });
});

test("five wrong codes close it, even for the right one", async () => {
  const { url, code } = await opened({ host: "0.0.0.0" });
  const statuses: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    statuses.push((await post(`${url}/setup/code`, { code: "WRONG" })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 403]);
  expect((await post(`${url}/setup/code`, { code: code ?? "" })).status).toBe(403);
});

test("until then the server lives, and is not ready", async () => {
  const { url, credentials } = await opened();
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/api/github/webhooks`, { method: "POST", body: "{}" })).status).toBe(503);
  ending.abort();
  expect(await credentials, "asked to end").toBeNull();
});

test("in production it is not offered", async () => {
  await expect(opened({ production: true })).rejects.toThrow(
    /^APP_ID, PRIVATE_KEY \(or PRIVATE_KEY_PATH\) and WEBHOOK_SECRET are missing, and \S+github-app\.json is not there/,
  );
});

test("a port in use and an invalid folder are reported in one sentence", async () => {
  const port = Number(new URL(github.url).port);
  await expect(opened({ port })).rejects.toThrow(`Port ${port} is in use: stop what listens there, or set PORT`);
  await writeCredentials(join(folder, "fine"), app);
  await expect(opened({ data: join(folder, "fine", "github-app.json") })).rejects.toThrow(
    /cannot be written \(E\w+\): make it writable, or name another one\.$/,
  );
});

const app = {
  id: 7,
  slug: "detoil-acme",
  name: "Detoil Acme",
  html_url: "https://github.com/apps/detoil-acme",
  client_id: "Iv23",
  client_secret: "c",
  webhook_secret: "w",
  pem: "-----BEGIN RSA PRIVATE KEY-----\n",
};

test("stored credentials are read back, and a damaged file is reported", async () => {
  expect(await readCredentials(folder)).toBeNull();
  await writeCredentials(folder, app);
  expect(await readCredentials(folder)).toMatchObject({ appId: 7, webhookSecrets: ["w"], slug: "detoil-acme" });
  const file = join(folder, "github-app.json");
  writeFileSync(file, readFileSync(file, "utf8").slice(0, 40));
  await expect(readCredentials(folder)).rejects.toThrow(`The App's credentials in ${file} are damaged`);
});
