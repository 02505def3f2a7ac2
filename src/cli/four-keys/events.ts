import { joinRecords } from "../../metrics/history.ts";
import { recordSentence } from "../../records/reading/text.ts";
import { CommandError } from "../command-error.ts";
import { type Configured, configured } from "./configured.ts";
import { measure } from "./measure.ts";
import type { Measured } from "./measured.ts";
import type { FourKeysOptions } from "./options.ts";
import { type EventsRead, readEvents } from "./read-events.ts";
import { messages } from "./text.ts";
import { uncounted } from "./uncounted.ts";
import { windowOf } from "./window.ts";
import { wrongText } from "./wrong-text.ts";

/** A broken file has one broken line for each of its lines. */
const MOST_SHOWN = 20;

/** The records of files, all of them one history. Throws `CommandError`. */
export async function measureEvents(options: FourKeysOptions, files: readonly string[]): Promise<Measured> {
  const config = await configured(options.config);
  const at = options.at ?? Date.now();
  const compared = windowOf(options, config, at);
  const events = await readEvents(files);
  for (const warning of warningsOf(events, options, config)) console.error(warning);
  const { records } = events;
  return measure({ records, history: joinRecords(records, config.settings) }, { options, config, ...compared, at });
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
