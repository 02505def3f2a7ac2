import { formatAxisDay, formatIsoDay } from "../../../../calendar/format.ts";
import { isoDay } from "../../../../calendar/zone.ts";
import { weekAt, weeksIn, weeksUntil } from "../../../../metrics/periods.ts";
import { type FourKeysReport, reportOf } from "../../../../metrics/report.ts";
import { isIn } from "../../../../metrics/settings.ts";
import { type Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { countChart, durationChart, MARK, shareChart, type WeekSeries } from "./charts.ts";
import { note, section, table } from "./page.ts";
import type { Shown } from "./shown.ts";

/** As many as the charts of the Four Keys have everywhere, whatever the window is. */
const WEEKS = 12;

type Week = FourKeysReport["weeks"][number];

/** The last weeks up to the window's end: a chart of each number, and the same numbers as a table. */
export function weeks(measured: Measured, shown: Shown): Html {
  const { history, window, settings, language, at } = measured;
  const {
    text,
    words: { week },
    statistic,
  } = shown;
  const span = weeksUntil(window.to, WEEKS, settings.timezone, settings.weekStarts);
  const reports = reportOf(history, span, settings).weeks;
  const today = isoDay(new Date(at), settings.timezone);
  const names = reports.map(({ start }) => formatIsoDay(start, language, today));
  const axis = reports.map(({ start }) => formatAxisDay(start, language)); // with weekday and year they run into each other
  const inWeeks = weeksIn(span, settings.timezone, settings.weekStarts);
  const redefined = measured.redefined.filter(({ at: time }) => isIn(span, time));
  const marked = [...new Set(redefined.map(({ at: time }) => weekAt(inWeeks, time)))];
  const chart = <Key extends keyof typeof text.empty>(
    { key, title }: { key: Key; title: string },
    { of, say, draw }: Plotted,
  ): Html => {
    const values = reports.map(of);
    const known = values.filter((value) => value !== null);
    const drawn = known.length > 0 && (key !== "deployments" || Math.max(...known) > 0);
    const aloud = () =>
      text.weekChart(
        title,
        { first: names[0] ?? "", last: names.at(-1) ?? "" },
        { least: say(Math.min(...known)), most: say(Math.max(...known)) },
      );
    return html`<figure><figcaption>${title}</figcaption>
${drawn ? html`<div role="img" aria-label="${aloud()}">${draw({ weeks: axis, values, marked })}</div>` : note(text.empty[key])}
</figure>
`;
  };
  const durations: Pick<Plotted, "say" | "draw"> = {
    say: shown.duration,
    draw: (series) => durationChart(series, language),
  };
  const whole = inWeeks.at(-1)?.to === span.to;
  return section(
    text.weeksHeading(reports.length),
    html`<div class="charts">
${[
  chart(
    { key: "deployments", title: text.charts.deployments },
    { of: (each) => each.deployments, say: String, draw: countChart },
  ),
  chart(
    { key: "leadTime", title: text.charts.leadTime(statistic) },
    { of: (each) => each.leadTimeSeconds, ...durations },
  ),
  chart(
    { key: "failRate", title: text.charts.failRate },
    { of: (each) => each.failRate, say: shown.rate, draw: shareChart },
  ),
  chart(
    { key: "recovery", title: text.charts.recovery(statistic) },
    { of: (each) => each.recoverySeconds, ...durations },
  ),
]}</div>`,
    redefined.length > 0 &&
      html`<p class="note">${redefined.map(
        ({ keys, at: time }) => html`${MARK} ${text.redefined(keys.join(", "), shown.moment(time))}<br>`,
      )}${text.countedBefore}</p>`,
    table(
      {
        caption: text.weeksHeading(reports.length),
        captionShown: false,
        header: [week.start, week.deployments, week.leadTime, week.failRate, week.recovery],
      },
      reports.map((each, index) => [
        html`<time datetime="${each.start}">${names[index]}</time>${marked.includes(index) && ` ${MARK}`}`,
        each.deployments,
        shown.duration(each.leadTimeSeconds),
        shown.rate(each.failRate),
        shown.duration(each.recoverySeconds),
      ]),
    ),
    whole ? null : note(text.lastWeekEnds(shown.moment(span.to))),
  );
}

interface Plotted {
  readonly of: (week: Week) => number | null;
  /** A value as it is read aloud. */
  readonly say: (value: number) => string;
  readonly draw: (series: WeekSeries) => Html;
}
