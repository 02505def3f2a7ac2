import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [process.env.DETOIL_CHAOS === "1" ? "test/chaos/**/*.test.ts" : "test/**/*.test.ts"],
    exclude: process.env.DETOIL_CHAOS === "1" ? [] : ["test/chaos/**"],
    globalSetup: ["test/databases.ts"],
    reporters: ["default", "./test/plain-line.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
