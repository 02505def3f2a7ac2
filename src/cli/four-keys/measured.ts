import type { Language } from "../../calendar/format.ts";
import type { FourKeysDetail } from "../../metrics/detail.ts";
import type { History } from "../../metrics/history.ts";
import type { FourKeysReport } from "../../metrics/report.ts";
import type { FourKeysSettings, Window } from "../../metrics/settings.ts";
import type { DefinitionChange } from "../../records/definitions.ts";
import type { Instant, Records } from "../../records/record.ts";

/** What the formats print. */
export interface Measured {
  readonly records: Records;
  readonly history: History;
  readonly report: FourKeysReport;
  /** Of the window before. */
  readonly before: FourKeysReport;
  /** null: not asked for. */
  readonly detail: FourKeysDetail | null;
  readonly window: Window;
  readonly settings: FourKeysSettings;
  /** When sre.yml began to count otherwise, as far as that was asked. */
  readonly redefined: readonly DefinitionChange[];
  readonly language: Language;
  /** The year that dates leave out is this moment's. */
  readonly at: Instant;
}
