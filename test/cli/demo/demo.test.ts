import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";

function started(...argv: string[]): { child: ChildProcess; lines: string[]; printed(text: string): Promise<string> } {
  const bin = join(import.meta.dirname, "../../../bin/detoil.js");
  const child = spawn(process.execPath, [bin, ...argv], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const waiting: { text: string; resolve: (line: string) => void }[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      for (const { text, resolve } of waiting) if (line.includes(text)) resolve(line);
    });
  }
  return { child, lines, printed: (text) => new Promise((resolve) => waiting.push({ text, resolve })) };
}

/** The lines of a step that begin with these words. */
function told(lines: readonly string[], step: string, begin: string): string[] {
  const from = lines.findIndex((line) => /^ ?\d+ {2}/.test(line) && line.includes(step));
  const to = lines.findIndex((line, at) => at > from && line === "");
  return lines.slice(from, to).flatMap((line) => (line.trim().startsWith(begin) ? [line.trim()] : []));
}

/** It takes half a minute on its own, and minutes beside everything else on a slow machine. */
const HANGS_MS = 600_000;

test("the story comes out as expected and leaves a page that can be read", { timeout: HANGS_MS }, async () => {
  const demo = started("demo");
  const ended = once(demo.child, "exit");
  const line = await Promise.race([
    demo.printed("read every pull request"),
    ended.then(() => `it ended early:\n${demo.lines.join("\n")}`),
  ]);
  expect(line).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
  expect(demo.lines.filter((one) => one.includes("missing"))).toEqual([]);
  expect(demo.lines.join("\n")).toContain("All 49 steps came out as expected.");
  expect(demo.lines.filter((one) => one.trim().startsWith("because")).length).toBeGreaterThan(10);
  expect(demo.lines).toContain("    ▸ carol › #15 › Squash and merge");
  const japanese = demo.lines.slice(demo.lines.indexOf(" 日本語でも "), demo.lines.indexOf(" Help wanted "));
  expect(japanese.filter((one) => /\b(as expected|because|opened|updated|commented|the|is)\b/.test(one))).toEqual([]);

  expect(told(demo.lines, "A request in the other repository", "because")).toEqual([
    "because it is alice's turn",
    "because half of the time is over, and alice has not answered",
  ]);
  expect(told(demo.lines, "Green at the second try", "because")).toContain("because all checks have passed");
  expect(demo.lines.filter((line) => line.includes("because Frozen"))).toEqual([]);
  expect(told(demo.lines, "As ever", "as expected")).toEqual([
    "as expected: beyond the offer in #1, Detoil writes nothing without a sre.yml",
  ]);
  expect(demo.lines.find((line) => line.includes("A roll-back"))).toContain("Mon 13 Dec 2027 10:00 JST");
  expect(told(demo.lines, "A feature cut from main", "✗")[0]).toContain("is based on main");

  const url = /http:\S+\d/.exec(line)?.[0] ?? "";
  const front = await (await fetch(url)).text();
  expect(front.match(/<section class="chapter" lang="\w+"><h3>/g)).toHaveLength(6);
  expect(front.match(/<li><h4>/g)).toHaveLength(49);
  expect(front).toMatch(/<b>acme\/shop<\/b><\/a>\s*<p>1 open pull request /);
  const offered = /http:\S+\/_step\/1\/\S+$/.exec(demo.lines.find((one) => one.includes("opened #1 Detoil is")) ?? "");
  const offer = await (await fetch(offered?.[0] ?? "")).text();
  const [, editor = ""] = /href="([^"]*\/acme\/shop\/new\/develop[^"]*)"/.exec(offer) ?? [];
  const editing = await fetch(editor.replaceAll("&amp;", "&"));
  expect(await editing.text()).toMatch(/value="\.github\/sre\.yml"[\s\S]*from: develop/);

  const release = await (await fetch(`${url}/acme/shop/pull/3`)).text();
  expect(release).toContain("tried with three cards");
  expect(release).toContain('<span class="badge app">App</span>');

  const task = await (await fetch(`${url}/acme/app/issues/1`)).text();
  expect(task).toContain("👀 1");
  expect(task).toContain("😕 1");
  expect(await (await fetch(`${url}/acme/app/milestone/2`)).text()).toContain("0 of 5");

  const opened = demo.lines.find((one) => one.includes("opened #5 Four Keys"));
  expect(opened).toMatch(/http:\S+\/_step\/\d+\/acme\/pay\/issues\/5$/);
  const then = await (await fetch(/http:\S+/.exec(opened ?? "")?.[0] ?? "")).text();
  expect(then).toMatch(/As it was after step \d+[\s\S]*<strong>\d deployments brought/);
  expect(then).not.toContain("6 deployments");
  const numbers = await (await fetch(`${url}/acme/pay/issues/5`)).text();
  expect(numbers).toContain("<strong>6 deployments brought 5 changes</strong>");
  expect(numbers.match(/<svg class="chart"/g)).toHaveLength(2);

  demo.child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
});
