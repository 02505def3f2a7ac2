import { settleQueues } from "../actions/merge-queue.ts";
import type { SimEvent } from "../events.ts";
import type { GraphqlOutcome } from "../graphql/execute.ts";
import { Refused } from "../refused.ts";
import { refusalBody, respond } from "../rest/answer.ts";
import { type Answer, actingIn, type Handlers } from "../rest/context.ts";
import { handleRest } from "../rest/handle.ts";
import { matchOperation } from "../rest/operations.ts";
import { type Actor, repoNamed } from "./actor.ts";
import { accountHandlers } from "./app/account.ts";
import { hookConfig, hookHandlers } from "./app/hook.ts";
import { installationHandlers } from "./app/installations.ts";
import { convertManifest, newApp } from "./app/manifest.ts";
import { authenticate } from "./authenticate.ts";
import { checkpoint } from "./checkpoint.ts";
import type { Platform } from "./platform.ts";
import type { Resource } from "./rate-limit.ts";
import type { ReadRequest } from "./redirects.ts";
import { viewOf } from "./view.ts";
import { announce } from "./webhooks/announce.ts";

/** A request, read and named, before anything is done. */
export interface Incoming {
  readonly request: Request;
  readonly method: string;
  /** Without `/api/v3`; `/graphql` for GraphQL. */
  readonly path: string;
  readonly text: string;
  readonly operation: string | null;
  /** How a fault changes a GraphQL answer: fields that are FORBIDDEN in it, and the number of nodes that it may have. */
  readonly hidden?: readonly string[];
  readonly queryNodes?: number | undefined;
}

/** What was done, and by whom. */
export interface Handled {
  readonly response: Response;
  readonly actor: Actor;
  readonly resource: Resource;
  readonly operation: string | null;
  readonly points: number;
  readonly write: boolean;
}

