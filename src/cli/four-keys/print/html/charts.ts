import type { EChartsOption } from "echarts/dist/echarts.esm.min.mjs";
import type { Language } from "../../../../calendar/format.ts";
import { durationText, wordsIn } from "../../../../metrics/words.ts";
import type { Html } from "../../../html.ts";
import { unitFor } from "./axis.ts";
import { draw } from "./draw.ts";

/** Beside a week in which something else began to count, and over its line. */
export const MARK = "†";

const HEIGHT = 190;
const BAR_HEIGHT = 30;
const SIZE = 12.5;
/** Widths of letters are estimated, because the font is the reader's. */
const SPARE = 10;
/** Of weeks; more do not fit on a phone. */
const LABELLED = 3;

/** What is drawn of each week; null: not known, and left blank. */
export interface WeekSeries {
  readonly weeks: readonly string[];
  readonly values: readonly (number | null)[];
  /** Weeks with a line across, by their places; absent: none. */
  readonly marked?: readonly number[];
}

export function countChart(series: WeekSeries): Html {
  return draw(weekly(series, { kind: "bar", label: String, scale: { minInterval: 1 } }), HEIGHT);
}

/** Shares, 0…1. */
export function shareChart({ values, ...series }: WeekSeries): Html {
  // No share is larger than 100%, and no line of the chart says so either.
  const scale = values.some((value) => value !== null && value > 0.8) ? { max: 100, interval: 20 } : { minInterval: 1 };
  const percents = values.map((value) => (value === null ? null : value * 100));
  return draw(weekly({ ...series, values: percents }, { kind: "line", label: (value) => `${value}%`, scale }), HEIGHT);
}

/** Seconds. */
export function durationChart({ values, ...series }: WeekSeries, language: Language): Html {
  const unit = unitFor(Math.max(0, ...values.filter((value) => value !== null)));
  const inUnits = values.map((value) => (value === null ? null : value / unit.seconds));
  const label = wordsIn(language).units[unit.name];
  return draw(weekly({ ...series, values: inUnits }, { kind: "line", label }), HEIGHT);
}

/** Names and seconds, one bar below the other. */
export function barsChart(
  bars: readonly { readonly name: string; readonly seconds: number | null }[],
  language: Language,
): Html {
  const option: EChartsOption = {
    grid: { left: SPARE, right: 84, top: 0, bottom: 0, outerBoundsMode: "same" },
    xAxis: { type: "value", show: false },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: "var(--ink)", fontSize: SIZE },
    },
    series: {
      type: "bar",
      barWidth: 16,
      data: bars.map(({ seconds }) => ({ value: seconds ?? "-" })),
      itemStyle: { color: "var(--series)", borderRadius: [0, 3, 3, 0] },
      label: {
        show: true,
        position: "right",
        color: "var(--ink)",
        fontSize: SIZE,
        formatter: ({ dataIndex }) => durationText(bars[dataIndex]?.seconds ?? 0, language),
      },
      silent: true,
    },
  };
  return draw(option, bars.length * BAR_HEIGHT);
}

interface Drawn {
  readonly kind: "bar" | "line";
  readonly label: (value: number) => string;
  /** Where the lines of the values are; by default where they are round. */
  readonly scale?: { readonly max: number; readonly interval: number } | { readonly minInterval: number };
}

function weekly({ weeks, values, marked = [] }: WeekSeries, { kind, label, scale }: Drawn): EChartsOption {
  const color = "var(--series)";
  // In its data, "-" is what is not there.
  const data = values.map((value) => value ?? "-");
  const markLine = {
    ...{ silent: true, symbol: "none", data: marked.map((xAxis) => ({ xAxis })) },
    lineStyle: { color: "var(--quiet)", type: "dashed", width: 1 },
    label: { formatter: MARK, color: "var(--quiet)", fontSize: SIZE, distance: 2 },
  } as const;
  return {
    grid: { left: SPARE, right: 12, top: marked.length === 0 ? 12 : 20, bottom: 0, outerBoundsMode: "same" },
    xAxis: {
      type: "category",
      data: [...weeks],
      axisLine: { lineStyle: { color: "var(--line)" } },
      axisTick: { show: false },
      axisLabel: {
        color: "var(--quiet)",
        fontSize: SIZE,
        interval: (index) => (weeks.length - 1 - index) % LABELLED === 0,
      },
    },
    yAxis: {
      type: "value",
      min: 0,
      splitNumber: 4,
      ...scale,
      splitLine: { lineStyle: { color: "var(--line)" } },
      axisLabel: { color: "var(--quiet)", fontSize: SIZE, formatter: label },
    },
    series:
      kind === "bar"
        ? {
            type: "bar",
            barMaxWidth: 24,
            data,
            itemStyle: { color, borderRadius: [3, 3, 0, 0] },
            silent: true,
            markLine,
          }
        : {
            // A week between two that are not known is a point.
            ...{ type: "line", data, showAllSymbol: true, symbol: "circle", symbolSize: 7, clip: false, silent: true },
            markLine,
            ...{ lineStyle: { color, width: 2 }, itemStyle: { color, borderWidth: 0 } },
          },
  };
}
