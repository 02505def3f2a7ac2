import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Kysely, PostgresDialect } from "kysely";
import { openEmbeddedPool } from "./embedded-pool.ts";
import { lockFolder } from "./folder-lock.ts";
import { StoreProblem } from "./problem.ts";
import { noSignal } from "./signal.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import { storeText } from "./text.ts";

/**
 * PostgreSQL's WebAssembly without V8's optimizing compiler, which spends two thirds of a start's time and memory on it:
 * measured at a second open, peak 831 → 261 MB and 2.0 → 0.76 s of CPU. Small queries get faster, bulk ones by half slower.
 * They count only before the first WebAssembly of the kind is compiled, and `--liftoff-only` alone changes nothing by then.
 */
const BASELINE_COMPILER = ["--liftoff-only", "--no-wasm-dynamic-tiering", "--no-wasm-tier-up"];

/** Opens the embedded PostgreSQL in `folder` (null: in memory). One process per folder. */
export async function openEmbedded(folder: string | null): Promise<Store> {
  const path = folder === null ? null : join(resolve(folder), "pglite");
  if (path !== null) {
    await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      throw new StoreProblem(storeText.unwritable(String(folder), String(error.code)));
    });
  }
  const unlock = path === null ? async () => {} : await lockFolder(path);
  try {
    for (const flag of BASELINE_COMPILER) setFlagsFromString(flag);
    // Loaded only here: a server with PostgreSQL does not need its memory.
    const { PGlite } = await import("@electric-sql/pglite");
    const pglite = await PGlite.create(path === null ? {} : { dataDir: path });
    const pool = await openEmbeddedPool(pglite);
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    return {
      kind: "PGlite",
      where: folder ?? "memory",
      db,
      signal: noSignal,
      async close() {
        await db.destroy();
        await pglite.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new StoreProblem(storeText.unopened(String(folder), reason));
  }
}
