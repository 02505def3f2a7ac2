import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import type { Examined } from "../../src/config/examine.ts";
import { boundedExaminer, examineBounded } from "../../src/config/examine-bounded.ts";
import { createWebServer, listen } from "../../src/web/server.ts";

const LANE = "version: 1\nrelease: {lanes: [{from: develop, to: main}]}\n";
const padded = (text: string, size = 20_000): string => `${text}# ${"x".repeat(size)}\n`;

test("a large file is read in a thread as a small one is read here", async () => {
  const [small, large] = [await examineBounded(LANE), await examineBounded(padded(LANE))];
  expect(large).toEqual(small);
  const broken = "version: 1\nrelese: {}\n_extends: base\n";
  expect(await examineBounded(padded(broken))).toEqual(await examineBounded(broken));
});

/** A thread that hangs or hoards where the text says so, and time that passes when it hangs. */
function stubborn() {
  const threads: Worker[] = [];
  const exits: Promise<unknown>[] = [];
  const timers = new Map<() => void, number>();
  const hanging = Promise.withResolvers<void>();
  const examine = boundedExaminer({
    start() {
      const worker = new Worker(new URL("./stubborn-worker.ts", import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: 32 },
      });
      threads.push(worker);
      exits.push(new Promise((done) => worker.once("exit", done)));
      worker.on("message", (message) => {
        if (message === "hangs") hanging.resolve();
      });
      return worker;
    },
    after(ms, done) {
      timers.set(done, ms);
      return () => timers.delete(done);
    },
  });
  const passes = (ms: number) => {
    for (const [done, after] of timers) if (after <= ms) done();
  };
  return { examine, threads, exits, timers, hanging: hanging.promise, passes };
}

const kinds = ({ findings }: Examined) => findings.map(({ diagnostic, severity }) => [diagnostic.kind, severity]);

test("a thread that hangs is ended after two seconds, its file refused with one sentence, and the next one is read", async () => {
  const { examine, threads, exits, timers, hanging, passes } = stubborn();
  const server = createWebServer({ "GET /healthz": async (_, response) => void response.end("ok") }, () => {});
  const url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}/healthz`;
  try {
    const refused = examine(padded("hang\n"));
    const waiting = examine(padded("a: 1\n"));
    await hanging;
    // Meanwhile the server answers.
    expect(await (await fetch(url)).text()).toBe("ok");
    passes(1_999);
    expect(threads).toHaveLength(1);
    passes(2_000);
    expect(kinds(await refused)).toEqual([["too-slow", "error"]]);
    expect((await refused).value).toBe(null);
    expect((await waiting).value).toEqual({ read: padded("a: 1\n").trim() });
    await exits[0];
    expect((await examine(padded("b: 1\n"))).findings).toEqual([]);
    expect(threads).toHaveLength(2);
    expect(timers.size).toBe(0);
  } finally {
    server.close();
    server.closeAllConnections();
    for (const thread of threads) await thread.terminate();
  }
});

test("a thread that ends while nothing is read is started again", async () => {
  const { examine, threads, exits } = stubborn();
  await examine(padded("a: 1\n"));
  await threads[0]?.terminate();
  await exits[0];
  try {
    expect((await examine(padded("b: 1\n"))).value).toEqual({ read: padded("b: 1\n").trim() });
  } finally {
    for (const thread of threads) await thread.terminate();
  }
});

test("so is one that takes more memory than it has", async () => {
  const { examine, threads } = stubborn();
  try {
    expect(kinds(await examine(padded("hoard\n")))).toEqual([["too-slow", "error"]]);
    expect((await examine(padded("a: 1\n"))).findings).toEqual([]);
    expect(threads).toHaveLength(2);
  } finally {
    for (const thread of threads) await thread.terminate();
  }
});

test("several at once are read one after the other, each answered with its own", async () => {
  const texts = ["language: ja", "language: en", "language: xx"].map((line) => padded(`version: 1\n${line}\n`));
  const answers = await Promise.all(texts.map((text) => examineBounded(text)));
  expect(answers.map(({ value, findings }) => [value?.language, findings.length])).toEqual([
    ["ja", 0],
    ["en", 0],
    ["xx", 1],
  ]);
});
