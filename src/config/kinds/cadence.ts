import { checked } from "./checked.ts";

/** How often updates are promised, as words; any number of days is one too. */
export const CADENCES = ["weekly", "biweekly", "monthly", "quarterly", "half-yearly"] as const;

export function isCadence(value: string): boolean {
  return (CADENCES as readonly string[]).includes(value) || /^[1-9]\d{0,2} days?$/.test(value);
}

export const cadence = () => checked((value) => (isCadence(value) ? null : { kind: "not-a-cadence", value }));
