import { parentPort } from "node:worker_threads";
import { examine } from "./examine.ts";

export interface ExamineRequest {
  readonly id: number;
  readonly text: string;
}

/** A separate thread, so that a slow parse can be aborted. */
parentPort?.on("message", ({ id, text }: ExamineRequest) => {
  parentPort?.postMessage({ id, examined: examine(text) });
});
parentPort?.postMessage("ready");
