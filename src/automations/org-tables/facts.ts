import type { OwnIssue } from "../../github/own-issues.ts";
import type { Summarized } from "../../records/summary.ts";

export interface OrgTableFacts {
  /** The automation whose table it is; null: one that this version does not know. */
  readonly automation: string | null;
  /** Every repository of the installation. */
  readonly repositories: readonly Summarized[];
  /** The same ones, with how sre.yml stands there. */
  readonly configs: readonly Summarized[];
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}
