import type { Evaluation } from "../../config/evaluate.ts";
import type { Problem } from "../../config/problem.ts";
import type { MilestoneCount } from "../../config/sections/milestones/milestone-count.ts";
import type { OwnCheckRun } from "../../github/own-check.ts";
import type { OwnIssue } from "../../github/own-issues.ts";
import type { SuiteFacts } from "./suite/facts.ts";

export const CHECK = "Detoil / config";

/** An open pull request that touches sre.yml, or did so at the last reconciliation. */
export interface PullFacts {
  readonly number: number;
  readonly base: string;
  /** Its head branch's name, in whatever repository. */
  readonly head: string;
  readonly headOid: string;
  readonly fromFork: boolean;
  /** null: it does not touch the file (any more). */
  readonly touched: "changed" | "deleted" | null;
  /** A file that it adds under a misspelled name of sre.yml; null where the right file is there too. */
  readonly misnamed: string | null;
  readonly evaluation: Evaluation | null;
  /** The number of open milestones that get its new tasks; null: it brings none. */
  readonly milestones: MilestoneCount | null;
  /** false: there are no issues to report a broken file on the default branch in. */
  readonly hasIssues: boolean;
  readonly current: OwnCheckRun | null;
}

export interface DefaultFacts {
  /** Errors to report in this repository: another repository's are reported there. */
  readonly problems: readonly Problem[];
  /** A file under a misspelled name of sre.yml, where the right one is missing. */
  readonly misnamed: string | null;
  /** Detoil's own issue about the file on the default branch. */
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}

/** A merge group's commit on which a merge queue waits for the check. */
export interface MergeGroupFacts {
  readonly headOid: string;
  /** Its pull requests that touch the file. */
  readonly pulls: readonly PullFacts[];
  readonly current: OwnCheckRun | null;
}

export interface ConfigFacts {
  /** null: the target is not one, or nobody waits for it. */
  readonly suite: SuiteFacts | null;
  /** null: the target is not one, or the check cannot be required there. */
  readonly group: MergeGroupFacts | null;
  readonly pulls: readonly PullFacts[];
  /** null: the target is not the default branch. */
  readonly onDefault: DefaultFacts | null;
}
