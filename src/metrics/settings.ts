import type { Weekday } from "../calendar/day.ts";
import type { Instant } from "../records/record.ts";

export type Statistic = "p50" | "p75" | "p90" | "mean";
export type BandYear = 2021 | 2023 | 2024;

/** What decides the numbers: section `four-keys` of sre.yml, and the team's zone. */
export interface FourKeysSettings {
  /** Deployments to others do not exist; null: all count. */
  readonly environments: readonly string[] | null;
  /** Where the clock of the lead time starts. */
  readonly leadTime: "first-commit" | "opened" | "merged";
  readonly statistic: Statistic;
  readonly bands: BandYear | "none";
  readonly ignoreAuthors: readonly string[];
  readonly hotfixLabels: readonly string[];
  /** A revert or hotfix with one of these makes no incident. */
  readonly excludeLabels: readonly string[];
  /** Whether a merged revert of a deployed change is an incident. */
  readonly reverts: boolean;
  /** Whether an older commit deployed again is an incident. */
  readonly rollbacks: boolean;
  readonly timezone: string;
  readonly weekStarts: Weekday;
}

/** `from` ≤ time < `to`. */
export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

export function isIn({ from, to }: Window, time: Instant | null): time is Instant {
  return time !== null && from <= time && time < to;
}
