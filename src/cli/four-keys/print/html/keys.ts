import type { Band } from "../../../../metrics/bands.ts";
import { shortNumber } from "../../../../metrics/words.ts";
import { type Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { summaryOf } from "../summary.ts";
import type { Shown } from "./shown.ts";

/** The five numbers, each with its band and what it was computed from. */
export function keys(measured: Measured, shown: Shown): Html {
  const { report } = measured;
  const { deploymentFrequency: frequency, leadTime, changeFailRate, recoveryTime, reworkRate } = report;
  const often = frequency.perDay >= 1;
  const values: readonly { readonly value: string; readonly band: Band | null }[] = [
    {
      value: often
        ? shown.text.perDay(shortNumber(frequency.perDay))
        : shown.text.perWeek(shortNumber(frequency.perWeek)),
      band: frequency.band,
    },
    { value: shown.duration(leadTime.seconds), band: leadTime.band },
    { value: shown.rate(changeFailRate.rate), band: changeFailRate.band },
    { value: shown.duration(recoveryTime.seconds), band: recoveryTime.band },
    { value: shown.rate(reworkRate.rate), band: null },
  ];
  const { rows } = summaryOf(measured).keys;
  return html`<dl class="keys">
${values.map(({ value, band }, at) => {
  const [name = "", , , basis = ""] = rows[at] ?? [];
  return html`<div><dt>${name}</dt><dd class="value">${value}</dd><dd>${band !== null && html`<span class="band ${band}">${shown.band(band)}</span>`}</dd><dd class="note">${basis}</dd></div>
`;
})}</dl>
`;
}
