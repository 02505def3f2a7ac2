import { laneSchema } from "./sections/release.ts";

/** Sections whose automation does not exist yet: they are validated, and a warning says so. A new automation removes its line. */
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

/** Whether a lane's key differs from its default. */
export function differsFromDefault(key: (typeof LATER_LANE_KEYS)[number], value: unknown): boolean {
  return JSON.stringify(laneSchema.shape[key].parse(undefined)) !== JSON.stringify(value);
}
