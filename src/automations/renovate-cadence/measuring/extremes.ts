import type { Instant } from "../../../records/record.ts";

/** null: there is none. Of as many as there are: a call has at most some ten thousand arguments. */
export function latestOf(times: readonly Instant[]): Instant | null {
  return times.reduce<Instant | null>((latest, time) => (latest === null || time > latest ? time : latest), null);
}

/** null: there is none. */
export function earliestOf(times: readonly Instant[]): Instant | null {
  return times.reduce<Instant | null>((first, time) => (first === null || time < first ? time : first), null);
}
