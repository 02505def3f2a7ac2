import { wrongEncoding } from "../config/encoding.ts";
import { inWrongEncoding } from "../config/examine.ts";
import { examineBounded } from "../config/examine-bounded.ts";
import { CONFIG_PATH } from "../config/files.ts";
import { MAX_BYTES } from "../config/limits.ts";
import type { Problem } from "../config/problem.ts";
import { singleFindings } from "../config/single.ts";
import { problemOf } from "../config/text/index.ts";
import { CommandError } from "./command-error.ts";
import { readGiven } from "./given-file.ts";
import { usage } from "./help.ts";
import { checkText, commandText } from "./text.ts";
import { parseCommand, UsageError } from "./usage.ts";

/** `detoil check`: validates one sre.yml on its own, without a network. Exit codes: 0 valid (also with warnings), 1 not. */
export async function check(argv: string[]): Promise<number> {
  const { values, positionals } = parseCommand(
    { args: argv, options: { json: { type: "boolean", default: false } }, allowPositionals: true },
    usage.check,
  );
  if (positionals.length > 1) throw new UsageError(checkText.oneFile, usage.check);
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
      const said = severity === "warning" ? checkText.warning : checkText.problem;
      console.error(said(`${file}:${line}:${column}`, message.en));
    }
    if (errors === 0) console.log(checkText.valid(file, problems.length));
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

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readGiven(file);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(`${error.message}\n${commandText.usage(usage.check)}`);
  }
}