/** Parses a request; for REST the operation is the route's template, for GraphQL the operation's name. */
export function readIncoming({ request, text }: ReadRequest): Incoming {
  const url = new URL(request.url);
  const { method } = request;
  const path = url.pathname.replace(/^\/api\/v3(?=\/)/, "").replace(/^\/api(?=\/graphql$)/, "");
  if (path === "/graphql" && method === "POST") {
    const name = /^\s*(?:#.*\n\s*)*(?:query|mutation)\s+(\w+)/m.exec(queryIn(text))?.[1] ?? null;
    return { request, method, path, text, operation: name };
  }
  const found = matchOperation(method, path.replace(/^\/repositories\/\d+/, "/repos/o/r"));
  return { request, method, path, text, operation: found?.key.split(" ")[1] ?? null };
}

function queryIn(text: string): string {
  try {
    const { query } = JSON.parse(text) ?? {};
    return typeof query === "string" ? query : "";
  } catch {
    return "";
  }
}

/** Processes a request: authentication, the hourly limit, then GraphQL, REST or the App's own pages. */
export async function handle(platform: Platform, incoming: Incoming): Promise<Handled> {
  const { request, method, path, operation } = incoming;
  const isGraphql = path === "/graphql" && method === "POST";
  const resource: Resource = isGraphql ? "graphql" : path.startsWith("/search/") ? "search" : "core";
  const toApp = /^\/(app|app-manifests|settings)(\/|$)/.test(path);
  const write = !isGraphql && method !== "GET" && method !== "HEAD" && !toApp;
  const base = { resource, operation, points: 0, write };
  let actor: Actor = { kind: "anonymous" };
  try {
    const { state, key, tokens } = platform;
    const wallClock = Date.now();
    actor = authenticate(request.headers.get("authorization"), { state, key, tokens, wallClock });
    if (isGraphql) return { ...base, actor, ...(await graphqlResponse(platform, actor, incoming)) };
    checkVersion(request.headers.get("x-github-api-version"));
    if (path !== "/rate_limit" && !platform.limits.take(state, actor, resource, 1)) {
      throw new Refused(403, "API rate limit exceeded. Check out the documentation for more details.");
    }
    const own = ownPage(platform, actor, incoming);
    if (own !== null) return { ...base, actor, response: respond(request, own) };
    const response = restResponse(platform, actor, incoming);
    if (response.status === 304 && actor.kind !== "anonymous") platform.limits.giveBack(state, actor, resource);
    return { ...base, actor, response };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const response = respond(request, { status: error.status, body: refusalBody(error) });
    return { ...base, actor, response };
  }
}

/**
 * GitHub answers 400 for a version of the REST API that it does not support, and 2022-11-28 where none is named
 * (docs.github.com: "API versions"). The later one, 2026-03-10, is not simulated.
 */
function checkVersion(version: string | null): void {
  if (version !== null && version !== "2022-11-28") {
    throw new Refused(400, `The API version "${version}" is not supported.`);
  }
}

/** The App's pages that GitHub's OpenAPI slice does not hold; null for everything else. */
function ownPage(platform: Platform, actor: Actor, { method, path, text, request }: Incoming): Answer | null {
  const code = /^\/app-manifests\/([^/]+)\/conversions$/.exec(path)?.[1];
  if (method === "POST" && code !== undefined) return convertManifest(platform, viewOf(platform), code);
  if (method === "POST" && /^(\/organizations\/[^/]+)?\/settings\/apps\/new$/.test(path)) {
    return newApp(platform, new URLSearchParams(text), new URL(request.url).searchParams.get("state"));
  }
  if (path !== "/app/hook/config" || (method !== "GET" && method !== "PATCH")) return null;
  if (actor.kind !== "app") throw new Refused(401, "A JSON web token could not be decoded");
  return hookConfig(platform, method === "PATCH" ? JSON.parse(text) : null);
}

/** REST. A write that is refused halfway is undone; its webhooks are sent only if it succeeded. */
function restResponse(platform: Platform, actor: Actor, { request, method, path, text }: Incoming): Response {
  const { state } = platform;
  const events: SimEvent[] = [];
  const repository = /^\/repos\/([^/]+\/[^/]+)\/(?:[^/]+\/)?(\d+)?/.exec(path);
  const repo = repository === null ? null : repoNamed(state, repository[1] ?? "");
  const undo = method === "GET" ? null : checkpoint(state, repo, Number(repository?.[2]) || null);
  const context = {
    ...viewOf(platform),
    actor,
    emit: (event: SimEvent) => void events.push(event),
    unexpected: (message: string) => void platform.unexpected.push(message),
  };
  const response = handleRest(context, { request, text }, platformHandlers(platform));
  if (response.status >= 400) {
    undo?.();
    return response;
  }
  if (method !== "GET" && repo !== null) settleQueues(actingIn(context), repo);
  announce(platform, events);
  return response;
}

function platformHandlers(platform: Platform): Handlers {
  return { ...accountHandlers(platform), ...installationHandlers(platform), ...hookHandlers(platform) };
}

async function graphqlResponse(
  platform: Platform,
  actor: Actor,
  { text, hidden = [], queryNodes }: Incoming,
): Promise<Pick<Handled, "response" | "operation" | "points" | "write">> {
  if (actor.kind === "anonymous") throw new Refused(401, "This endpoint requires you to be authenticated.");
  if (actor.kind === "app") throw new Refused(403, "Resource not accessible by integration");
  const { graphql } = await import("../graphql/execute.ts"); // graphql-js and the schema load when they are needed
  const { state, limits } = platform;
  const body = graphqlBody(text);
  const events: SimEvent[] = [];
  const outcome: GraphqlOutcome = graphql(body, {
    state,
    actor,
    webUrl: platform.baseUrl,
    emit: (event) => void events.push(event),
    queryNodes: queryNodes ?? limits.limits.query_nodes,
    hidden: new Set(hidden),
    charge: (cost, nodeCount) => {
      if (!limits.take(state, actor, "graphql", cost)) return null;
      const { limit, remaining, used, reset } = limits.window(state, actor, "graphql");
      const resetAt = new Date(reset * 1000).toISOString();
      return { cost, nodeCount, limit, remaining, used, resetAt };
    },
  });
  announce(platform, events);
  platform.unexpected.push(...outcome.unexpected);
  const { operation, points, write } = outcome;
  return { response: Response.json(outcome.body), operation, points, write };
}

function graphqlBody(text: string) {
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refused(400, "Problems parsing JSON");
  }
  const { query, variables, operationName } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof query !== "string") throw new Refused(400, "A query attribute must be specified and must be a string.");
  return {
    query,
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
    operationName: typeof operationName === "string" ? operationName : null,
  };
}
