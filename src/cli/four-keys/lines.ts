import { createReadStream } from "node:fs";
import { CommandError } from "../command-error.ts";
import { fileProblem } from "../given-file.ts";
import { pathGiven } from "../path-given.ts";
import { wrongText } from "./wrong-text.ts";

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
    for await (const chunk of createReadStream(pathGiven(file), { highWaterMark: 1_048_576 })) {
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
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return new CommandError(wrongText.notUtf8(file, line));
  return fileProblem(error, file);
}
