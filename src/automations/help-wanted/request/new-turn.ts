import type { Ask, HelpRequest } from "./request.ts";

/** The turn that a request gets beside those that its comments tell of; null: none. */
export function newTurn(request: HelpRequest, told: HelpRequest | null): Ask | null {
  const before = told?.since === request.since ? told.asks.length : 0;
  return request.asks.length > before ? (request.asks.at(-1) ?? null) : null;
}
