import type { WritableBook } from "./book.ts";
import { memoryDesk } from "./help-wanted/memory-desk.ts";
import { StandingCollection } from "./standing.ts";

/** A book of its own, gone with the process: a preview's. */
export function memoryBook(): WritableBook {
  const readings = new StandingCollection();
  const cursors = new Map<string, unknown>();
  const { desk, add, remove } = memoryDesk();
  return {
    async all() {
      const { commits, changes, deployments, incidents } = readings.standing();
      return {
        commits: commits.map(({ record }) => record),
        changes: recordsOf(changes),
        deployments: recordsOf(deployments),
        incidents: recordsOf(incidents),
      };
    },
    async deployedSince(from, branch) {
      const { changes, deployments } = readings.standing();
      const merged = branch === null ? [] : recordsOf(changes).filter(({ base }) => base === branch);
      return {
        changes: merged.filter(({ mergedAt }) => mergedAt !== null && mergedAt >= from),
        deployments: recordsOf(deployments).filter(({ finishedAt }) => finishedAt !== null && finishedAt >= from),
      };
    },
    updates: async () => recordsOf(readings.standing().updates),
    knownCommits: async (shas) => new Set(shas.filter((sha) => readings.isCommitKnown(sha))),
    cursor: async (name) => cursors.get(name) ?? null,
    desk,
    async record(recording) {
      for (const reading of recording.readings) readings.add(reading);
      for (const { name, value } of recording.cursors) cursors.set(name, value);
      for (const reading of recording.help ?? []) add(reading);
      for (const number of recording.helpGone ?? []) remove(number);
    },
  };
}

function recordsOf<Record>(readings: readonly { readonly record: Record | null }[]): Record[] {
  return readings.flatMap(({ record }) => (record === null ? [] : [record]));
}
