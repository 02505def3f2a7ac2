import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres/start.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A real PostgreSQL server, without a database name. */
    postgres: string;
    /** Where the first test that needs one puts an empty PGlite folder, for the others to copy. */
    pglite: string;
  }
}

/**
 * Vitest's global set-up: one real PostgreSQL for all tests that want one. If it cannot run, that is printed, and
 * nothing is skipped.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("postgres", server.url);
  const templates = mkdtempSync(join(tmpdir(), "detoil-pglite-"));
  project.provide("pglite", join(templates, "empty"));
  return async () => {
    await server.stop();
    rmSync(templates, { recursive: true, force: true });
  };
}
