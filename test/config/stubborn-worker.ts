import { parentPort } from "node:worker_threads";
import type { ExamineRequest } from "../../src/config/examine-worker.ts";

/** Reads as the product's thread does unless told otherwise; `hang` and `hoard` are texts that no reader survives. */
parentPort?.on("message", ({ id, text }: ExamineRequest) => {
  if (text.startsWith("hang")) {
    parentPort?.postMessage("hangs");
    for (;;);
  }
  const hoard: unknown[] = [];
  while (text.startsWith("hoard")) hoard.push(new Array(10_000).fill(id));
  parentPort?.postMessage({ id, examined: { value: { read: text.trim() }, places: {}, findings: [], lacking: [] } });
});
parentPort?.postMessage("ready");
