import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/security.md"), "utf8");

interface Row {
  readonly threat: string;
  readonly cells: readonly string[];
}

/** The rows of all tables, without their heads. */
const rows: readonly Row[] = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:threat|---)/.test(line))
  .map((line) => {
    const cells = line.slice(2, -2).split(" | ");
    return { threat: cells[0] ?? "", cells };
  });

/** Test files of a row, with what is quoted behind each; "the same" is the file of the row before. */
function testsOf({ cells }: Row, before: string): { readonly file: string; readonly names: readonly string[] }[] {
  const cell = cells[2] ?? "";
  const parts = cell.split(/(?=`test\/)/).filter((part) => part.includes("`test/"));
  const named = (part: string) => [...part.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []);
  if (parts.length === 0) return [{ file: before, names: named(cell) }];
  return parts.map((part) => ({ file: /`(test\/[^`]+)`/.exec(part)?.[1] ?? "", names: named(part) }));
}

test("each threat has its defense, and names tests that exist", () => {
  expect(rows.length).toBeGreaterThan(25);
  const wrong: string[] = [];
  let before = "";
  for (const row of rows) {
    if (row.cells.length !== 4 || row.cells.some((cell) => cell.trim() === "")) wrong.push(`${row.threat}: four cells`);
    for (const { file, names } of testsOf(row, before)) {
      before = file;
      const text = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : null;
      if (text === null) wrong.push(`${row.threat}: no ${file}`);
      wrong.push(...names.filter((name) => text?.includes(name) === false).map((name) => `${file} has no "${name}"`));
    }
  }
  expect(wrong).toEqual([]);
});
