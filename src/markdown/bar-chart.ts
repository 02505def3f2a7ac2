/** Bars over named places. */
interface BarChart {
  readonly title: string;
  readonly places: readonly string[];
  /** One in front of the other, each from the axis on: the last covers what it has in common with those before it. */
  readonly series: readonly { readonly values: readonly number[]; readonly color: `#${string}` }[];
  /** The axis reaches this far at least. */
  readonly least: number;
}

/** Of 700 pixels in width, on GitHub: lower than Mermaid's 500, so that two charts fit on a screen. */
const HEIGHT = 300;

/**
 * A chart that GitHub draws (Mermaid's `xychart-beta`, since Mermaid 10.5; later versions know that name too). An older host, a
 * mail and a screen reader have its source, so whatever is in a chart also stands in a text.
 *
 * The axis is given, because on its own it would begin at the smallest value, and the colors are, because Mermaid's first
 * one is hardly to be seen on white. A bar of 0 is drawn as far as the tick at 0.
 */
export function barChart({ title, places, series, least }: BarChart): string {
  const most = Math.max(least, ...series.flatMap(({ values }) => values));
  const look = {
    xyChart: { height: HEIGHT },
    themeVariables: { xyChart: { plotColorPalette: series.map(({ color }) => color).join(", ") } },
  };
  return [
    "```mermaid",
    `%%{init: ${JSON.stringify(look)}}%%`,
    "xychart-beta",
    `  title ${quoted(title)}`,
    `  x-axis [${places.map(quoted).join(", ")}]`,
    `  y-axis 0 --> ${most}`,
    ...series.map(({ values }) => `  bar [${values.join(", ")}]`),
    "```",
  ].join("\n");
}

/** Mermaid has no escape for a quotation mark within quotation marks. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', "'")}"`;
}
