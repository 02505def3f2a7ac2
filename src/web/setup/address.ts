import type { IncomingMessage } from "node:http";
import { isLoopback } from "./gate.ts";
import { setupText } from "./text.ts";

/** The address by which the visitor's browser reached this server; null if it is not valid. */
export function originOf(request: IncomingMessage): string | null {
  const host = request.headers.host ?? "";
  if (!/^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host)) return null;
  const forwarded = String(request.headers["x-forwarded-proto"] ?? "")
    .split(",")[0]
    ?.trim();
  return `${forwarded === "https" ? "https" : "http"}://${host}`;
}

/** Whether a form was sent by another site's page, as the browser reports; such forms are refused. */
export function isFromElsewhere(request: IncomingMessage): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return URL.parse(origin)?.host !== request.headers.host;
}

/** The server's public address as a person typed it, without a slash at the end; or a sentence on what is wrong with it. */
export function readPublicUrl(text: string, apiUrl: string): { readonly url: string } | { readonly problem: string } {
  const trimmed = text.trim();
  // Not `canParse`, which takes hosts that `new URL` then throws at.
  const url = URL.parse(trimmed);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search + url.hash + url.username + url.password !== "") {
    return { problem: setupText.typed.noAddress };
  }
  if (isLoopback(url.hostname) && !isLoopback(new URL(apiUrl).hostname)) {
    return { problem: setupText.typed.unreachable(url.hostname) };
  }
  return { url: `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, "") };
}

/** An organization's login, null for none; undefined if it cannot be a login. */
export function readOrganization(text: string): string | null | undefined {
  const login = text.trim().replace(/^@/, "");
  if (login === "") return null;
  return /^[a-z\d][a-z\d_-]{0,80}$/i.test(login) ? login : undefined;
}
