import type { Creation, Lag, LaggingKind } from "./lag.ts";
import type { SimRepo, SimState } from "./state.ts";

/** Records a new item. `key` is its id, or another name that is unique within its kind and repository. */
export function noteCreation(state: SimState, repo: SimRepo, kind: LaggingKind, key: string | number): void {
  const at = Date.now();
  repo.created.set(`${kind}/${key}`, { kind, at, listedFrom: listedFrom(state.lag, kind, key, at) });
}

/** The items that lists already show. */
export function listed<Item>(
  repo: SimRepo,
  kind: LaggingKind,
  items: readonly Item[],
  key: (item: Item) => string | number,
): Item[] {
  if (repo.created.size === 0) return [...items];
  const now = Date.now();
  return items.filter((item) => (repo.created.get(`${kind}/${key(item)}`)?.listedFrom ?? 0) <= now);
}

/** Sets the lag, also for existing items; null: lists show everything at once. */
export function setLag(state: SimState, lag: Lag | null): void {
  state.lag = lag;
  changeCreations(state, (creation, key) => ({
    ...creation,
    listedFrom: listedFrom(lag, creation.kind, key.slice(creation.kind.length + 1), creation.at),
  }));
}

/** Lists show everything that was made so far. */
export function catchUp(state: SimState): void {
  for (const repo of state.repos.values()) repo.created.clear();
}

/** The simulated time was advanced, so replicas had that long to catch up. */
export function passTime(state: SimState, milliseconds: number): void {
  changeCreations(state, ({ kind, at, listedFrom }) => ({
    kind,
    at: at - milliseconds,
    listedFrom: listedFrom - milliseconds,
  }));
}

function changeCreations(state: SimState, change: (creation: Creation, key: string) => Creation): void {
  for (const { created } of state.repos.values()) {
    for (const [key, creation] of created) created.set(key, change(creation, key));
  }
}

function listedFrom(lag: Lag | null, kind: LaggingKind, key: string | number, at: number): number {
  if (lag === null || (lag.kinds !== undefined && !lag.kinds.includes(kind))) return at;
  if (lag.until === "released") return Number.POSITIVE_INFINITY;
  const given = lag.seconds ?? 0;
  const own = typeof given === "number" || Array.isArray(given) ? given : (given[kind] ?? 0);
  const [from, to] = typeof own === "number" ? [own, own] : own;
  return at + 1000 * (from + (to - from) * drawn(`${lag.seed}/${kind}/${key}`));
}

/** A number from 0 to 1 that is always the same for the same text (FNV-1a with a final mix). */
function drawn(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 0x1_0000_0000;
}
