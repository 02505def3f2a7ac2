import { addDays, dayNumber, type IsoDay, isDay } from "./day.ts";

/** `2026-12-29`, or `2026-12-29/2027-01-03` with both ends in it. */
export type Range = string;

/** What is wrong with a date or range, in one sentence; null if it is valid. */
export function rangeProblem(text: string): string | null {
  const parts = text.split("/");
  const wrong = parts.find((part) => !isDay(part));
  if (parts.length > 2 || wrong !== undefined) {
    const what =
      parts.length <= 2 && /^\d{4}-\d\d-\d\d$/.test(wrong ?? "")
        ? `There is no day ${wrong}`
        : `"${text}" is not a date or a range`;
    return `${what}. Write for example "2026-12-29" or "2026-12-29/2027-01-03".`;
  }
  const [first, last] = endsOf(text);
  return last < first ? `"${text}" ends before it begins. Write it as "${last}/${first}".` : null;
}

/** Whether one of the ranges holds this day. */
export function covers(ranges: readonly Range[], day: IsoDay): boolean {
  return ranges.some((range) => {
    const [first, last] = endsOf(range);
    return first <= day && day <= last;
  });
}

/** The stretches that ranges make, those that touch or overlap taken together, the earliest first. */
export function stretchesOf(ranges: readonly Range[]): { first: IsoDay; last: IsoDay; days: number }[] {
  const stretches: { first: IsoDay; last: IsoDay; days: number }[] = [];
  for (const [first, last] of ranges.map(endsOf).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const latest = stretches.at(-1);
    if (latest === undefined || first > addDays(latest.last, 1)) stretches.push({ first, last, days: 0 });
    else if (last > latest.last) latest.last = last;
  }
  return stretches.map(({ first, last }) => ({ first, last, days: dayNumber(last) - dayNumber(first) + 1 }));
}

/** The last day of the stretch that holds this day, ranges that touch or overlap taken together; null outside. */
export function endOf(ranges: readonly Range[], day: IsoDay): IsoDay | null {
  return stretchesOf(ranges).find(({ first, last }) => first <= day && day <= last)?.last ?? null;
}

function endsOf(range: Range): [IsoDay, IsoDay] {
  const [first = "", last = first] = range.split("/");
  return [first, last];
}
