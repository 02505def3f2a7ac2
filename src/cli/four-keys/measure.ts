import { detailOf } from "../../metrics/detail.ts";
import type { History } from "../../metrics/history.ts";
import { reportOf } from "../../metrics/report.ts";
import type { Window } from "../../metrics/settings.ts";
import type { Instant, Records } from "../../records/record.ts";
import type { Configured } from "./configured.ts";
import type { Measured } from "./measured.ts";
import type { FourKeysOptions } from "./options.ts";

interface Asked {
  readonly options: Pick<FourKeysOptions, "detail">;
  readonly config: Pick<Configured, "settings" | "language">;
  readonly window: Window;
  readonly at: Instant;
}

export function measure(
  { records, history }: { readonly records: Records; readonly history: History },
  { options, config: { settings, language }, window, at }: Asked,
): Measured {
  const report = reportOf(history, window, settings);
  const detail = options.detail ? detailOf(history, window, settings) : null;
  return { records, history, report, detail, window, settings, language, at };
}
