import { detailOf } from "../../metrics/detail.ts";
import { reportOf } from "../../metrics/report.ts";
import type { Instant } from "../../records/record.ts";
import type { Configured } from "./configured.ts";
import type { Measured } from "./measured.ts";
import type { FourKeysOptions } from "./options.ts";
import type { Compared } from "./window.ts";

interface Asked extends Compared {
  readonly options: Pick<FourKeysOptions, "detail">;
  readonly config: Pick<Configured, "settings" | "language">;
  readonly at: Instant;
}

export function measure(
  { records, history, redefined = [] }: Pick<Measured, "records" | "history"> & Partial<Pick<Measured, "redefined">>,
  { options, config: { settings, language }, window, beforeFrom, at }: Asked,
): Measured {
  const report = reportOf(history, window, settings);
  const detail = options.detail ? detailOf(history, window, settings) : null;
  const before = reportOf(history, { from: beforeFrom, to: window.from }, settings);
  return { records, history, report, before, detail, window, settings, redefined, language, at };
}
