import { defineConfig } from "vitest/config";
import { LONG } from "./test/harness/long.ts";
import LongestFirst from "./test/longest-first.ts";

/** Long plays take minutes each, on a busy machine an hour; this only ends what hangs. */
const TIMEOUT = LONG ? 10_800_000 : 60_000;

export default defineConfig({
  test: {
    include: [LONG ? "test/chaos/**/*.test.ts" : "test/**/*.test.ts"],
    exclude: LONG ? [] : ["test/chaos/**"],
    globalSetup: ["test/databases.ts"],
    setupFiles: ["test/fast-check.ts"],
    reporters: ["default", "./test/plain-line.ts"],
    // Stories mostly wait (for a look to be due, for a process to start): four at a time fill two cores.
    maxWorkers: 4,
    // One process for many files: loading GitHub's schema and the holidays' tables anew for each took half of the time.
    isolate: false,
    // Stories make much that is soon garbage. No --min-semi-space-size: the heap of a sre.yml that is too expensive must end alone.
    execArgv: ["--max-semi-space-size=32"],
    sequence: { sequencer: LongestFirst },
    testTimeout: TIMEOUT,
    hookTimeout: TIMEOUT,
  },
});
