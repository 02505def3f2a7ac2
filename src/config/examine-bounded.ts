import { Worker } from "node:worker_threads";
import { type Examined, examine, tooSlow } from "./examine.ts";
import type { ExamineRequest } from "./examine-worker.ts";

/** What people write by hand is read at once: the worst of this size costs some 50 ms, measured with hostile shapes. */
const INLINE_CHARACTERS = 4_096;
const MOST_MS = 2_000;
/** A thread loads the schema first; that is not the text's fault. */
const START_MS = 30_000;

/**
 * `examine`, given up after 2 s: larger texts are read in a thread, one after the other, and the file whose text takes longer
 * is refused with a sentence. The thread is started when it is needed first, and does not keep the process alive.
 */
export function examineBounded(text: string, mostMs = MOST_MS): Promise<Examined> {
  if (text.length <= INLINE_CHARACTERS) return Promise.resolve(examine(text));
  const turn = last.then(() => inThread(text, mostMs));
  last = turn.catch(() => undefined);
  return turn;
}

let last: Promise<unknown> = Promise.resolve();
let running: Promise<Worker> | null = null;
let asked = 0;

async function inThread(text: string, mostMs: number): Promise<Examined> {
  running ??= started();
  const worker = await running;
  worker.ref();
  asked += 1;
  const request: ExamineRequest = { id: asked, text };
  try {
    return await answerOf(worker, request, mostMs);
  } finally {
    worker.unref();
  }
}

function answerOf(worker: Worker, request: ExamineRequest, mostMs: number): Promise<Examined> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
    };
    const give = (examined: Examined, isAlive: boolean): void => {
      end();
      if (!isAlive) {
        running = null;
        void worker.terminate();
      }
      resolve(examined);
    };
    const onMessage = (message: { readonly id?: number; readonly examined: Examined }): void => {
      if (message.id === request.id) give(message.examined, true);
    };
    const onError = (error: unknown): void => {
      end();
      running = null;
      reject(error instanceof Error ? error : new Error("sre.yml could not be read"));
    };
    const onExit = (): void => onError(new Error("the thread that reads sre.yml ended"));
    const timer = setTimeout(() => give(tooSlow(), false), mostMs);
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage(request);
  });
}

/** Resolves once the thread has loaded what it needs. */
function started(): Promise<Worker> {
  // the sources as they are, or as they were compiled
  const file = import.meta.url.endsWith(".ts") ? "./examine-worker.ts" : "./examine-worker.js";
  const worker = new Worker(new URL(file, import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 256 } });
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      clearTimeout(timer);
      running = null;
      void worker.terminate();
      reject(error instanceof Error ? error : new Error("the thread that reads sre.yml did not start"));
    };
    const timer = setTimeout(fail, START_MS);
    worker.once("error", fail);
    worker.once("message", () => {
      clearTimeout(timer);
      worker.off("error", fail);
      resolve(worker);
    });
  });
}
