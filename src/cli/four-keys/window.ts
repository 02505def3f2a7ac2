import type { Window } from "../../metrics/settings.ts";
import type { Instant } from "../../records/record.ts";
import { UsageError } from "../usage.ts";
import type { Configured } from "./configured.ts";
import type { FourKeysOptions } from "./options.ts";
import { wrongText } from "./wrong-text.ts";

/** What was asked for, or the configured window that ends at `at`. Throws `UsageError` and `CommandError`. */
export function windowOf({ from, to }: FourKeysOptions, config: Configured, at: Instant): Window {
  const end = to ?? at;
  const window = { from: from ?? config.windowStart(end), to: end };
  if (window.from >= window.to) throw new UsageError(wrongText.backwards);
  return window;
}
