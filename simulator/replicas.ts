import { z } from "zod";
import type { SimRepo, SimState } from "./state.ts";

/** What GitHub's lists may show late. A GET by number or id always shows it. */
const LAGGING_KINDS = [
  "issues",
  "pulls",
  "comments",
  "labels",
  "milestones",
  "check_runs",
  "sub_issues",
  "dependencies",
  "project_items",
  "reactions",
] as const;

export type LaggingKind = (typeof LAGGING_KINDS)[number];

const seconds = z.number().nonnegative().max(86_400);
/** The same for everything, or from…to: drawn for each item, because replicas lag unevenly. */
const span = z.union([seconds, z.tuple([seconds, seconds]).refine(([from, to]) => from <= to, "from is after to")]);

/** Replica lag, as `POST /_sim/faults {"lag": …}` takes it. */
export const lagShape = z
  .strictObject({
    /** Lists do not show items created in the last n seconds; per kind if they differ. */
    seconds: z.union([span, z.partialRecord(z.enum(LAGGING_KINDS), span)]).optional(),
    /** Lists show nothing new until they are released; for tests that must not depend on a clock. */
    until: z.literal("released").optional(),
    /** Which lists lag; default all of them. */
    kinds: z.array(z.enum(LAGGING_KINDS)).optional(),
    /** Seed of the uneven seconds. */
    seed: z.number().int().default(0),
  })
  .refine((lag) => (lag.seconds === undefined) !== (lag.until === undefined), "give either seconds or until");

export type Lag = z.output<typeof lagShape>;

/** An item created while the simulator runs; both times are milliseconds of the wall clock. */
export interface Creation {
  readonly kind: LaggingKind;
  readonly at: number;
  /** When lists begin to show it; Infinity: once they are released. */
  readonly listedFrom: number;
}

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
