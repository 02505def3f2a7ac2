import { createSign, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { github } from "../../../src/cli/github/index.ts";

let folder = "";
let told: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "detoil-github-"));
  told = [];
  vi.spyOn(console, "error").mockImplementation((line) => void told.push(String(line)));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test("it serves until it is stopped, and says where on stdout", async () => {
  const world = join(folder, "world.yml");
  writeFileSync(world, "repos: [{name: acme/shop, private: false}]\n");
  const line = new Promise<string>((resolve) => {
    vi.spyOn(console, "log").mockImplementation((text) => resolve(String(text)));
  });
  const ended = github(["--world", world, "--port", "0"]);
  const url = /GITHUB_API_URL=(\S+)\)/.exec(await line)?.[1] ?? "";
  expect(await (await fetch(`${url}/repos/acme/shop`)).json()).toMatchObject({ full_name: "acme/shop" });
  expect(await (await fetch(new URL("/", url))).text()).toContain('<a href="/acme/shop/pulls">');
  const program = { headers: { accept: "application/vnd.github+json" } };
  expect(await (await fetch(new URL("/repos/acme/shop", url), program)).json()).toMatchObject({ private: false });
  process.emit("SIGTERM");
  expect(await ended).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

test("--lag: lists are late from the start, contract §6", async () => {
  const line = new Promise<string>((resolve) => {
    vi.spyOn(console, "log").mockImplementation((text) => resolve(String(text)));
  });
  const ended = github(["--port", "0", "--lag", "2.5"]);
  const url = /GITHUB_API_URL=(\S+)\)/.exec(await line)?.[1] ?? "";
  const lag = await (await fetch(new URL("/_sim/lag", url))).json();
  process.emit("SIGTERM");
  await ended;
  expect(lag).toEqual({ lag: { seconds: 2.5, seed: 0 } });
});

test("a missing or broken world is reported in one line", async () => {
  const missing = join(folder, "none.json");
  expect(await github(["--world", missing, "--port", "0"])).toBe(1);
  const broken = join(folder, "broken.json");
  writeFileSync(broken, '{"repos": [{"name": "acme/shop", "branches": {"main": "c9"}}]}');
  expect(await github(["--world", broken, "--port", "0"])).toBe(1);
  expect(told[0]).toBe(`There is no file ${missing}.`);
  expect(told[1]).toMatch(/broken\.json: repos\[0\]\.branches.*c9/);
  expect(told.length).toBe(2);
});

test("a port in use is named", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo; // a TCP server's
  expect(await github(["--port", String(port)])).toBe(1);
  expect(told).toEqual([`Port ${port} is in use: give another one with --port, or 0 for any free one.`]);
  other.close();
});

test.each([["--prot"], ["--port=x"], ["--port=70000"], ["--lag=soon"], ["--lag="], ["--lag=-1"]])(
  "wrong usage %s is 2, with how to use it",
  async (argument) => {
    expect(await github([argument])).toBe(2);
    expect(told.join("\n")).toMatch(/Usage: detoil github/);
  },
);

test.each([
  ["without PRIVATE_KEY the App may sign with any key", "", 200],
  ["with PRIVATE_KEY only with that one", pem(), 401],
])("%s", async (_name, known, status) => {
  vi.stubEnv("PRIVATE_KEY", known);
  const line = new Promise<string>((resolve) => {
    vi.spyOn(console, "log").mockImplementation((text) => resolve(String(text)));
  });
  const ended = github(["--port", "0"]);
  const url = /GITHUB_API_URL=(\S+)\)/.exec(await line)?.[1] ?? "";
  const answer = await fetch(`${url}/app`, { headers: { authorization: `Bearer ${jwt(1, pem())}` } });
  const own = (await (await fetch(new URL("/_sim/app", url))).json()) as { id: number; private_key: string };
  const fitting = await fetch(`${url}/app`, { headers: { authorization: `Bearer ${jwt(own.id, own.private_key)}` } });
  process.emit("SIGTERM");
  await ended;
  vi.unstubAllEnvs();
  expect([answer.status, fitting.status]).toEqual([status, 200]);
});

function pem(): string {
  return generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs1", format: "pem" })
    .toString();
}

function jwt(iss: number, key: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iss, iat: now - 10, exp: now + 300 })}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}
