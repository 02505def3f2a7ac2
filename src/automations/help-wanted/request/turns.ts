import type { IsoDay } from "../../../calendar/day.ts";
import type { Ask, HelpRequest } from "./request.ts";

/** A comment holds 65,536 characters, with the text that people read. */
const MOST_TURNS = 50;
const MOST_SPANS = 50;

/** With one more turn, the first one and the latest: only of the last is told why it was passed on. */
export function withTurn(asks: readonly Ask[], ask: Ask): Ask[] {
  const before = asks.map((one) => (one.left === null ? one : { ...one, left: { ...one.left, why: "" } }));
  const last = asks.at(-1);
  const told = last === undefined ? before : [...before.slice(0, -1), last];
  return [...told.slice(0, 1), ...told.slice(1).slice(-(MOST_TURNS - 2)), ask];
}

/** The turn that a request gets beside those that its comments tell of; null: none. */
export function newTurn(request: HelpRequest, told: HelpRequest | null): Ask | null {
  const last = request.asks.at(-1) ?? null;
  const before = told?.since === request.since ? told.asks.at(-1) : undefined;
  return last === null || (before?.login === last.login && before.at === last.at) ? null : last;
}

/** What `/sre away` or `/sre swap` said, with one more, without what is over. */
export function withSpan<Span extends { readonly to: IsoDay }>(
  spans: readonly Span[],
  span: Span,
  today: IsoDay,
): Span[] {
  return [...spans.filter(({ to }) => to >= today), span].slice(-MOST_SPANS);
}
