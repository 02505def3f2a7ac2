import type { OwnIssue } from "../../../github/own-issues.ts";
import type { Overview } from "../../../metrics/overview.ts";
import type { Definition } from "../../../records/definitions.ts";
import type { Instant } from "../../../records/record.ts";

/** How far the repository's history was read. */
export interface HistoryProgress {
  /** Pull requests read, of about so many (null: not known yet); null: all that was to be read is. */
  readonly reading: { readonly read: number; readonly total: number | null } | null;
  /** What happened from then on is recorded; null: of no day all is. */
  readonly completeFrom: Instant | null;
}

export interface ReportFacts {
  readonly overview: Overview;
  readonly history: HistoryProgress;
  /** Where nothing that counts was deployed: the environments to which something was. */
  readonly elsewhere: readonly string[];
  /** What counts now, and what did before, the latest last. */
  readonly definitions: readonly Definition[];
  /** The last of them is not recorded yet. */
  readonly isDefinedAnew: boolean;
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}
