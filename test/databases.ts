import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A real PostgreSQL server, without a database name. */
    postgres: string;
  }
}

/** Vitest's global set-up: one real PostgreSQL for all tests that want one. Where it cannot run, that is said, and nothing is skipped. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("postgres", server.url);
  return () => server.stop();
}
