/** A moment in milliseconds since 1970, UTC. */
export type Instant = number;

/** What a source calls a deployment or an incident; shown as it was given, compared as a text. */
export type RecordId = string | number;

/** A commit, as far as the commit graph needs it. */
export interface CommitRecord {
  readonly type: "commit";
  /** `owner/name` */
  readonly repo: string;
  readonly sha: string;
  readonly parents: readonly string[];
  readonly authoredAt: Instant | null;
  readonly committedAt: Instant | null;
}

/** A pull request. Times are null where they are not known. */
export interface ChangeRecord {
  readonly type: "change";
  readonly repo: string;
  /** Its number; at least one of `pull` and `sha` is known. */
  readonly pull: number | null;
  /** Its merge commit. */
  readonly sha: string | null;
  readonly author: string | null;
  /** The earliest authored date among its commits. */
  readonly firstCommitAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly readyAt: Instant | null;
  /** By somebody else than its author. */
  readonly firstReviewAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly mergedAt: Instant | null;
  readonly labels: readonly string[];
  /** Empty: it names none, and ships with every deployment. */
  readonly services: readonly string[];
  /** The merge commit of what it reverts. */
  readonly reverts: string | null;
  /** The number of the pull request that it repairs, as a hotfix names it. */
  readonly repairs: number | null;
}

export interface DeploymentRecord {
  readonly type: "deployment";
  readonly repo: string;
  readonly id: RecordId;
  readonly environment: string;
  /** null: it ships every service. */
  readonly service: string | null;
  readonly sha: string | null;
  readonly status: "success" | "failure";
  readonly startedAt: Instant | null;
  /** null for a failed one only. */
  readonly finishedAt: Instant | null;
  /** Merge commits of the changes that it brought; empty: none; null: not known. */
  readonly changes: readonly string[] | null;
}

export interface IncidentRecord {
  readonly type: "incident";
  readonly repo: string;
  readonly id: RecordId;
  readonly openedAt: Instant;
  /** null: it goes on. */
  readonly resolvedAt: Instant | null;
  /** The deployment that it names; null: it names none. */
  readonly deployment: RecordId | null;
  readonly source: string | null;
}

/** History that GitHub does not keep or that is dear to read again (contract §7). */
export type EventRecord = CommitRecord | ChangeRecord | DeploymentRecord | IncidentRecord;

/** Records by kind, each natural key once. */
export interface Records {
  readonly commits: readonly CommitRecord[];
  readonly changes: readonly ChangeRecord[];
  readonly deployments: readonly DeploymentRecord[];
  readonly incidents: readonly IncidentRecord[];
}
