import type { Judgement } from "../../config/judge.ts";
import type { MilestoneCount } from "../../config/milestone-changes.ts";
import type { Problem } from "../../config/problem.ts";
import type { OwnCheckRun } from "../../github/own-check.ts";
import type { OwnIssue } from "../../github/own-issues.ts";
import type { SuiteFacts } from "./suite/facts.ts";

export const CHECK = "Detoil / config";

/** An open pull request that touches sre.yml, or did so when Detoil last looked. */
export interface PullFacts {
  readonly number: number;
  readonly base: string;
  /** Its head branch's name, wherever that branch lies. */
  readonly head: string;
  readonly headOid: string;
  readonly fromFork: boolean;
  /** null: it does not touch the file (any more). */
  readonly touched: "changed" | "deleted" | null;
  /** A file that it brings under a name that only resembles sre.yml's; null where the right one is there, too. */
  readonly misnamed: string | null;
  readonly judgement: Judgement | null;
  /** For how many open milestones its new tasks are; null: it brings none. */
  readonly milestones: MilestoneCount | null;
  /** false: no issue can say that the file on the default branch is broken. */
  readonly hasIssues: boolean;
  readonly current: OwnCheckRun | null;
}

export interface DefaultFacts {
  /** Errors that this repository is told of: another file's are told where that file is. */
  readonly problems: readonly Problem[];
  /** A file whose name only resembles sre.yml's, where the right one is missing. */
  readonly misnamed: string | null;
  /** Detoil's own issue about the file on the default branch. */
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}

/** What a merge queue waits for: the check on the commit of one of its groups. */
export interface MergeGroupFacts {
  readonly headOid: string;
  /** Those of its pull requests that touch the file. */
  readonly pulls: readonly PullFacts[];
  readonly current: OwnCheckRun | null;
}

export interface ConfigFacts {
  /** null: the look is not about one, or nobody waits for it. */
  readonly suite: SuiteFacts | null;
  /** null: the look is not about one, or nobody can ask for the check there. */
  readonly group: MergeGroupFacts | null;
  readonly pulls: readonly PullFacts[];
  /** null: the default branch is not what the look is about. */
  readonly onDefault: DefaultFacts | null;
}
