import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A real PostgreSQL server, without a database name. */
    postgres: string;
  }
}

/** Vitest's global set-up: one real PostgreSQL for all tests that want one. Where it cannot run that is an error: nothing is skipped. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "postgres-server.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const address = await Promise.race([
    once(createInterface(child.stdout), "line").then(([line]) => String(line)),
    exited.then(() => null),
  ]);
  if (address === null) {
    throw new Error("There is no PostgreSQL to test with: see above.");
  }
  project.provide("postgres", address);
  return async () => {
    child.stdin.end();
    await exited;
  };
}
