import type { OwnIssue } from "../../../github/own-issues.ts";
import type { PlacedRecord } from "../../../records/help-wanted/help-request.ts";

export interface ReportFacts {
  /** Everything that is known of the requests of this home. */
  readonly records: readonly PlacedRecord[];
  /** false: those of this repository only, as in a preview. */
  readonly isShared: boolean;
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}
