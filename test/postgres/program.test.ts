import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findPostgres, openToAll } from "./program.ts";

/** As `/root`, and as homes are on many machines. */
function closedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "detoil-closed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("PostgreSQL runs from a folder that is closed to others, whoever starts the tests", () => {
  const first = findPostgres();
  const closed = closedFolder();
  cpSync(join(first.bin, ".."), closed, { recursive: true, verbatimSymlinks: true });
  const { bin, owner, folder } = findPostgres(join(closed, "bin"));
  onTestFinished(() => [first.folder, folder].forEach((one) => void rmSync(one, { recursive: true })));
  expect(execFileSync(join(bin, "postgres"), ["--version"], { ...owner, encoding: "utf8" })).toContain("PostgreSQL");
});

test("a folder within a closed one is closed, and if all are, the error names the remedy", () => {
  const closed = closedFolder();
  const within = join(closed, "open");
  mkdirSync(within, { mode: 0o755 });
  expect(openToAll([within, "/"])).toBe("/");
  expect(() => openToAll([closed, within])).toThrow(/set TMPDIR to a folder that everybody may enter\.$/);
});
