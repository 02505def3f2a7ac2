import type { MarkerData } from "../../../markdown/marker.ts";
import { type Unfrozen, unfrozenIn } from "../unfreezing/unfrozen.ts";

/** How Detoil last wrote an item: enough to tell its own text from what somebody added or put in its place. */
export interface WrittenLine {
  readonly depth: number;
  /** Length of our text in UTF-16 units; null: somebody replaced it. */
  readonly length: number | null;
  readonly hash: string;
}

/** What the block's marker stores. Display state: anybody who may edit the pull request may change it. */
export interface BlockData {
  /** Hash of the last title that Detoil set; null: none. */
  readonly title: string | null;
  /** The tick of the schedule that the block shows. */
  readonly refreshed: string | null;
  /** The people and labels that Detoil added once; what people removed since stays removed. */
  readonly assigned: readonly string[];
  readonly requested: readonly string[];
  readonly labeled: readonly string[];
  /** Ticks and notes of items that are not shown with a box now. */
  readonly ticked: readonly number[];
  readonly notes: ReadonlyMap<number, string>;
  /** Somebody ticked or wrote in the list, and none of that is left in it. */
  readonly touched: boolean;
  /** As written; see unfreezing/. */
  readonly unfrozen: Unfrozen | null;
  readonly lines: ReadonlyMap<number, WrittenLine>;
  /** Hashes of our lines around the list. */
  readonly headerFooter: ReadonlySet<string>;
  /** Of those, how the ones begin that say what is waiting; empty once the release is said. */
  readonly untilReleased: ReadonlySet<string>;
}

/** Parses a marker; whatever is missing or broken counts as never written. Open pull requests still have its old keys. */
export function readBlockData(data: MarkerData | null): BlockData {
  const given = data ?? {};
  const lines = words(given.lines).flatMap((text): [number, WrittenLine][] => {
    const [number, depth, length, hash = ""] = text.split(".");
    if (!/^\d+$/.test(number ?? "") || !/^\d+$/.test(depth ?? "")) return [];
    const units = length === "-" ? null : Number.parseInt(length ?? "", 36);
    return Number.isNaN(units) ? [] : [[Number(number), { depth: Number(depth), length: units, hash }]];
  });
  const notes = typeof given.notes === "object" && given.notes !== null ? Object.entries(given.notes) : [];
  return {
    title: typeof given.title === "string" ? given.title : null,
    refreshed: typeof given.refreshed === "string" ? given.refreshed : null,
    assigned: strings(given.assigned),
    requested: strings(given.asked),
    labeled: strings(given.labelled),
    ticked: Array.isArray(given.ticked) ? given.ticked.filter((number) => Number.isSafeInteger(number)) : [],
    notes: new Map(notes.flatMap(([number, note]) => (typeof note === "string" ? [[Number(number), note]] : []))),
    touched: given.touched === true,
    unfrozen: unfrozenIn(data),
    lines: new Map(lines),
    headerFooter: new Set(words(given.frame)),
    untilReleased: new Set(words(given.until)),
  };
}

/** Serializes the data without empty values. */
export function writeBlockData(data: BlockData): MarkerData {
  const lines = [...data.lines].map(([number, line]) =>
    line.length === null
      ? `${number}.${line.depth}.-`
      : `${number}.${line.depth}.${line.length.toString(36)}.${line.hash}`,
  );
  return {
    ...(data.title === null ? {} : { title: data.title }),
    ...(data.refreshed === null ? {} : { refreshed: data.refreshed }),
    ...(data.assigned.length === 0 ? {} : { assigned: data.assigned }),
    ...(data.requested.length === 0 ? {} : { asked: data.requested }),
    ...(data.labeled.length === 0 ? {} : { labelled: data.labeled }),
    ...(data.ticked.length === 0 ? {} : { ticked: data.ticked }),
    ...(data.notes.size === 0 ? {} : { notes: Object.fromEntries(data.notes) }),
    ...(data.touched ? { touched: true } : {}),
    ...(data.unfrozen === null ? {} : { unfrozen: data.unfrozen }),
    ...(lines.length === 0 ? {} : { lines: lines.join(" ") }),
    ...(data.headerFooter.size === 0 ? {} : { frame: [...data.headerFooter].join(" ") }),
    ...(data.untilReleased.size === 0 ? {} : { until: [...data.untilReleased].join(" ") }),
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function words(value: unknown): string[] {
  return typeof value === "string" ? value.split(" ").filter((word) => word !== "") : [];
}
