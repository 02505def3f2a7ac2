import type { Measured } from "../measured.ts";
import type { Format } from "../options.ts";
import { printCsv } from "./csv.ts";
import { printMarkdown } from "./markdown.ts";
import { printNdjson } from "./ndjson.ts";
import { printText } from "./text.ts";

/** `webUrl`: the GitHub that the repositories are on; asked only where it is linked. */
type Printer = (measured: Measured, webUrl: () => string) => string | Promise<string>;

export const printers: Readonly<Record<Format, Printer>> = {
  text: printText,
  json: ({ report, detail }) => JSON.stringify({ ...report, ...detail }, null, 2),
  csv: printCsv,
  markdown: printMarkdown,
  ndjson: printNdjson,
  // It draws charts, and what it needs for that takes half a second to load.
  html: async (measured, webUrl) => {
    const { printHtml } = await import("./html/index.ts");
    return printHtml(measured, webUrl());
  },
};
