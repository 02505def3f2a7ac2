import { isCadence } from "../../../config/kinds/cadence.ts";

/** The cadence that was asked for, as sre.yml has it: `quarterly`, `45 days`; null: it is none. */
export function cadenceIn(argument: string): string | null {
  const cadence = argument.toLowerCase().replace(/\s+/g, " ");
  return isCadence(cadence) ? cadence : null;
}
