import { STAGES } from "../../../../metrics/stages.ts";
import { type Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { summaryOf } from "../summary.ts";
import { barsChart } from "./charts.ts";
import { note, section, table } from "./page.ts";
import type { Shown } from "./shown.ts";

/** The stages of the lead time, one below the other. */
export function stages(measured: Measured, shown: Shown): Html {
  const { text, words, statistic } = shown;
  const times = measured.report.leadTime.stages;
  if (STAGES.every((stage) => times[stage] === null)) return section(text.stagesHeading, note(text.noStages));
  const bars = STAGES.map((stage) => ({ name: words.stages[stage], seconds: times[stage] }));
  const aloud = bars.map(({ name, seconds }) => `${name} ${shown.duration(seconds)}`).join(", ");
  const [statistics = ""] = summaryOf(measured).lines;
  return section(
    text.stagesHeading,
    html`<p>${statistics}</p>`,
    html`<figure><div role="img" aria-label="${text.stagesHeading}: ${aloud}">${barsChart(bars, measured.language)}</div></figure>`,
    table(
      { caption: text.stagesHeading, captionShown: false, header: text.stageColumns },
      STAGES.map((stage) => [words.stages[stage], shown.duration(times[stage]), words.spans[stage]]),
    ),
    note(text.stagesNote(statistic)),
  );
}
