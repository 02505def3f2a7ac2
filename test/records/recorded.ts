import { createHash } from "node:crypto";
import type { UpdateReading } from "../../src/records/book.ts";
import type { RecordedChange, RecordedDeployment, RecordedIncident } from "../../src/records/recorded.ts";
import { change, deployment, incident } from "../metrics/records.ts";

/** A sha that a short name stands for, as in a world file. */
export function sha(name: string): string {
  return createHash("sha1").update(name).digest("hex");
}

/** A pull request `#N` from `feature-N` into develop. */
export function pull(number: number, mergedAt: number | null, more: Partial<RecordedChange> = {}): RecordedChange {
  return {
    ...change(number, mergedAt, { sha: sha(`m${number}`) }),
    pull: number,
    base: "develop",
    head: `feature-${number}`,
    fork: false,
    ...more,
  };
}

export function deployed(
  id: number | string,
  finishedAt: number,
  more: Partial<RecordedDeployment> = {},
): RecordedDeployment {
  return { ...deployment(id, sha(`m${id}`), finishedAt), source: "environment", ...more };
}

export function labeled(id: number, openedAt: number, labels: readonly string[]): RecordedIncident {
  return { ...incident(id, openedAt, null), id, labels };
}

/** A merged update, as it is read. */
export function updated(number: number, closedAt: number, version = closedAt): UpdateReading {
  return {
    ...{ type: "update", key: number, version },
    record: {
      ...{ number, bot: "renovate", kind: "minor", security: false, automerge: null, state: "merged" },
      ...{ openedAt: closedAt - 1, closedAt, packages: [] },
    },
  };
}
