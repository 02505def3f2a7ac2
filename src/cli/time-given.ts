import { parseInstant } from "../calendar/instant.ts";
import type { Instant } from "../records/record.ts";
import { commandText } from "./text.ts";
import { UsageError } from "./usage.ts";

/** The moment that an option names. Throws `UsageError`: without a zone it would be another one on every machine. */
export function timeGiven(option: string, text: string): Instant {
  const time = parseInstant(text);
  if (typeof time === "number") return time;
  throw new UsageError(commandText.noTime(option, text));
}
