import { type Html, html } from "../../html.ts";

interface Bars {
  readonly title: string;
  readonly places: readonly string[];
  readonly most: number;
  readonly series: readonly { readonly values: readonly number[]; readonly color: string }[];
}

/** Of the drawing, in its own units. */
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [700, 270, 48, 36, 10];
/** More names than that would run into each other. */
const MOST_NAMES = 6;

/** The bar charts that Detoil writes (`src/markdown/bar-chart.ts`), drawn as GitHub does; null: another diagram. */
export function barChart(source: string): Html | null {
  const bars = parsed(source);
  if (bars === null) return null;
  const { title, places, most, series } = bars;
  const [step, floor] = [(WIDTH - LEFT) / places.length, HEIGHT - BOTTOM];
  const high = (value: number) => Math.round((value / most) * (floor - TOP));
  const every = Math.ceil(places.length / MOST_NAMES);
  return html`<figure class="diagram"><figcaption>${title}</figcaption><svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<path class="axis" d="M${LEFT} ${TOP}V${floor}H${WIDTH}"/><text x="${LEFT - 8}" y="${TOP + 8}" text-anchor="end">${most}</text><text x="${LEFT - 8}" y="${floor}" text-anchor="end">0</text>
${series.map(({ values, color }) =>
  values.map(
    (value, at) =>
      html`<rect x="${Math.round(LEFT + (at + 0.2) * step)}" y="${floor - high(value)}" width="${Math.round(step * 0.6)}" height="${high(value)}" fill="${color}"/>`,
  ),
)}
${places.map((place, at) => at % every === 0 && html`<text x="${Math.round(LEFT + (at + 0.5) * step)}" y="${HEIGHT - 8}" text-anchor="middle">${place}</text>`)}
</svg></figure>`;
}

function parsed(source: string): Bars | null {
  const found = (pattern: RegExp) => pattern.exec(source)?.[1] ?? "";
  if (!/^xychart-beta$/m.test(source)) return null;
  try {
    const colors = found(/"plotColorPalette":"([^"]*)"/).split(", ");
    const bars = {
      title: found(/^ {2}title "(.*)"$/m),
      places: (JSON.parse(found(/^ {2}x-axis (\[.*\])$/m)) as unknown[]).map(String),
      most: Number(found(/^ {2}y-axis 0 --> (\S+)$/m)),
      series: [...source.matchAll(/^ {2}bar (\[.*\])$/gm)].map(([, values = ""], at) => ({
        values: (JSON.parse(values) as unknown[]).map(Number),
        color: colors[at] ?? "currentColor",
      })),
    };
    return bars.most > 0 && bars.places.length > 0 ? bars : null;
  } catch {
    return null; // written by a person
  }
}
