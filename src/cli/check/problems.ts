import type { Diagnostic } from "../../config/diagnostic.ts";
import { wrongEncoding } from "../../config/encoding.ts";
import { inWrongEncoding } from "../../config/examine.ts";
import { examineBounded } from "../../config/examine-bounded.ts";
import { MAX_BYTES } from "../../config/limits.ts";
import type { Problem } from "../../config/problem.ts";
import { singleFindings } from "../../config/single.ts";
import { problemOf } from "../../config/text/index.ts";
import { checkText } from "../text.ts";

interface FileProblems {
  readonly problems: readonly Problem[];
  /** The text is no YAML, and what else may be wrong with it nobody knows yet. */
  readonly isUnread: boolean;
}

/** These are about the file as a whole: after them there is no rest. */
const WHOLE: ReadonlySet<Diagnostic["kind"]> = new Set([
  ...(["too-large", "too-deep", "too-many-values", "too-slow", "wrong-encoding"] as const),
  ...(["empty-file", "not-a-mapping"] as const),
]);

/** What is wrong with one file on its own. */
export async function problemsOf(bytes: Uint8Array, file: string): Promise<FileProblems> {
  // the check itself reports the limit; a text far beyond it need not be decoded
  const read = bytes.subarray(0, 2 * MAX_BYTES);
  const encoding = bytes.length > MAX_BYTES ? null : wrongEncoding(bytes);
  const examined =
    encoding === null ? await examineBounded(new TextDecoder("utf-8").decode(read)) : inWrongEncoding(encoding);
  const findings = singleFindings(examined, file);
  const isUnread = examined.value === null && findings.every(({ diagnostic }) => !WHOLE.has(diagnostic.kind));
  return { problems: findings.map((finding) => problemOf(finding)), isUnread };
}

export function errorsAmong(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === "error").length;
}

/** On standard error, as `FILE:LINE:COL: message`. */
export function tell(problems: readonly Problem[]): void {
  for (const { file, line, column, message, severity } of problems) {
    const said = severity === "warning" ? checkText.warning : checkText.problem;
    console.error(said(`${file}:${line}:${column}`, message.en));
  }
}
