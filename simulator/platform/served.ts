import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "./actor.ts";
import { authenticate } from "./authenticate.ts";
import { ConnectionDropped, type Fault } from "./faults.ts";
import { type Handled, handle, type Incoming, readIncoming } from "./pipeline.ts";
import type { Platform } from "./platform.ts";
import { rateLimitHeaders } from "./rate-limit.ts";
import type { ReadRequest } from "./redirects.ts";

/** Serves one API request: the requested faults, the work, the headers that GitHub always sends, the log. */
export async function served(platform: Platform, read: ReadRequest): Promise<Response> {
  const incoming = readIncoming(read);
  const fault = platform.faults.take(incoming);
  if (fault !== null && fault.delay > 0) await pause(fault.delay);
  if (fault?.when === "before" && fails(fault)) return failed(platform, incoming, fault, null);

  const partly = fault === null ? {} : { hidden: fault.hide, queryNodes: fault.query_nodes };
  const handled = await handle(platform, { ...incoming, ...partly });
  if (fault?.when === "after" && fails(fault)) return failed(platform, incoming, fault, handled);
  log(platform, incoming, handled, handled.response.status);
  const { response, actor, resource } = handled;
  finish(platform, response);
  const window = platform.limits.window(platform.state, actor, resource);
  for (const [name, value] of Object.entries(rateLimitHeaders(window, resource))) response.headers.set(name, value);
  return response;
}

function fails({ status, drop }: Fault): boolean {
  return drop || status !== undefined;
}

/** The response of the fault; `handled` if the work was done anyway. */
function failed(platform: Platform, incoming: Incoming, fault: Fault, handled: Handled | null): Response {
  const status = fault.status ?? 502;
  log(platform, incoming, handled, fault.drop ? 0 : status);
  if (fault.drop) throw new ConnectionDropped();
  const body = fault.body ?? { message: `The simulated GitHub was told to answer ${status}.` };
  const response = status === 204 || status === 304 ? new Response(null, { status }) : Response.json(body, { status });
  finish(platform, response);
  for (const [name, value] of Object.entries(fault.headers)) response.headers.set(name, value);
  return response;
}

function finish(platform: Platform, response: Response): void {
  const count = platform.requests.length.toString(16).toUpperCase().padStart(6, "0");
  response.headers.set("server", "github.com");
  const { ghes } = platform.state;
  if (ghes !== null) response.headers.set("x-github-enterprise-version", `${ghes}.0`);
  response.headers.set("x-github-request-id", `0000:${count}:00000000:00000000:00000000`);
}

/** Who made the request, if the fault came before authentication. */
function asking({ state, key, tokens }: Platform, { request }: Incoming): Actor | null {
  try {
    return authenticate(request.headers.get("authorization"), { state, key, tokens, wallClock: Date.now() });
  } catch {
    return null; // unknown to GitHub
  }
}

/** A dropped connection is logged with status 0. */
function log(platform: Platform, incoming: Incoming, handled: Handled | null, status: number): void {
  const { method, path, operation } = incoming;
  const actor = handled?.actor ?? asking(platform, incoming);
  const isWrite = handled?.write ?? (path !== "/graphql" && method !== "GET" && !path.startsWith("/app"));
  platform.requests.push({
    method,
    path,
    operation: handled?.operation ?? operation,
    status,
    points: handled?.points ?? 0,
    write: isWrite,
    installation: actor?.kind === "installation" ? actor.installation.id : null,
    at: platform.state.now,
  });
}
