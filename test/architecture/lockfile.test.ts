import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as {
  packages: Record<string, Entry>;
};

// npm leaves out the packages of other platforms where a registry does not have them, and some versions of
// `npm ci` then refuse the lockfile. Each needs at least its exact version.
test("the lockfile has every optional dependency, including those of other platforms", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => {
      const found = lock.packages[`${path}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`];
      return found?.version === undefined;
    }),
  );
  expect(missing).toEqual([]);
});
