import { Worker } from "node:worker_threads";
import { type Examined, examine, tooSlow } from "./examine.ts";
import type { ExamineRequest } from "./examine-worker.ts";

/** Texts of this size are parsed directly: the worst hostile one costs about 50 ms. */
const INLINE_CHARACTERS = 2_048;
const MOST_MS = 2_000;
/** The thread first loads the schema, which does not count against the text. */
const START_MS = 30_000;

/** The limits for parsing one text. */
export interface Bounds {
  /** A thread that reports when it is ready, and then answers each `ExamineRequest`. */
  start(): Worker;
  /** Calls `done` after this many milliseconds, unless the returned function cancels it. */
  after(ms: number, done: () => void): () => void;
}

const BOUNDS: Bounds = {
  start() {
    // TypeScript sources or compiled files
    const file = import.meta.url.endsWith(".ts") ? "./examine-worker.ts" : "./examine-worker.js";
    return new Worker(new URL(file, import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 256 } });
  },
  after(ms, done) {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * `examine`, given up after 2 s: larger texts are read in a thread, one after the other, and the file whose text takes longer,
 * or more memory than the thread has, is refused with a sentence. The thread is started when it is needed first, and does not
 * keep the process alive.
 */
export const examineBounded = boundedExaminer(BOUNDS);

export function boundedExaminer(bounds: Bounds): (text: string) => Promise<Examined> {
  let last: Promise<unknown> = Promise.resolve();
  let running: Promise<Worker> | null = null;
  let asked = 0;

  const thread = (): Promise<Worker> => {
    if (running !== null) return running;
    const mine = started(bounds).then((worker) => {
      // One that ends while nobody asks it anything ends nothing else.
      worker.on("error", () => {});
      worker.once("exit", () => {
        if (running === mine) running = null;
      });
      return worker;
    });
    running = mine;
    return mine;
  };

  const ofThread = async (text: string): Promise<Examined> => {
    try {
      const worker = await thread();
      asked += 1;
      worker.ref();
      const examined = await answerOf(worker, { id: asked, text }, bounds);
      if (examined !== null) {
        worker.unref();
        return examined;
      }
      running = null;
      void worker.terminate();
      return tooSlow();
    } catch (error) {
      running = null;
      throw error;
    }
  };

  return (text) => {
    if (text.length <= INLINE_CHARACTERS) return Promise.resolve(examine(text));
    const turn = last.then(() => ofThread(text));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** null: it takes more time or memory than there is. */
function answerOf(worker: Worker, request: ExamineRequest, { after }: Bounds): Promise<Examined | null> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      callOff();
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
    };
    const give = (examined: Examined | null): void => {
      end();
      resolve(examined);
    };
    const onMessage = (message: { readonly id?: number; readonly examined: Examined }): void => {
      if (message.id === request.id) give(message.examined);
    };
    const onError = (error: unknown): void => {
      end();
      if (isOutOfMemory(error)) resolve(null);
      else reject(error instanceof Error ? error : new Error("sre.yml could not be read"));
    };
    const onExit = (): void => onError(new Error("the thread that reads sre.yml ended"));
    const callOff = after(MOST_MS, () => give(null));
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage(request);
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** Resolves once the thread has loaded what it needs. */
function started({ start, after }: Bounds): Promise<Worker> {
  const worker = start();
  return new Promise((resolve, reject) => {
    const fail = (error?: unknown): void => {
      callOff();
      void worker.terminate();
      reject(error instanceof Error ? error : new Error("the thread that reads sre.yml did not start"));
    };
    const callOff = after(START_MS, fail);
    worker.once("error", fail);
    worker.once("message", () => {
      callOff();
      worker.off("error", fail);
      resolve(worker);
    });
  });
}
