import { type Key, trendsOf } from "../../../../metrics/trend.ts";
import { type Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { summaryOf } from "../summary.ts";
import type { Shown } from "./shown.ts";

/** In the order of the summary's rows. */
const KEYS: readonly Key[] = ["deploymentFrequency", "leadTime", "changeFailRate", "recoveryTime", "reworkRate"];

/** The five numbers, each with its band, what it was computed from, and what became of it since the window before. */
export function keys(measured: Measured, { text, band }: Shown): Html {
  const { report, before } = measured;
  const trends = trendsOf(report, before);
  const was = summaryOf({ ...measured, report: before }).keys.rows;
  const numbers = summaryOf(measured).keys.rows.map(([name = "", value = "", , basis = ""], at) => {
    const key = KEYS[at] ?? "reworkRate";
    const [trend, earlier = ""] = [trends[key], was[at]?.[1]];
    const reached = key === "reworkRate" ? null : report[key].band;
    return html`<div><dt>${name}</dt><dd class="value">${value}</dd><dd>${reached !== null && html`<span class="band ${reached}">${band(reached)}</span>`}</dd><dd class="note">${basis}</dd>${trend !== null && html`<dd class="note">${text.trend(trend, earlier)}</dd>`}</div>
`;
  });
  return html`<dl class="keys">
${numbers}</dl>
`;
}
