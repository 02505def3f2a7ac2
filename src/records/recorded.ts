import type { ChangeRecord, CommitRecord, DeploymentRecord, IncidentRecord } from "./record.ts";

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

/** An issue that had a label when it was read: which labels make incidents is asked when it is counted. */
export interface RecordedIncident extends IncidentRecord {
  /** The number. */
  readonly id: number;
  readonly labels: readonly string[];
}

/** Everything that was seen of one repository, whether it counts or not. */
export interface Recorded {
  readonly commits: readonly CommitRecord[];
  readonly changes: readonly RecordedChange[];
  readonly deployments: readonly RecordedDeployment[];
  readonly incidents: readonly RecordedIncident[];
}
