import { parentPort } from "node:worker_threads";
import { examine } from "./examine.ts";

export interface ExamineRequest {
  readonly id: number;
  readonly text: string;
}

/** A thread of its own, so that a text that is read slowly can be given up. */
parentPort?.on("message", ({ id, text }: ExamineRequest) => {
  parentPort?.postMessage({ id, examined: examine(text) });
});
parentPort?.postMessage("ready");
