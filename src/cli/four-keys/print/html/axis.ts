import type { Words } from "../../../../metrics/words.ts";

/** The unit in which durations are drawn: the largest of which the longest has at least two. */
export interface DrawnUnit {
  readonly seconds: number;
  readonly name: keyof Words["units"];
}

const UNITS: readonly DrawnUnit[] = [
  { name: "day", seconds: 86_400 },
  { name: "hour", seconds: 3600 },
  { name: "minute", seconds: 60 },
];

export function unitFor(longest: number): DrawnUnit {
  return UNITS.find(({ seconds }) => longest >= 2 * seconds) ?? { name: "second", seconds: 1 };
}
