import { naturalKey } from "./natural-key.ts";
import type { EventRecord, Records } from "./record.ts";
import { isSame, supersedes } from "./supersedes.ts";

/** Records in whatever order and however often they come: each natural key once, the later content in force. */
export class RecordCollection {
  private readonly known = new Map<string, EventRecord>();

  /** Whether a record with its natural key and other content is there already. */
  add(record: EventRecord): boolean {
    const key = naturalKey(record);
    const before = this.known.get(key);
    if (before === undefined) {
      this.known.set(key, record);
      return false;
    }
    if (isSame(before, record)) return false;
    if (supersedes(record, before)) this.known.set(key, record);
    return true;
  }

  records(): Records {
    const records = { commits: [], changes: [], deployments: [], incidents: [] } as {
      -readonly [Kind in keyof Records]: Records[Kind][number][];
    };
    for (const record of this.known.values()) {
      if (record.type === "commit") records.commits.push(record);
      else if (record.type === "change") records.changes.push(record);
      else if (record.type === "deployment") records.deployments.push(record);
      else records.incidents.push(record);
    }
    return records;
  }
}
