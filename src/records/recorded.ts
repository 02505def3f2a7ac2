import type { ChangeRecord, CommitRecord, DeploymentRecord, IncidentRecord, Instant } from "./record.ts";

/** Where a deployment was seen: the key of `deployments` in sre.yml that counts it. */
export type DeploymentSource = "environment" | "release" | "tag" | "merge" | "external" | "workflow";

/** A merged pull request as GitHub shows it: the record, and what decides whether it counts. */
export interface RecordedChange extends ChangeRecord {
  readonly pull: number;
  /** Names of branches. */
  readonly base: string;
  readonly head: string;
  /** Its head is in another repository. */
  readonly fork: boolean;
}

/** Of a tag the id is its name. */
export interface RecordedDeployment extends DeploymentRecord {
  readonly source: DeploymentSource;
}

/**
 * An issue that had a label when it was read: which labels make incidents is asked when it is counted. Or one that was posted,
 * which has none and counts.
 */
export interface RecordedIncident extends IncidentRecord {
  readonly labels: readonly string[] | null;
}

/** An update of a dependency, as its bot's pull request said it. */
interface RecordedPackage {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: string;
}

/** A pull request of a bot that updates dependencies, once it was closed: of its text what is counted and shown. */
export interface RecordedUpdate {
  readonly number: number;
  readonly bot: string;
  readonly kind: string;
  readonly security: boolean;
  readonly automerge: boolean | null;
  readonly state: "merged" | "superseded" | "closed";
  readonly openedAt: Instant;
  readonly closedAt: Instant;
  readonly packages: readonly RecordedPackage[];
}

/** Everything that the Four Keys are counted from: what was seen of one repository, whether it counts or not. */
export interface Recorded {
  readonly commits: readonly CommitRecord[];
  readonly changes: readonly RecordedChange[];
  readonly deployments: readonly RecordedDeployment[];
  readonly incidents: readonly RecordedIncident[];
}
