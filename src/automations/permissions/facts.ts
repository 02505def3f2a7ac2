import type { Sentence } from "../../config/text/sentence.ts";
import type { OwnIssue } from "../../github/own-issues.ts";
import type { MissingPermission } from "../missing-permissions.ts";

/** One automation that is off, and what it lacks; or one that is on and leaves something out. */
export interface MissingOf {
  readonly automation: string;
  readonly part: Sentence;
  readonly missing: readonly MissingPermission[];
  /** What is left out; absent: it is off. */
  readonly leftOut?: Sentence;
}

export interface PermissionFacts {
  /** null: what is granted is not known. */
  readonly lacking: readonly MissingOf[] | null;
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}
