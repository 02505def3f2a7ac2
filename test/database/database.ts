import type { Store } from "../../src/store/store.ts";

/** An empty database of one kind, opened as often as wanted (a server only: several at once). */
export interface TestDatabase {
  readonly name: "PGlite" | "PostgreSQL";
  /** What a server process is told: DATABASE_URL or DETOIL_DATA. */
  readonly environment: Readonly<Record<string, string>>;
  open(): Promise<Store>;
  /** Closes what is open and removes it. */
  drop(): Promise<void>;
  /** The same where only rows were changed: it may be emptied for the next, since making one takes a while. */
  giveBack(): Promise<void>;
}
