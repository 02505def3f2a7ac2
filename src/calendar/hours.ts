/** Opening hours in milliseconds since midnight on the wall clock; `to` is 24:00 at most. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;

/** Reads `09:00-18:00`; null when it is not two times of a day, the earlier first. */
export function parseHours(text: string): Hours | null {
  const [from, to, ...more] = text.split("-").map((part) => timeOf(part.trim()));
  if (from === undefined || to === undefined || from === null || to === null || more.length > 0) return null;
  return from < to ? { from, to } : null;
}

function timeOf(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d\d)$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 24 * 60 ? minutes * MINUTE : null;
}
