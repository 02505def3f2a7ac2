import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const tests = join(import.meta.dirname, "..");

test("what draws at random, or is mostly told on the server, the chaos suite has too", () => {
  const paths = globSync("**/*.test.ts", { cwd: tests }).map((path) => join(tests, path));
  const text = (path: string) => readFileSync(path, "utf8");
  const chaos = paths.filter((path) => path.startsWith(join(tests, "chaos")));
  const imported = chaos.flatMap((path) =>
    [...text(path).matchAll(/^import "(.+)";$/gm)].map(([, to = ""]) => resolve(path, "..", to)),
  );
  const short = paths.filter((path) =>
    /\bfc\.assert\(|\b(mostlyOnServer|furtherStory)\(|\b(LONG|momentsOf)\b/.test(text(path)),
  );
  const ordinary = short.filter((path) => !chaos.includes(path) && path !== import.meta.filename);
  expect(imported.length).toBeGreaterThan(20);
  const missing = ordinary.filter((path) => !imported.includes(path));
  expect(missing, "to be imported in test/chaos/properties.test.ts or stories.test.ts").toEqual([]);
});
