import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import unused from "../../bin/unused.json" with { type: "json" };
import { SRC, sources } from "./sources.ts";

const root = join(import.meta.dirname, "../..");

test.each(unused)("$file imports what stays unloaded at a start: $imports", ({ file, imports }) => {
  const text = readFileSync(join(root, "node_modules", file), "utf8");
  for (const one of imports) expect(text, one).toMatch(new RegExp(`["']${one.replaceAll(".", "\\.")}`));
});

test("no source loads all of date-fns, which are three hundred files", () => {
  const whole = sources.filter(({ file }) => /from "date-fns"/.test(readFileSync(join(SRC, file), "utf8")));
  expect(whole.map(({ file }) => file)).toEqual([]);
  expect(sources.some(({ file }) => readFileSync(join(SRC, file), "utf8").includes('from "date-fns/'))).toBe(true);
});
