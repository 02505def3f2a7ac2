import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "../read-body.ts";

const MOST_FORM_BYTES = 16 * 1024;

/** Responds with a page that must not be cached or framed and that loads nothing. */
export function reply(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    // Under `no-referrer` a browser sends `Origin: null` with this server's own forms.
    "referrer-policy": "strict-origin",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  response.end(html);
}

/** The fields of a posted form; empty if it is far too long. */
export async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const body = await readBody(request, MOST_FORM_BYTES);
  return new URLSearchParams(typeof body === "string" ? "" : body.bytes.toString("utf8"));
}
