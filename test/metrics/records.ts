import type { FourKeysSettings, Window } from "../../src/metrics/settings.ts";
import { RecordCollection } from "../../src/records/collection.ts";
import type {
  ChangeRecord,
  CommitRecord,
  DeploymentRecord,
  EventRecord,
  IncidentRecord,
  Records,
} from "../../src/records/record.ts";

const REPO = "acme/shop";
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Midnight (UTC) of a day of November 2026, which begins on a Sunday, and hours after it. */
export function november(day: number, hours = 0): number {
  return Date.UTC(2026, 10, day) + hours * HOUR;
}

export const NOVEMBER: Window = { from: november(1), to: november(29) };

/** The defaults of section `four-keys`. */
export const SETTINGS: FourKeysSettings = {
  environments: ["production"],
  leadTime: "first-commit",
  statistic: "p50",
  bands: 2023,
  ignoreAuthors: [],
  hotfixLabels: ["hotfix"],
  excludeLabels: [],
  reverts: true,
  rollbacks: true,
  timezone: "UTC",
  weekStarts: "mon",
};

/** A pull request `#N` whose merge commit is `mN`. */
export function change(pull: number, mergedAt: number | null, more: Partial<ChangeRecord> = {}): ChangeRecord {
  return {
    type: "change",
    repo: REPO,
    pull,
    sha: `m${pull}`,
    author: "alice",
    firstCommitAt: null,
    openedAt: null,
    readyAt: null,
    firstReviewAt: null,
    approvedAt: null,
    mergedAt,
    labels: [],
    services: [],
    reverts: null,
    repairs: null,
    ...more,
  };
}

export function deployment(
  id: number | string,
  sha: string | null,
  finishedAt: number,
  more: Partial<DeploymentRecord> = {},
): DeploymentRecord {
  return {
    type: "deployment",
    repo: REPO,
    id,
    environment: "production",
    service: null,
    sha,
    status: "success",
    startedAt: null,
    finishedAt,
    changes: null,
    ...more,
  };
}

export function commit(sha: string, ...parents: string[]): CommitRecord {
  return { type: "commit", repo: REPO, sha, parents, authoredAt: null, committedAt: null };
}

export function incident(
  id: number | string,
  openedAt: number,
  resolvedAt: number | null,
  more: Partial<IncidentRecord> = {},
): IncidentRecord {
  return { type: "incident", repo: REPO, id, openedAt, resolvedAt, deployment: null, source: null, ...more };
}

export function collected(...records: readonly EventRecord[]): Records {
  const collection = new RecordCollection();
  for (const record of records) collection.add(record);
  return collection.records();
}
