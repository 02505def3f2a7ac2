import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

/** A server with the embedded database starts meanwhile. */
const HANGS_MS = 120_000;

interface Tried {
  readonly child: ChildProcess;
  /** Resolves with the first line, printed already or later, that matches. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** What it has printed. */
  said(): string;
  /** What it has in the folder for temporary files. */
  left(): string[];
}

const bin = join(import.meta.dirname, "../../../bin/detoil.js");

function started(): Tried {
  const folder = mkdtempSync(join(tmpdir(), "detoil-trying-"));
  const env = { ...process.env, TMPDIR: folder };
  const child = spawn(process.execPath, [bin, "try"], { stdio: ["ignore", "pipe", "pipe"], env });
  onTestFinished(() => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  const lines: string[] = [];
  let look = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      look();
    });
  }
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      look = () => {
        const found = lines.map((line) => pattern.exec(line)).find((match) => match !== null);
        if (found !== undefined && found !== null) resolve(found);
      };
      child.once("exit", () => reject(new Error(`it ended early:\n${lines.join("\n")}`)));
      look();
    });
  return { child, printed, said: () => lines.join("\n"), left: () => readdirSync(folder) };
}

const browser = { accept: "text/html" };

async function post(url: string, form: Readonly<Record<string, string>>): Promise<string> {
  return (await fetch(url, { method: "POST", headers: browser, body: new URLSearchParams(form) })).text();
}

/** What a form of a page sends unchanged, and where to. */
function formIn(page: string): { readonly action: string; readonly manifest: string } {
  const unescaped = (text = "") => text.replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
  const plain = unescaped(page.replaceAll("&quot;", "&#34;").replaceAll("&amp;", "&#38;"));
  const [, action = ""] = /<form[^>]* action="([^"]+)"/.exec(plain) ?? [];
  const [, manifest = ""] = /name="manifest" value="(\{.*?\})">/.exec(plain) ?? [];
  return { action, manifest };
}

const run = promisify(execFile);

/** What it says to type before something is installed, typed as it stands. */
async function typed(said: string, command: "preview" | "suggest"): Promise<string> {
  const [, GITHUB_API_URL = "", GITHUB_TOKEN = ""] = /export GITHUB_API_URL=(\S+) GITHUB_TOKEN=(\S+)/.exec(said) ?? [];
  const [, words = ""] = new RegExp(`^ +npx detoil (${command} [^>\\n]*)`, "m").exec(said) ?? [];
  const env = { ...process.env, GITHUB_API_URL, GITHUB_TOKEN };
  return (await run(process.execPath, [bin, ...words.trim().split(" ")], { env })).stdout;
}

test("the App is created, installed and used on pages alone, and nothing of it stays", {
  timeout: HANGS_MS,
}, async () => {
  const { child, printed, said, left } = started();
  const ended = once(child, "exit");
  const [, github = ""] = await printed(/simulated GitHub +(http:\S+)/);
  const [, detoil = ""] = await printed(/ Detoil +(http:\S+)/);
  expect(await (await fetch(detoil)).text()).toContain(`value="${detoil}"`);

  await printed(/What happens/);
  const [, file = ""] = /(http:\S+\/blob\/\S+sre\.yml)/.exec(said()) ?? [];
  expect(await (await fetch(file)).text()).toContain("Code freeze for");
  expect(await typed(said(), "preview")).toContain("#1");
  expect(await typed(said(), "suggest")).toContain("from: develop");

  const handOver = formIn(await post(`${detoil}/setup/manifest`, { url: detoil, organization: "acme" }));
  const create = formIn(await post(handOver.action, { manifest: handOver.manifest }));
  const done = await post(`${github}${create.action}`, { manifest: create.manifest, name: "Detoil" });
  expect(done).toContain(`${github}/apps/detoil/installations/new`);
  await printed(/The App is registered/);
  await post(`${github}/apps/detoil/installations/new`, { account: "acme" });
  await printed(/installed on acme/);
  const [, release = ""] = await printed(/» opened #2 Release.* (http:\S+)/);

  const bo = { as: "bo", repo: "acme/shop" };
  for (const [, url = "", body = ""] of said().matchAll(/curl -s (\S+) -d '([^']+)'/g))
    expect((await fetch(url, { method: "POST", body })).status, body).toBeLessThan(300);
  await printed(/✓ Detoil \/ release on #2: 2 pull requests/);
  await post(`${github}/_act`, { ...bo, action: "new-pull", title: "Wish lists" });
  await post(`${github}/_act`, { ...bo, action: "merge-pull", number: "4", merge_method: "merge" });
  await printed(/✓ Detoil \/ release on #2: 3 pull requests/);
  expect(await (await fetch(release)).text()).toMatch(/Pay by card[\s\S]*Gift cards[\s\S]*Wish lists/);

  child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  expect(left()).toEqual([]);
});

test("who changes their mind before the App exists can end it, too", { timeout: HANGS_MS }, async () => {
  const { child, printed, left } = started();
  await printed(/What happens/);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  child.kill("SIGTERM"); // as npm passes it on
  expect(await ended).toEqual([0, null]);
  expect(left()).toEqual([]);
});
