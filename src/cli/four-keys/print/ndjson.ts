import { naturalKey } from "../../../records/natural-key.ts";
import { writtenRecord } from "../../../records/written.ts";
import type { Measured } from "../measured.ts";

/** All records as they were understood, each once, in the order of their names: `--events` reads them again. */
export function printNdjson({ records }: Measured): string {
  const all = [...records.commits, ...records.changes, ...records.deployments, ...records.incidents];
  return all
    .map((record) => ({ key: naturalKey(record), text: JSON.stringify(writtenRecord(record)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ text }) => text)
    .join("\n");
}
