import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Kysely, PGliteDialect } from "kysely";
import { fromPglite } from "pg-boss";
import { lockFolder } from "./folder-lock.ts";
import { StoreProblem } from "./problem.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Opens the embedded PostgreSQL in `folder` (null: in memory). One process per folder. */
export async function openEmbedded(folder: string | null): Promise<Store> {
  const path = folder === null ? null : join(resolve(folder), "pglite");
  if (path !== null) {
    await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      throw new StoreProblem(`DETOIL_DATA: the folder ${folder} cannot be written (${error.code}).`);
    });
  }
  const unlock = path === null ? async () => {} : await lockFolder(path);
  try {
    // Loaded only here: it is 300 MB that a server with PostgreSQL does not need.
    const { PGlite } = await import("@electric-sql/pglite");
    const pglite = await PGlite.create(path === null ? {} : { dataDir: path });
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    return {
      kind: "PGlite",
      where: folder ?? "memory",
      db,
      jobs: fromPglite(pglite),
      async close() {
        await db.destroy();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw new StoreProblem(
      `The embedded database in ${folder} cannot be opened (${error instanceof Error ? error.message.split("\n")[0] : "unknown error"}): restore it from a backup, or move the folder away to start with an empty one; Detoil reads everything from GitHub again.`,
    );
  }
}
