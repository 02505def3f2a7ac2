import { migrate } from "./migrate.ts";
import type { Store } from "./store.ts";

export interface StoreOptions {
  /** A PostgreSQL server; null: embedded, in `folder`. */
  readonly databaseUrl: string | null;
  /** null: in memory, gone with the process. */
  readonly folder: string | null;
}

/** Opens the database and brings its tables up to date. Throws StoreProblem with one sentence. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const store = await connect(options);
  try {
    await migrate(store.db);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

async function connect({ databaseUrl, folder }: StoreOptions): Promise<Store> {
  if (databaseUrl !== null) {
    const { openServer } = await import("./server.ts");
    return openServer(databaseUrl);
  }
  const { openEmbedded } = await import("./embedded.ts");
  return openEmbedded(folder);
}
