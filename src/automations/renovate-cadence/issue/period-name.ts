import { formatAxisDay, type Language } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Cadence } from "../measuring/cadence.ts";
import type { Period } from "../measuring/periods.ts";
import { wordsIn } from "./words.ts";

/** `Oct`, `Q3 2026`, `H2 2026`; of weeks and days their first day, `26 Oct`. */
export function periodName({ from }: Period, { name }: Cadence, timezone: string, language: Language): string {
  const day = isoDay(new Date(from), timezone);
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const words = wordsIn(language);
  if (name === "monthly") return words.month(month);
  if (name === "quarterly") return words.quarter(year, Math.ceil(month / 3));
  if (name === "half-yearly") return words.half(year, month > 6 ? 2 : 1);
  return formatAxisDay(day, language);
}
