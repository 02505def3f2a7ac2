import { isSame } from "../picking/login.ts";
import type { Ask, HelpRequest } from "../request/request.ts";
import { withTurn } from "../request/turns.ts";

type Left = NonNullable<Ask["left"]>;

/** Whoever is asked no longer is, and somebody else is wanted: `login`, or whose turn it is. */
export function handedOn(
  request: HelpRequest,
  left: Left,
  login: string | null,
  { returned = false }: { readonly returned?: boolean } = {},
): HelpRequest {
  return {
    ...request,
    state: "new",
    asked: null,
    askedAt: null,
    remindedAt: null,
    escalations: [],
    asks: leftBy(request, left, returned),
    answer: null,
    snoozed: null,
    wanted: { by: left.by, login },
  };
}

/** Whoever took it was not asked before: they are not asked again either, and it was no turn of theirs. */
function leftBy({ asks, asked, askedAt }: HelpRequest, left: Left, returned: boolean): Ask[] {
  if (asked === null || askedAt === null) return asks;
  return isSame(asked, asks.at(-1)?.login ?? null)
    ? leaving(asks, left, returned)
    : withTurn(asks, { login: asked, at: askedAt, left, returned: true });
}

/** The last ask, with why it no longer is one. */
export function leaving(asks: readonly Ask[], left: Left, returned = false): Ask[] {
  return asks.map((ask, at) => (at === asks.length - 1 ? { ...ask, left, returned } : ask));
}
