import { detailOf } from "../metrics/detail.ts";
import { joinRecords } from "../metrics/history.ts";
import { reportOf } from "../metrics/report.ts";
import type { Window } from "../metrics/settings.ts";
import { recordSentence } from "../records/reading/text.ts";
import { CommandError } from "./command-error.ts";
import { type Configured, configured } from "./four-keys/configured.ts";
import type { Measured } from "./four-keys/measured.ts";
import { type Format, type FourKeysOptions, readOptions } from "./four-keys/options.ts";
import { printCsv } from "./four-keys/print/csv.ts";
import { printMarkdown } from "./four-keys/print/markdown.ts";
import { printNdjson } from "./four-keys/print/ndjson.ts";
import { printText } from "./four-keys/print/text.ts";
import { type EventsRead, readEvents } from "./four-keys/read-events.ts";
import { messages } from "./four-keys/text.ts";
import { uncounted } from "./four-keys/uncounted.ts";
import { wrongText } from "./four-keys/wrong-text.ts";
import { UsageError } from "./usage.ts";

const PRINTERS: Readonly<Record<Format, (measured: Measured) => string | Promise<string>>> = {
  text: printText,
  json: ({ report, detail }) => JSON.stringify({ ...report, ...detail }, null, 2),
  csv: printCsv,
  markdown: printMarkdown,
  ndjson: printNdjson,
  // It draws charts, and what it needs for that takes half a second to load.
  html: async (measured) => {
    const [{ printHtml }, { webUrl }] = await Promise.all([
      import("./four-keys/print/html/index.ts"),
      import("./four-keys/web-url.ts"),
    ]);
    return printHtml(measured, webUrl());
  },
};

/** A broken file has one broken line for each of its lines. */
const MOST_SHOWN = 20;

/** `detoil four-keys`: the metrics of records in files. Exit codes: 0 done, 1 something in the input is wrong. */
export async function fourKeys(argv: string[]): Promise<number> {
  const options = readOptions(argv);
  const config = await configured(options.config);
  const at = options.at ?? Date.now();
  const window = windowOf(options, config, at);
  const events = await readEvents(options.events);
  const { settings, language } = config;
  for (const warning of warningsOf(events, options, config)) console.error(warning);
  const history = joinRecords(events.records, settings);
  const measured: Measured = {
    records: events.records,
    history,
    report: reportOf(history, window, settings),
    detail: options.detail ? detailOf(history, window, settings) : null,
    window,
    settings,
    language,
    at,
  };
  console.log(await PRINTERS[options.format](measured));
  return 0;
}

function windowOf({ from, to }: FourKeysOptions, config: Configured, at: number): Window {
  const end = to ?? at;
  const window = { from: from ?? config.windowStart(end), to: end };
  if (window.from >= window.to) throw new UsageError(wrongText.backwards);
  return window;
}

/** What is said beside the numbers. Throws `CommandError` for lines that cannot be read, unless they may be skipped. */
function warningsOf(
  { wrong, contradictions, records }: EventsRead,
  options: FourKeysOptions,
  config: Configured,
): string[] {
  const { language, settings } = config;
  const text = messages(language);
  const told = wrong.map(({ place, problem }) => wrongText.problem(place, recordSentence(problem)[language]));
  const [firstWrong] = told;
  if (firstWrong !== undefined && !options.lenient) {
    const more = told.length > MOST_SHOWN ? [text.more(told.length - MOST_SHOWN)] : [];
    throw new CommandError([...told.slice(0, MOST_SHOWN), ...more].join("\n"));
  }
  const [again] = contradictions;
  const others = uncounted(records.deployments, settings.environments, text);
  return [
    ...(firstWrong === undefined ? [] : [text.skipped(told.length, firstWrong)]),
    ...(again === undefined ? [] : [text.contradictions(contradictions.length, again)]),
    ...(others === null ? [] : [others]),
  ];
}
