import { min } from "date-fns/min";

/** null: there are none. */
export function earliest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : min([...dates]);
}
