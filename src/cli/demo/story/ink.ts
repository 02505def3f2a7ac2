import { styleText } from "node:util";
import type { Language } from "../../../calendar/format.ts";
import type { Written } from "./entry.ts";
import { wordsIn } from "./words.ts";
import { wrapped } from "./wrap.ts";

type Style = Parameters<typeof styleText>[0];

/** Colors, on a terminal that has them. */
export type Ink = (style: Style, text: string) => string;

export const plain: Ink = (_style, text) => text;
export const colored: Ink = (style, text) => styleText(style, text, { validateStream: false });

/** Lines of one text shown at most; the page has the rest. */
const most = 8;
const width = 100;

/** One thing that Detoil wrote, as lines for the terminal. `url`: where it can be read; null: nowhere, when the story is over. */
export function drawn(
  written: Written,
  because: string | null,
  url: string | null,
  ink: Ink,
  language: Language = "en",
): string[] {
  const sign =
    written.outcome === null ? ink("cyan", "»") : written.outcome === "green" ? ink("green", "✓") : ink("red", "✗");
  const lines = [
    ...written.removed.map((line) => rowsOf(line).map((row, at) => ink("dim", `${at === 0 ? "-" : " "} ${row}`))),
    ...written.added.map((line) => rowsOf(line).map((row, at) => `${at === 0 ? ink("green", "+") : " "} ${row}`)),
  ];
  const kept =
    lines.length > most
      ? [...lines.slice(0, most - 1), [ink("dim", wordsIn[language].more(lines.length - most + 1))]]
      : lines;
  return [
    `${sign} ${ink("bold", written.what)}${url === null ? "" : `  ${ink("dim", url)}`}`,
    ...kept.flat().map((line) => `    ${line}`),
    ...(because === null ? [] : [`    ${ink("yellow", "because")} ${because}`]),
  ];
}

const rowsOf = (line: string): string[] => wrapped(readable(line), width);

/** Markdown as a terminal can show it: boxes, no link addresses, no markup. */
export function readable(line: string): string {
  return line
    .replace(/^\| (.*?)[ |]*$/, (_all, cells: string) => cells.replaceAll(" | ", " │ "))
    .replace(/^(\s*)[-*+] \[ \] /, "$1☐ ")
    .replace(/^(\s*)[-*+] \[x\] /i, "$1☑ ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll("<br>", " · ")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/\\([\\`*_{}[\]()#+.!<>|~-])/g, "$1")
    .replace(/\*\*|`/g, "")
    .replace(
      /&(amp|lt|gt|#64|#35);/g,
      (_all, name: string) => ({ amp: "&", lt: "<", gt: ">", "#64": "@", "#35": "#" })[name] ?? "",
    )
    .replace(/[\u200b\u2060]/g, "");
}
