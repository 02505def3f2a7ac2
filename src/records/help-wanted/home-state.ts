import type { Asking, HomeState } from "./desk.ts";
import type { HelpPlace, HelpRecord, RecordedAsk, Workload } from "./help-request.ts";

/** A turn, with its place among all. */
export interface AskInOrder extends RecordedAsk {
  readonly order: number;
}

interface KnownPlace extends HelpPlace {
  readonly readAt: number;
  readonly record: HelpRecord;
  readonly asks: readonly AskInOrder[];
}

const DAY = 86_400_000;
/**
 * A request that was not read for so long is nobody's load: what is open is read every night, so its repository no longer asks
 * these people, or is archived.
 */
export const FORGOTTEN_AFTER = 14 * DAY;

/** What a choice for one request depends on, of everything that is known: the slow way, as the definitions say it. */
export function homeState(
  known: readonly KnownPlace[],
  reserved: readonly (HelpPlace & AskInOrder)[],
  asking: Asking,
): HomeState {
  const isThis = (place: HelpPlace) => place.number === asking.number && place.since === asking.since;
  const ofHome = known.filter(({ home }) => isSameHome(home, asking.home));
  const others = reserved.filter((place) => isSameHome(place.home, asking.home) && !isThis(place));
  const isForgotten = ({ readAt }: KnownPlace) => readAt < asking.now - FORGOTTEN_AFTER;
  const isReserved = (place: HelpPlace) =>
    others.some(({ number, since }) => number === place.number && since === place.since);
  const holders = [
    ...others.map(({ login }) => login),
    ...ofHome.flatMap((place) =>
      isThis(place) || isReserved(place) || isForgotten(place) ? [] : holderOf(place.record),
    ),
  ].map((login) => login.toLowerCase());
  const asks = [
    ...ofHome.flatMap((place) => place.asks.map((ask) => ({ ...ask, place }))),
    ...others.map((place) => ({ ...place, place })),
  ];
  const workloads = new Map<string, Workload>();
  for (const login of new Set([...holders, ...asks.map((ask) => ask.login.toLowerCase())])) {
    const own = asks.filter((ask) => ask.login.toLowerCase() === login);
    const last = own.toSorted((a, b) => a.at - b.at || a.order - b.order).at(-1);
    const today = own.filter(({ at, place }) => at >= asking.today && place.since > 0 && !isThis(place));
    workloads.set(login, {
      open: holders.filter((holder) => holder === login).length,
      lastAskedAt: last === undefined ? null : new Date(last.at),
      lastAskOrder: last?.order ?? 0,
      askedToday: new Set(today.map(({ place }) => `${place.number}/${place.since}`)).size,
    });
  }
  return {
    workloads,
    away: ofHome.flatMap(({ record }) => record.away),
    covers: ofHome.flatMap(({ record }) => record.covers),
    reserved: reserved.find(isThis)?.login ?? null,
    nobodys: ofHome.filter((place) => !isThis(place) && !isForgotten(place) && isNobodys(place.record)).length,
  };
}

/** Whose request is open; nobody's where it is new or has ended. */
export function holderOf({ request }: HelpRecord): string[] {
  return request === null || request.asked === null || request.state === "new" || request.state === "ended"
    ? []
    : [request.asked];
}

function isNobodys({ request }: HelpRecord): boolean {
  return request?.state === "escalated" && request.asked === null;
}

export function isSameHome(home: string, other: string): boolean {
  return home.toLowerCase() === other.toLowerCase();
}
