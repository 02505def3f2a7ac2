import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [process.env.DETOIL_CHAOS === "1" ? "test/chaos/**/*.test.ts" : "test/**/*.test.ts"],
    exclude: process.env.DETOIL_CHAOS === "1" ? [] : ["test/chaos/**"],
    globalSetup: ["test/databases.ts"],
    reporters: ["default", "./test/plain-line.ts"],
    // Stories mostly wait (for a look to be due, for a process to start): three at a time fill two cores.
    maxWorkers: 3,
    // One process for many files: loading GitHub's schema and the holidays' tables anew for each took half of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
