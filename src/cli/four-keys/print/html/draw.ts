import { type EChartsOption, init } from "echarts/dist/echarts.esm.min.mjs";
import { Html } from "../../../html.ts";

/** As wide as a phone's screen, so that the letters of a chart are as large as those around it. */
const WIDTH = 400;

/**
 * A chart as SVG, which grows with what it is in. Its colors are the page's variables, so that it follows dark mode;
 * nothing in it moves or answers to a pointer, and the same chart is the same text every time.
 */
export function draw(option: EChartsOption, height: number): Html {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ ...option, animation: false, textStyle: { fontFamily: "inherit" } });
    return new Html(plain(chart.renderToSVGString({ useViewBox: true })));
  } finally {
    chart.dispose();
  }
}

/**
 * Without what only its scripts in a browser need, and without the frame around a line: nothing here is drawn outside of it,
 * and its name counts the charts of this process.
 */
function plain(svg: string): string {
  return ["style", "defs"]
    .reduce(without, svg)
    .replace(/ (?:class|ecmeta_\w+|pointer-events|clip-path)="[^"]*"/g, "")
    .replace(/\n+/g, "");
}

/** Linear, unlike a pattern that searches for the end from each beginning. ECharts closes what it opens. */
function without(svg: string, tag: string): string {
  const [before = "", ...rest] = svg.split(`<${tag}`);
  const end = `</${tag}>`;
  return before + rest.map((part) => part.slice(part.indexOf(end) + end.length)).join("");
}
