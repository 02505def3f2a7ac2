import type { Reading, WritableBook } from "./book.ts";
import type { CommitRecord, Instant } from "./record.ts";
import type { RecordedChange, RecordedDeployment, RecordedIncident } from "./recorded.ts";

/** A book of its own, gone with the process: a preview's. */
export function memoryBook(): WritableBook {
  const commits = new Map<string, CommitRecord>();
  const changes = new Shelf<number, RecordedChange>();
  const deployments = new Shelf<string, RecordedDeployment>();
  const incidents = new Shelf<number, RecordedIncident>();
  const cursors = new Map<string, unknown>();

  function put(reading: Reading): void {
    if (reading.type === "change") changes.put(reading);
    else if (reading.type === "deployment") deployments.put(reading);
    else if (reading.type === "incident") incidents.put(reading);
    else if (!commits.has(reading.record.sha)) commits.set(reading.record.sha, reading.record);
  }

  return {
    async all() {
      return {
        commits: [...commits.values()],
        changes: changes.records(),
        deployments: deployments.records(),
        incidents: incidents.records(),
      };
    },
    knownCommits: async (shas) => new Set(shas.filter((sha) => commits.has(sha))),
    cursor: async (name) => cursors.get(name) ?? null,
    async record({ readings, cursors: added }) {
      for (const reading of readings) put(reading);
      for (const { name, value } of added) cursors.set(name, value);
    },
  };
}

interface Standing<Record> {
  readonly version: Instant;
  readonly record: Record | null;
}

/** The reading of each thing that stands. */
class Shelf<Key, Record> {
  private readonly known = new Map<Key, Standing<Record>>();

  put({ key, ...reading }: Standing<Record> & { readonly key: Key }): void {
    const before = this.known.get(key);
    if (before === undefined || reading.version >= before.version) this.known.set(key, reading);
  }

  records(): Record[] {
    return [...this.known.values()].flatMap(({ record }) => (record === null ? [] : [record]));
  }
}
