import { expect, test } from "vitest";
import { barChart } from "../../src/markdown/bar-chart.ts";

test("a chart as Mermaid reads it: the axis from 0, the colors of each series", () => {
  const series = [
    { values: [3, 0.5], color: "#cf222e" },
    { values: [2, 0], color: "#0969da" },
  ] as const;
  expect(barChart({ title: 'The "last" weeks', places: ["1 Jun", "8 Jun"], series, least: 1 })).toBe(
    [
      "```mermaid",
      '%%{init: {"xyChart":{"height":300},"themeVariables":{"xyChart":{"plotColorPalette":"#cf222e, #0969da"}}}}%%',
      "xychart-beta",
      `  title "The 'last' weeks"`,
      '  x-axis ["1 Jun", "8 Jun"]',
      "  y-axis 0 --> 3",
      "  bar [3, 0.5]",
      "  bar [2, 0]",
      "```",
    ].join("\n"),
  );
});

test("the axis reaches as far as it must", () => {
  const chart = barChart({ title: "", places: [""], series: [{ values: [0], color: "#0969da" }], least: 5 });
  expect(chart).toContain("  y-axis 0 --> 5\n");
});
