import type { Window } from "../../metrics/settings.ts";
import type { Instant } from "../../records/record.ts";
import { UsageError } from "../usage.ts";
import type { Configured } from "./configured.ts";
import type { FourKeysOptions } from "./options.ts";
import { wrongText } from "./wrong-text.ts";

/** A window, and where the one before it begins. */
export interface Compared {
  readonly window: Window;
  readonly beforeFrom: Instant;
}

/** What was asked for, compared with as long a time, or the configured window that ends at `at`. Throws `UsageError` and `CommandError`. */
export function windowOf({ from, to }: FourKeysOptions, config: Configured, at: Instant): Compared {
  const end = to ?? at;
  const window = { from: from ?? config.windowStart(end), to: end };
  if (window.from >= window.to) throw new UsageError(wrongText.backwards);
  return { window, beforeFrom: from === null ? config.windowStart(window.from) : from - (end - from) };
}
