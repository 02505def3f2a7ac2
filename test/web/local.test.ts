import { linkSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { handOver } from "../../src/cli/backfill/hand-over.ts";
import { askServer } from "../../src/cli/local/ask-server.ts";
import { serverOrHere } from "../../src/cli/local/server-or-here.ts";
import type { BackfillProgress } from "../../src/engine/backfill.ts";
import { BackfillProblem } from "../../src/engine/backfill-problem.ts";
import { FolderInUse, StoreProblem } from "../../src/store/problem.ts";
import type { BackfillService } from "../../src/web/local/backfill.ts";
import { type LocalServer, startLocal } from "../../src/web/local/index.ts";
import { listenAt, socketPath } from "../../src/web/local/socket.ts";
import type { TokenService } from "../../src/web/local/tokens.ts";

const ASKED = { owner: "acme", name: "shop", since: Date.parse("2024-11-20T00:00:00Z") };
const PROGRESS = { since: "2024-11-20T00:00:00.000Z", read: 74, total: 90, complete: false, waitsUntil: null };

let folder: string;
let server: LocalServer | null;
let errors: unknown[];
let serve: TokenService["serve"];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "detoil-local-"));
  server = null;
  errors = [];
});

afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serving(read: BackfillService["read"]): Promise<void> {
  serve = async () => ({ did: "list", tokens: [] });
  server = await startLocal(folder, {
    read,
    serve: (request) => serve(request),
    onError: (error) => errors.push(error),
  });
}

async function handedOver(signal = new AbortController().signal) {
  const seen: BackfillProgress[] = [];
  const isDone = await handOver(folder, ASKED, { signal, onProgress: (progress) => seen.push(progress) });
  return { isDone, seen };
}

test("the server of the folder reads history and tells how far it is", async () => {
  const asked: unknown[] = [];
  await serving(async (request, { onProgress }) => {
    asked.push(request);
    onProgress(PROGRESS);
    onProgress({ ...PROGRESS, complete: true });
  });
  expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600);
  expect(await handedOver()).toEqual({ isDone: true, seen: [PROGRESS, { ...PROGRESS, complete: true }] });
  expect(asked).toEqual([ASKED]);
});

test("why it cannot is said; a fault of the server's own is told to its log alone", async () => {
  await serving(async () => {
    throw new BackfillProblem("Detoil is not installed on acme/shop.");
  });
  await expect(handedOver()).rejects.toThrow("Detoil is not installed on acme/shop.");
  expect(errors).toEqual([]);
  await server?.close();
  await serving(async () => {
    throw new Error("secret");
  });
  await expect(handedOver()).rejects.toThrow("Something went wrong.");
  expect(errors).toEqual([new Error("secret")]);
});

/** A server that reads until it is stopped; `begun` resolves with the signal that it got. */
async function servingForever(): Promise<{ readonly begun: Promise<AbortSignal> }> {
  const { promise: begun, resolve } = Promise.withResolvers<AbortSignal>();
  await serving(async (_request, { signal }) => {
    resolve(signal);
    await new Promise((_done, fail) => signal.addEventListener("abort", () => fail(signal.reason)));
  });
  return { begun };
}

test("it ends with the command", async () => {
  const { begun } = await servingForever();
  const gone = new AbortController();
  const command = handedOver(gone.signal);
  const signal = await begun;
  gone.abort();
  await expect(command).rejects.toThrow();
  if (!signal.aborted) await new Promise((done) => signal.addEventListener("abort", done));
  expect(errors).toEqual([]);
});

test("it ends with the server", async () => {
  const { begun } = await servingForever();
  const command = handedOver();
  const rejected = expect(command).rejects.toThrow("The server stopped.");
  await begun;
  await server?.close();
  await rejected;
  expect(errors).toEqual([]);
});

test("it ends with a server that is killed", async () => {
  const killed = createServer((_request, response) => {
    response.write(`${JSON.stringify({ is: "progress", progress: PROGRESS })}\n`, () => response.destroy());
  });
  await listenAt(killed, socketPath(folder));
  await expect(handedOver()).rejects.toThrow("The server stopped.");
  await new Promise((done) => killed.close(done));
});

test.each([
  { listens: [true], here: null, waits: 0 },
  { listens: [false, false, true], here: new FolderInUse("in use"), waits: 2 },
])("a server that starts is waited for: $waits", async ({ listens, here, waits }) => {
  const answers = [...listens];
  let waited = 0;
  await serverOrHere({
    byServer: async () => answers.shift() ?? false,
    here: () => Promise.reject(here),
    wait: async () => {
      waited += 1;
    },
  });
  expect(waited).toBe(waits);
});

test("one that never listens is told, and another problem at once", async () => {
  let waited = 0;
  const wait = async () => {
    waited += 1;
  };
  const never = { byServer: async () => false, wait };
  await expect(serverOrHere({ ...never, here: () => Promise.reject(new FolderInUse("in use")) })).rejects.toThrow(
    "in use",
  );
  expect(waited).toBeGreaterThan(10);
  waited = 0;
  await expect(serverOrHere({ ...never, here: () => Promise.reject(new StoreProblem("full")) })).rejects.toThrow(
    "full",
  );
  await serverOrHere({ ...never, here: async () => {} });
  expect(waited).toBe(0);
});

test.each(["nothing", "a file", "the socket of a killed server"])("there is %s: no server", async (left) => {
  if (left === "a file") writeFileSync(socketPath(folder), "");
  if (left === "the socket of a killed server") {
    const killed = createServer();
    await listenAt(killed, `${socketPath(folder)}.kept`);
    // Node removes the file of a server that it closes; a killed process leaves it.
    linkSync(`${socketPath(folder)}.kept`, socketPath(folder));
    await new Promise((done) => killed.close(done));
  }
  expect(await handedOver()).toEqual({ isDone: false, seen: [] });
  await serving(async () => {});
  expect((await handedOver()).isDone).toBe(true);
});

test("a command on this machine lists tokens through it, and learns why it cannot", async () => {
  await serving(async () => {});
  const ask = async (asked: unknown) => {
    const answer = await askServer(folder, "/tokens", asked);
    return answer === null ? null : JSON.parse(Buffer.concat(await Array.fromAsync(answer)).toString("utf8"));
  };
  const request = { do: "list", repository: { owner: "acme", name: "shop" } };
  expect(await ask(request)).toEqual({ did: "list", tokens: [] });
  serve = () => Promise.reject(new BackfillProblem("Detoil is not installed on acme/shop."));
  expect(await ask(request)).toEqual({ did: "problem", message: "Detoil is not installed on acme/shop." });
  expect(errors).toEqual([]);
  serve = () => Promise.reject(new Error("secret"));
  expect(await ask(request)).toEqual({ did: "problem", message: "Something went wrong." });
  expect(errors).toEqual([new Error("secret")]);
  await expect(ask({ do: "show" })).rejects.toThrow("is another version");
});

test("what is no request for history is refused", async () => {
  await serving(async () => {});
  const status = await new Promise((done) => {
    const sent = request({ socketPath: socketPath(folder), path: "/backfill", method: "POST" }, (response) => {
      response.resume();
      done(response.statusCode);
    });
    sent.end("{");
  });
  expect(status).toBe(400);
});
