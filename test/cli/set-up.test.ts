import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSimulator, listen, parseWorld } from "../../simulator/index.ts";
import { freePort } from "../postgres/free-port.ts";

let folder: string;
let child: ChildProcess | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "detoil-start-"));
  child = null;
});

afterEach(async () => {
  const running = child;
  if (running !== null && running.exitCode === null && running.signalCode === null) {
    const ended = new Promise((done) => running.once("exit", done));
    running.kill("SIGKILL");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start` as a process. `printed` resolves when its stderr contains the given text. */
function started(env: Record<string, string>) {
  const run = spawn(process.execPath, [join(import.meta.dirname, "../../bin/detoil.js"), "start"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DETOIL_DATA: join(folder, "data"), ...env },
  });
  child = run;
  let output = "";
  const ended = new Promise<number | null>((done) => run.once("close", done));
  const printed = (what: RegExp) =>
    new Promise<string>((done, fail) => {
      const look = () => {
        if (what.test(output)) done(output);
      };
      run.stderr.on("data", look);
      void ended.then(() => fail(new Error(`it ended, and said: ${output}`)));
      look();
    });
  run.stderr.on("data", (chunk) => {
    output += String(chunk);
  });
  return { ended: ended.then((code) => ({ code, output })), said: printed };
}

test("without credentials in production it ends with 1, and says in one line what is missing", async () => {
  const { code, output } = await started({ NODE_ENV: "production" }).ended;
  expect(output).toMatch(/^APP_ID, PRIVATE_KEY \(or PRIVATE_KEY_PATH\) and WEBHOOK_SECRET are missing, and .*\.\n$/);
  expect(code).toBe(1);
  expect(existsSync(join(folder, "data"))).toBe(false);
});

test("with some of them missing it ends with 1, and names them", async () => {
  const { code, output } = await started({ APP_ID: "12", WEBHOOK_SECRET: "s" }).ended;
  expect(output).toBe("PRIVATE_KEY (or PRIVATE_KEY_PATH) is missing: set it beside APP_ID and WEBHOOK_SECRET.\n");
  expect(code).toBe(1);
});

test("without any, the page; then the server continues on its own", { timeout: 60_000 }, async () => {
  const simulator = createSimulator(parseWorld({ app: { slug: "detoil", id: 12 }, repos: [] }, "world"));
  const github = await listen(simulator);
  try {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const { said: printed } = started({ GITHUB_API_URL: simulator.apiUrl, PORT: String(port), LOG_LEVEL: "warn" });
    await printed(/Open http:\/\/127\.0\.0\.1:\d+ to set it up/);
    const form = new URLSearchParams({ url });
    const page = await (await fetch(`${url}/setup/manifest`, { method: "POST", body: form })).text();
    const unescaped = page.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    const [, action = ""] = /action="([^"]+)"/.exec(unescaped) ?? [];
    const [, manifest = ""] = /value="({.*})"/.exec(unescaped) ?? [];
    const body = new URLSearchParams({ manifest });
    expect((await fetch(action, { method: "POST", body })).status, "back from GitHub").toBe(200);
    const output = await printed(/Detoil listens on /);
    expect(output).toContain("github-app.json");
    expect(output).not.toContain(simulator.webhooks.secret);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(url)).status, "the page is gone").toBe(404);
  } finally {
    await github.close();
  }
});
