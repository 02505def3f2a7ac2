import { createReadStream } from "node:fs";
import { CommandError } from "../command-error.ts";

/** The lines of a UTF-8 file with their numbers from 1, blank ones left out. Throws `CommandError`. */
export async function* linesOf(file: string): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 0;
  let rest = "";
  const numbered = function* (texts: readonly string[]) {
    for (const text of texts) {
      line += 1;
      if (text.trim() !== "") yield { line, text };
    }
  };
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) {
      const texts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split("\n");
      rest = texts.pop() ?? "";
      yield* numbered(texts);
    }
    yield* numbered([rest + decoder.decode()]);
  } catch (error) {
    throw explained(error, file, line + 1);
  }
}

function explained(error: unknown, file: string, line: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return new CommandError(`There is no file ${file}.`);
  if (code === "EISDIR") return new CommandError(`${file} is a directory. Name files of records.`);
  if (code === "EACCES") return new CommandError(`${file} cannot be read: it belongs to somebody else.`);
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
    return new CommandError(`${file} is not UTF-8, at or after line ${line}. Save it as UTF-8.`);
  return error;
}
