import type { WritableBook } from "../../records/book.ts";
import { storedDesk } from "../help-wanted/desk.ts";
import type { Store } from "../store.ts";
import { knownCommits, readCursor, readDeployedSince, readRecords, readUpdates } from "./read.ts";
import { record } from "./record.ts";
import type { RecordScope } from "./scope.ts";

/** What is recorded of one repository, in the database. */
export function storedBook(store: Store, scope: RecordScope): WritableBook {
  return {
    all: () => readRecords(store.db, scope),
    deployedSince: (from, branch) => readDeployedSince(store.db, scope, from, branch),
    updates: () => readUpdates(store.db, scope),
    knownCommits: (shas) => knownCommits(store.db, scope, shas),
    cursor: (name) => readCursor(store.db, scope, name),
    desk: storedDesk(store, scope),
    record: (recording) => record(store, scope, recording),
  };
}
