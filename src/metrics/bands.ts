import type { BandYear, FourKeysSettings } from "./settings.ts";

export type Band = "elite" | "high" | "medium" | "low";

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** DORA's "one month" and "six months", as contract §7 counts them for the frequency: 1/30 and 1/182 a day. */
const MONTH = 30 * DAY;
const HALF_YEAR = 182 * DAY;

/** The bounds of elite, high and medium; what is beyond is low. */
type Bounds = readonly [elite: number, high: number, medium: number];

interface Table {
  /** Deployments a day, at least. */
  readonly frequency: Bounds;
  /** Seconds, less than. */
  readonly leadTime: Bounds;
  /** Share of deployments, at most. */
  readonly failRate: Bounds;
  /** Seconds, less than. */
  readonly recovery: Bounds;
}

/**
 * DORA's State of DevOps reports of these years, read as contract §7 says. 2024's fail rates are no ladder (high fails more
 * often than medium: 20 and 10 %); its low recovery begins at a week, and nothing is written between a day and a week.
 */
const TABLES: Readonly<Record<BandYear, Table>> = {
  2021: {
    frequency: [1, 1 / 30, 1 / 182],
    leadTime: [HOUR, WEEK, HALF_YEAR],
    failRate: [0.15, 0.2, 0.3],
    recovery: [HOUR, DAY, WEEK],
  },
  2023: {
    frequency: [1, 1 / 7, 1 / 30],
    leadTime: [DAY, WEEK, MONTH],
    failRate: [0.05, 0.1, 0.15],
    recovery: [HOUR, DAY, WEEK],
  },
  2024: {
    frequency: [1, 1 / 7, 1 / 30],
    leadTime: [DAY, WEEK, MONTH],
    failRate: [0.05, 0.1, 0.2],
    recovery: [HOUR, DAY, DAY],
  },
};

const BANDS = ["elite", "high", "medium"] as const;

/** The bounds of elite, high and medium, in the unit of `Table`. */
export function boundsOf(key: keyof Table, year: BandYear): Bounds {
  return TABLES[year][key];
}

/** How each key compares it with the bound of the better band. */
const REACHES: Readonly<Record<keyof Table, (value: number, bound: number) => boolean>> = {
  frequency: (value, bound) => value >= bound,
  leadTime: (value, bound) => value < bound,
  failRate: (value, bound) => value <= bound,
  recovery: (value, bound) => value < bound,
};

/** The band of a value, in the unit of `Table`; null where nothing is known, or no year is chosen. */
export function bandOf(key: keyof Table, value: number | null, year: FourKeysSettings["bands"]): Band | null {
  if (value === null || year === "none") return null;
  const bounds = TABLES[year][key];
  return BANDS.find((_, at) => REACHES[key](value, bounds[at] ?? Number.NaN)) ?? "low";
}
