import type { HelpDesk } from "./help-wanted/desk.ts";
import type { HelpReading } from "./help-wanted/help-request.ts";
import type { CommitRecord, Instant } from "./record.ts";
import type {
  DeploymentSource,
  Recorded,
  RecordedChange,
  RecordedDeployment,
  RecordedIncident,
  RecordedUpdate,
} from "./recorded.ts";
import type { Summary } from "./summary.ts";

/**
 * One reading of one thing: the one with the later `version` (when GitHub says that it was updated) stands, of two with the
 * same the one that came later. Without a record there is no such thing, or no longer: deleted, unpublished, its label gone.
 * That is kept too, so that an older page does not bring it back.
 */
interface Versioned<Type extends string, Key, Record> {
  readonly type: Type;
  readonly key: Key;
  readonly version: Instant;
  readonly record: Record | null;
}

/** `key`: its number. */
export type ChangeReading = Versioned<"change", number, RecordedChange>;
type DeploymentKey = `${DeploymentSource}/${string}`;
/** `key`: its source and id, as `release/12`. */
export type DeploymentReading = Versioned<"deployment", DeploymentKey, RecordedDeployment>;
/** `key`: an issue's number, or the id of one that was posted, as a text. */
export type IncidentReading = Versioned<"incident", number | string, RecordedIncident>;
/** `key`: its number. */
export type UpdateReading = Versioned<"update", number, RecordedUpdate>;
/** A commit never changes. */
export interface CommitReading {
  readonly type: "commit";
  readonly record: CommitRecord;
}
export type Reading = CommitReading | ChangeReading | DeploymentReading | IncidentReading | UpdateReading;

/** How far something was read; plain JSON. */
export interface Cursor {
  readonly name: string;
  readonly value: unknown;
}

/** What one reconciliation adds. */
export interface Recording {
  readonly readings: readonly Reading[];
  readonly cursors: readonly Cursor[];
  /** What the organization's table says of the repository. */
  readonly summary?: Summary;
  /** Requests for help, and what the report keeps of them. */
  readonly help?: readonly HelpReading[];
  /** Numbers of issues and pull requests that are no longer there. */
  readonly helpGone?: readonly number[];
}

/** What is recorded of one repository. */
export interface RecordBook {
  /** What the Four Keys are counted from. */
  all(): Promise<Recorded>;
  /** Deployments that finished from then on, and what was merged into `branch`, where that is one: null, where it is none. */
  deployedSince(from: Instant, branch: string | null): Promise<Pick<Recorded, "changes" | "deployments">>;
  /** Update pull requests that are closed. */
  updates(): Promise<readonly RecordedUpdate[]>;
  knownCommits(shas: readonly string[]): Promise<ReadonlySet<string>>;
  /** null: there is none. */
  cursor(name: string): Promise<unknown>;
  readonly desk: HelpDesk;
}

export interface WritableBook extends RecordBook {
  /** All of it or nothing. */
  record(recording: Recording): Promise<void>;
}
