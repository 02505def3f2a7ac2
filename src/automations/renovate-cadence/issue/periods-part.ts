import { barChart } from "../../../markdown/bar-chart.ts";
import { folded } from "../../../markdown/folded.ts";
import { table } from "../../../markdown/table.ts";
import type { Assessment } from "../assessment.ts";
import type { JudgedPeriod } from "../measuring/judged-periods.ts";
import { openByClass } from "../measuring/waiting.ts";
import { KINDS } from "../reading/update.ts";
import type { View } from "./view.ts";
import { wordsIn } from "./words.ts";

/** GitHub's own blue and red (Primer), to be told apart on white and on black. */
const [BLUE, RED] = ["#0969da", "#cf222e"] as const;
/** One update is not a full bar. */
const LEAST = 5;

/** The promise against what was done, as charts, and as a table for whoever sees no charts. null: there is nothing to see. */
export function periodsPart(assessment: Assessment, view: View): string | null {
  const { offers, terms, periods } = assessment;
  const { text, language } = view;
  const classes = openByClass(offers, periods);
  const open = classes.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  if (periods.every(({ merged }, at) => merged === 0 && open[at] === 0)) return null;
  const places = periods.map((period) => view.period(period, "axis"));
  const words = wordsIn(language);
  const classList = (at: number) =>
    KINDS.flatMap((kind) => {
      const count = classes[at]?.get(kind) ?? 0;
      return count === 0 ? [] : [`${words.kinds[kind] ?? words.unknown} ${count}`];
    }).join(", ");
  const rows = periods.map((period, at) => [
    places[at] ?? "",
    period.counts ? text.judged(period.kept) : text.unjudged,
    ...[period.merged, open[at] ?? 0, period.late].map(String),
    classList(at),
  ]);
  return [
    `### ${text.periodsHeading(terms.cadence, periods.length)}`,
    mergedChart(periods, places, view),
    barChart({
      title: text.openChart,
      places,
      series: [
        { values: open, color: BLUE },
        { values: periods.map(({ late }) => late), color: RED },
      ],
      least: LEAST,
    }),
    folded(text.table, table(text.columns, rows)),
  ].join("\n\n");
}

function mergedChart(periods: readonly JudgedPeriod[], places: readonly string[], { text }: View): string {
  return barChart({
    title: text.mergedChart,
    // Where nothing was merged there is no bar to be red.
    places: places.map((place, at) => (isBroken(periods[at]) ? `${place} ✗` : place)),
    series: [
      { values: periods.map((period) => (isBroken(period) ? 0 : period.merged)), color: BLUE },
      { values: periods.map((period) => (isBroken(period) ? period.merged : 0)), color: RED },
    ],
    least: LEAST,
  });
}

function isBroken(period: JudgedPeriod | undefined): boolean {
  return period?.counts === true && !period.kept;
}
