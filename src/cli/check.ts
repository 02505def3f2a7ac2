import { readFile } from "node:fs/promises";
import { wrongEncoding } from "../config/encoding.ts";
import { inWrongEncoding } from "../config/examine.ts";
import { examineBounded } from "../config/examine-bounded.ts";
import { CONFIG_PATH } from "../config/files.ts";
import { MAX_BYTES } from "../config/limits.ts";
import type { Problem } from "../config/problem.ts";
import { singleFindings } from "../config/single.ts";
import { problemOf } from "../config/text/index.ts";
import { CommandError } from "./command-error.ts";
import { usage } from "./help.ts";
import { parseCommand, UsageError } from "./usage.ts";

/** `detoil check`: validates one sre.yml on its own, without a network. Exit codes: 0 valid (also with warnings), 1 not. */
export async function check(argv: string[]): Promise<number> {
  const { values, positionals } = parseCommand(
    { args: argv, options: { json: { type: "boolean", default: false } }, allowPositionals: true },
    usage.check,
  );
  if (positionals.length > 1) throw new UsageError(`One file at a time.\nUsage: ${usage.check}`);
  const file = positionals[0] ?? CONFIG_PATH;
  const problems = await problemsOf(await bytesOf(file), file);
  const errors = problems.filter((problem) => problem.severity === "error").length;
  if (values.json) {
    const shown = problems.map(({ line, column, path, message, severity }) => ({
      line,
      column,
      path,
      message: message.en,
      severity,
    }));
    console.log(JSON.stringify(shown, null, 2));
  } else {
    for (const { line, column, message, severity } of problems) {
      console.error(`${file}:${line}:${column}: ${severity === "warning" ? "warning: " : ""}${message.en}`);
    }
    if (errors === 0) console.log(`${file} is valid${warnings(problems.length)}.`);
  }
  return errors > 0 ? 1 : 0;
}

async function problemsOf(bytes: Uint8Array, file: string): Promise<Problem[]> {
  // the check itself reports the limit; a text far beyond it need not be decoded
  const read = bytes.subarray(0, 2 * MAX_BYTES);
  const encoding = bytes.length > MAX_BYTES ? null : wrongEncoding(bytes);
  const examined =
    encoding === null ? await examineBounded(new TextDecoder("utf-8").decode(read)) : inWrongEncoding(encoding);
  return singleFindings(examined, file).map((finding) => problemOf(finding));
}

function warnings(count: number): string {
  if (count === 0) return "";
  return count === 1 ? ", with 1 warning" : `, with ${count} warnings`;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") throw new CommandError(`There is no file ${file}. Name one: ${usage.check}`);
    if (code === "EISDIR") throw new CommandError(`${file} is a directory. Name a file: ${usage.check}`);
    throw new CommandError(`${file} cannot be read${typeof code === "string" ? ` (${code})` : ""}.`);
  }
}
