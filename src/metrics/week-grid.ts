import type { IsoDay } from "../calendar/day.ts";
import { formatIsoDay, type Language } from "../calendar/format.ts";
import type { WeekReport } from "./report.ts";
import { durationText, percentText, UNKNOWN, wordsIn } from "./words.ts";

/** Weeks in words, one row each. `today`: its year is not written. */
export function weekGrid(weeks: readonly WeekReport[], language: Language, today: IsoDay) {
  const { week: columns } = wordsIn(language);
  const duration = (seconds: number | null) => (seconds === null ? UNKNOWN : durationText(seconds, language));
  return {
    header: [columns.start, columns.deployments, columns.leadTime, columns.failRate, columns.recovery],
    rows: weeks.map((week) => [
      formatIsoDay(week.start, language, today),
      String(week.deployments),
      duration(week.leadTimeSeconds),
      week.failRate === null ? UNKNOWN : percentText(week.failRate),
      duration(week.recoverySeconds),
    ]),
  };
}
