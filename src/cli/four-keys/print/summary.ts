import { formatDay, formatMoment } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Attribution } from "../../../metrics/attribution/shipping.ts";
import { shippedIn, unshippedIn } from "../../../metrics/report.ts";
import { STAGES } from "../../../metrics/stages.ts";
import { weekGrid } from "../../../metrics/week-grid.ts";
import { durationText, frequencyText, percentText, UNKNOWN, wordsIn } from "../../../metrics/words.ts";
import type { Measured } from "../measured.ts";
import { messages } from "../text.ts";

export interface Grid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The report in words, for every format that people read. */
export interface Summary {
  readonly heading: string;
  readonly keys: Grid;
  /** Further statistics and the stages of the lead time. */
  readonly lines: readonly string[];
  readonly weeks: Grid;
  /** How changes were assigned, and what was not. */
  readonly notes: readonly string[];
}

export function summaryOf(measured: Measured): Summary {
  const { report, settings, language, window, at } = measured;
  const [text, words] = [messages(language), wordsIn(language)];
  const { deploymentFrequency: frequency, leadTime, changeFailRate, recoveryTime, reworkRate } = report;
  const duration = (seconds: number | null) => (seconds === null ? UNKNOWN : durationText(seconds, language));
  const rate = (value: number | null) => (value === null ? UNKNOWN : percentText(value));
  const band = (of: { readonly band: keyof typeof words.bands | null }) =>
    of.band === null ? UNKNOWN : words.bands[of.band];
  const moment = (time: number) => formatMoment(new Date(time), settings.timezone, language, new Date(at));
  const today = isoDay(new Date(at), settings.timezone);
  const statistic = words.statistics[settings.statistic];
  const some = frequency.deployments > 0;
  const last = measured.history.deployments.findLast(({ finishedAt }) => finishedAt < window.from);
  const nothing =
    last === undefined
      ? text.noDeployments
      : text.noDeploymentsSince(formatDay(new Date(last.finishedAt), settings.timezone, language, new Date(at)));
  const share = (part: number) => (some ? text.of(part, frequency.deployments) : text.noDeployments);
  return {
    heading: text.heading(moment(window.from), moment(window.to)),
    keys: {
      header: [text.columns.key, text.columns.value, text.columns.band, text.columns.basis],
      rows: [
        [
          words.deploymentFrequency,
          some ? frequencyText(frequency.perDay, language) : UNKNOWN,
          band(frequency),
          some ? text.deployments(frequency.deployments, frequency.daysWithDeployment) : nothing,
        ],
        [
          words.leadTime,
          duration(leadTime.seconds),
          band(leadTime),
          leadTime.changes === 0
            ? text.noChanges
            : text.changes(statistic, leadTime.changes, words.starts[settings.leadTime]),
        ],
        [words.changeFailRate, rate(changeFailRate.rate), band(changeFailRate), share(changeFailRate.failed)],
        [
          words.recoveryTime,
          duration(recoveryTime.seconds),
          band(recoveryTime),
          recoveryTime.incidents === 0 ? text.noIncidents : text.incidents(statistic, recoveryTime.incidents),
        ],
        [words.reworkRate, rate(reworkRate.rate), UNKNOWN, share(reworkRate.rework)],
      ],
    },
    lines:
      leadTime.seconds === null
        ? []
        : [
            `${text.statisticLine}: ${(["p50", "p75", "p90", "mean"] as const)
              .map((name) => `${words.statistics[name]} ${duration(leadTime[name])}`)
              .join(" · ")}`,
            `${text.stageLine}: ${STAGES.map((stage) => `${words.stages[stage]} ${duration(leadTime.stages[stage])}`).join(" · ")}`,
          ],
    weeks: weekGrid(report.weeks, language, today),
    notes: notesOf(measured),
  };
}

const WAYS: readonly Attribution[] = ["listed", "first", "commits", "merge-time"];

function notesOf({ history, report, window, language }: Measured): string[] {
  const text = messages(language);
  const counts = new Map<Attribution | null, number>();
  for (const { attribution } of shippedIn(history, window)) counts.set(attribution, (counts.get(attribution) ?? 0) + 1);
  const ways = WAYS.filter((way) => counts.has(way)).map((way) => text.ways[way](counts.get(way) ?? 0));
  const waiting = unshippedIn(history, window).filter(({ waits }) => waits).length;
  const { changes, incidents } = report.unattributed;
  return [
    ...(ways.length === 0 ? [] : [text.attributed(ways.join(text.listSeparator))]),
    ...(changes + incidents === 0 ? [] : [text.unattributed(changes, waiting, incidents)]),
  ];
}
