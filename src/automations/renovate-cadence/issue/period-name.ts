import { formatAxisDay, formatIsoDay, type Language } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Cadence } from "../measuring/cadence.ts";
import type { Period } from "../measuring/periods.ts";
import { wordsIn } from "./words.ts";

interface Written {
  readonly timezone: string;
  readonly language: Language;
  /** on an axis: `Oct`, `26 Oct`. in a sentence: `October`, `the week of Mon 26 Oct`. */
  readonly where: "axis" | "sentence";
}

/** How a period of a promise is called: a quarter `Q3 2026`, 「2026年第3四半期」, and 「26年Q3」 on an axis. */
export function periodName({ from }: Period, cadence: Cadence, { timezone, language, where }: Written): string {
  const day = isoDay(new Date(from), timezone);
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const words = wordsIn(language);
  switch (cadence.name) {
    case "monthly":
      return where === "axis" ? words.month(month) : words.monthInFull(month);
    case "quarterly":
      return words[where === "axis" ? "quarterOnAxis" : "quarter"](year, Math.ceil(month / 3));
    case "half-yearly":
      return words[where === "axis" ? "halfOnAxis" : "half"](year, month > 6 ? 2 : 1);
    default:
      return where === "axis" ? formatAxisDay(day, language) : words.from(cadence, formatIsoDay(day, language));
  }
}
