import type { SimState } from "../state.ts";
import type { Actor } from "./actor.ts";

export type Resource = "core" | "graphql" | "search";

export interface Window {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970, by the simulated clock. */
  readonly reset: number;
}

const HOUR = 3600;
const MINUTE = 60;

/** GitHub's primary rate limits, per actor and resource, by the simulated clock. */
export class RateLimits {
  /** Requests or points an hour (search: a minute); `query_nodes`: what one GraphQL query may be answered with. */
  readonly limits: Record<Resource | "query_nodes", number> = {
    core: 5000,
    graphql: 5000,
    search: 30,
    query_nodes: Number.POSITIVE_INFINITY,
  };
  readonly #used = new Map<string, { used: number; reset: number }>();

  /** Deducts `points` from the remaining ones; false, without deducting any, if there are not enough. */
  take(state: SimState, actor: Actor, resource: Resource, points: number): boolean {
    const entry = this.#entry(state, actor, resource);
    if (entry.used + points > this.limits[resource]) return false;
    entry.used += points;
    return true;
  }

  /** Refunds a request: a 304 does not count against the limit. */
  giveBack(state: SimState, actor: Actor, resource: Resource): void {
    this.#entry(state, actor, resource).used -= 1;
  }

  window(state: SimState, actor: Actor, resource: Resource): Window {
    const { used, reset } = this.#entry(state, actor, resource);
    const limit = this.limits[resource];
    return { limit, used, remaining: Math.max(0, limit - used), reset };
  }

  #entry(state: SimState, actor: Actor, resource: Resource): { used: number; reset: number } {
    const now = Math.floor(Date.parse(state.now) / 1000);
    const key = `${keyOf(actor)} ${resource}`;
    const known = this.#used.get(key);
    if (known !== undefined && known.reset > now) return known;
    const fresh = { used: 0, reset: now + (resource === "search" ? MINUTE : HOUR) };
    this.#used.set(key, fresh);
    return fresh;
  }
}

function keyOf(actor: Actor): string {
  if (actor.kind === "installation") return `installation ${actor.installation.id}`;
  return actor.kind === "user" ? `user ${actor.login}` : actor.kind;
}

/** The rate limit headers of a response. */
export function rateLimitHeaders(window: Window, resource: Resource): Record<string, string> {
  return {
    "x-ratelimit-limit": String(window.limit),
    "x-ratelimit-remaining": String(window.remaining),
    "x-ratelimit-reset": String(window.reset),
    "x-ratelimit-resource": resource,
    "x-ratelimit-used": String(window.used),
  };
}
