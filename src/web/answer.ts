import type { ServerResponse } from "node:http";

/** One line of text. */
export function answer(response: ServerResponse, status: number, sentence: string, type = "text/plain"): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
  response.end(`${sentence}\n`);
}
