import type { Metrics } from "../engine/metrics.ts";
import { answer } from "./answer.ts";
import { recent } from "./recent.ts";
import type { Routes } from "./server.ts";
import { answerText } from "./text.ts";

export interface ProbeOptions {
  readonly metrics: Metrics;
  /** Whether it can accept and store; null: yes, else why not. */
  readonly unready: () => Promise<string | null>;
}

/** Anybody may request it, and counting the queue is not free: the response is at most this old. */
const RECENT_MS = 1_000;

/** `/healthz`: the process is alive; `/readyz`: it can accept and store; `/metrics`. */
export function probes({ metrics, unready }: ProbeOptions): Routes {
  const shown = recent(() => metrics.text(), RECENT_MS);
  return {
    "GET /healthz": async (_request, response) => answer(response, 200, answerText.ready),
    "GET /readyz": async (_request, response) => {
      const reason = await unready();
      answer(response, reason === null ? 200 : 503, reason ?? answerText.ready);
    },
    "GET /metrics": async (_request, response) => {
      const text = await shown.get();
      response.writeHead(200, { "content-type": metrics.contentType });
      response.end(text);
    },
  };
}
