import type { EventRecord } from "./record.ts";

/** What identifies a record, whoever recorded it and however often: type, repository, and its number, id or sha there. */
export function naturalKey(record: EventRecord): string {
  return `${record.type}\n${record.repo}\n${nameOf(record)}`;
}

function nameOf(record: EventRecord): string {
  switch (record.type) {
    case "commit":
      return record.sha;
    case "change":
      return record.pull === null ? String(record.sha) : `#${record.pull}`;
    case "deployment":
    case "incident":
      return String(record.id);
  }
}
