import { laneSchema } from "./sections/release.ts";

/** Sections whose automation does not exist yet: validated, then told. An automation that arrives takes its line away. */
export const LATER_SECTIONS: readonly string[] = [
  "notify",
  "branches",
  "environments",
  "renovate",
  "four-keys",
  "help-wanted",
  "org",
];

/** Keys of a lane that nothing acts on yet. */
export const LATER_LANE_KEYS = [
  "sign-off",
  "announce-ci",
  "version",
  "tag",
  "check-in",
  "back-merge",
] as const satisfies readonly (keyof typeof laneSchema.shape)[];

/** Whether a lane's key says something else than it would say if it were left out. */
export function differsFromDefault(key: (typeof LATER_LANE_KEYS)[number], value: unknown): boolean {
  return JSON.stringify(laneSchema.shape[key].parse(undefined)) !== JSON.stringify(value);
}
