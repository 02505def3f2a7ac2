import type { Metrics } from "../engine/metrics.ts";
import { answer } from "./answer.ts";
import type { Routes } from "./server.ts";

export interface ProbeOptions {
  readonly metrics: Metrics;
  /** Whether it can accept and store; null: yes, else why not. */
  readonly unready: () => Promise<string | null>;
}

/** `/healthz` the process lives, `/readyz` it can accept and store, `/metrics`. */
export function probes({ metrics, unready }: ProbeOptions): Routes {
  return {
    "GET /healthz": async (_request, response) => answer(response, 200, "ok"),
    "GET /readyz": async (_request, response) => {
      const reason = await unready();
      answer(response, reason === null ? 200 : 503, reason ?? "ok");
    },
    "GET /metrics": async (_request, response) => {
      const text = await metrics.text();
      response.writeHead(200, { "content-type": metrics.contentType });
      response.end(text);
    },
  };
}
