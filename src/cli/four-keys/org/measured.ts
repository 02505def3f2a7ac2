import type { Language } from "../../../calendar/format.ts";
import type { FourKeysDetail } from "../../../metrics/detail.ts";
import type { FourKeysReport } from "../../../metrics/report.ts";
import type { FourKeysSettings, Window } from "../../../metrics/settings.ts";
import type { Instant } from "../../../records/record.ts";

/** One repository: its numbers are its own, by its own sre.yml. */
export interface OrgRow {
  readonly repo: string;
  readonly report: FourKeysReport;
  readonly detail: FourKeysDetail | null;
  readonly window: Window;
  readonly settings: FourKeysSettings;
  readonly language: Language;
  /** All of its records, where they are printed. */
  readonly ndjson: string | null;
}

/** The repositories of one owner, never added up. */
export interface OrgMeasured {
  readonly org: string;
  readonly rows: readonly OrgRow[];
  /** Without the section `four-keys` in force. */
  readonly without: readonly string[];
  /** Left alone. */
  readonly archived: readonly string[];
  readonly unread: readonly { readonly repo: string; readonly why: string }[];
  readonly at: Instant;
}
