import { boundsOf } from "../../../../metrics/bands.ts";
import type { BandYear } from "../../../../metrics/settings.ts";
import { type Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { named } from "./names.ts";
import { note, section, table } from "./page.ts";
import type { Shown } from "./shown.ts";

/** The definition of each number in a sentence, and where its bands end. */
export function meaning({ settings, records }: Measured, shown: Shown): Html {
  const { text, words, statistic } = shown;
  const sentences = [
    [words.deploymentFrequency, text.meaning.deploymentFrequency],
    [words.leadTime, text.meaning.leadTime(words.starts[settings.leadTime], statistic)],
    [words.changeFailRate, text.meaning.changeFailRate],
    [words.recoveryTime, text.meaning.recoveryTime(statistic)],
    [words.reworkRate, text.meaning.reworkRate],
  ];
  const { environments, bands } = settings;
  return section(
    text.meaningHeading,
    html`<dl class="meaning">
${sentences.map(
  ([name, sentence]) => html`<div><dt>${name}</dt><dd>${sentence}</dd></div>
`,
)}</dl>`,
    bands !== "none" && bandsTable(bands, shown),
    note(
      environments === null
        ? text.allEnvironments
        : [text.environments, environments.map((name, at) => [at > 0 && ", ", named(name)])],
    ),
    note(text.unknown),
    note(
      text.source({
        changes: records.changes.length,
        deployments: records.deployments.length,
        incidents: records.incidents.length,
      }),
    ),
  );
}

function bandsTable(year: BandYear, { text, words, duration, rate }: Shown): Html {
  const { oftenAs, under, upTo } = text.bounds;
  const rows: [string, string[]][] = [
    [words.deploymentFrequency, boundsOf("frequency", year).map((bound) => oftenAs(Math.round(1 / bound)))],
    [words.leadTime, boundsOf("leadTime", year).map((bound) => under(duration(bound)))],
    [words.changeFailRate, boundsOf("failRate", year).map((bound) => upTo(rate(bound)))],
    [words.recoveryTime, boundsOf("recovery", year).map((bound) => under(duration(bound)))],
  ];
  return table(
    {
      caption: text.bandsCaption(year),
      header: [text.bandsKey, words.bands.elite, words.bands.high, words.bands.medium],
    },
    rows.map(([name, bounds]) => [name, ...bounds]),
  );
}
