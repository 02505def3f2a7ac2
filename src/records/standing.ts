import type {
  ChangeReading,
  CommitReading,
  DeploymentReading,
  IncidentReading,
  Reading,
  UpdateReading,
} from "./book.ts";
import type { Instant } from "./record.ts";

/** Of each thing the one reading that stands. */
export interface StandingReadings {
  readonly commits: readonly CommitReading[];
  readonly changes: readonly ChangeReading[];
  readonly deployments: readonly DeploymentReading[];
  readonly incidents: readonly IncidentReading[];
  readonly updates: readonly UpdateReading[];
}

export function standingReadings(readings: readonly Reading[]): StandingReadings {
  const collection = new StandingCollection();
  for (const reading of readings) collection.add(reading);
  return collection.standing();
}

/** Readings in whatever order they come; see `Reading` for which of two stands. */
export class StandingCollection {
  private readonly commits = new Map<string, CommitReading>();
  private readonly changes = new Map<number, ChangeReading>();
  private readonly deployments = new Map<string, DeploymentReading>();
  private readonly incidents = new Map<number | string, IncidentReading>();
  private readonly updates = new Map<number, UpdateReading>();

  add(reading: Reading): void {
    if (reading.type === "change") putIfStands(this.changes, reading);
    else if (reading.type === "deployment") putIfStands(this.deployments, reading);
    else if (reading.type === "incident") putIfStands(this.incidents, reading);
    else if (reading.type === "update") putIfStands(this.updates, reading);
    else if (!this.commits.has(reading.record.sha)) this.commits.set(reading.record.sha, reading);
  }

  isCommitKnown(sha: string): boolean {
    return this.commits.has(sha);
  }

  standing(): StandingReadings {
    return {
      commits: [...this.commits.values()],
      changes: [...this.changes.values()],
      deployments: [...this.deployments.values()],
      incidents: [...this.incidents.values()],
      updates: [...this.updates.values()],
    };
  }
}

function putIfStands<Key, Reading extends { readonly key: Key; readonly version: Instant }>(
  known: Map<Key, Reading>,
  reading: Reading,
): void {
  const before = known.get(reading.key);
  if (before === undefined || reading.version >= before.version) known.set(reading.key, reading);
}
