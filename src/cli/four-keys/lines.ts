import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { fileProblem } from "../given-file.ts";

export interface Line {
  /** From 1 on. */
  readonly line: number;
  /** null: it is not UTF-8. */
  readonly text: string | null;
}

const [NEWLINE, BYTE_ORDER_MARK] = [0x0a, "\uFEFF"];

/** The lines of a file, blank ones left out. Throws `CommandError`. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let line = 0;
  let rest: Buffer[] = [];
  const numbered = function* (texts: readonly (string | null)[]): Generator<Line> {
    for (const text of texts) {
      line += 1;
      if (text?.trim() !== "")
        yield { line, text: line === 1 && text !== null ? text.replace(BYTE_ORDER_MARK, "") : text };
    }
  };
  try {
    const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 1_048_576 });
    for await (const chunk of chunks) {
      const end = chunk.lastIndexOf(NEWLINE);
      if (end >= 0) yield* numbered(textsIn(Buffer.concat([...rest, chunk.subarray(0, end)])));
      rest = end < 0 ? [...rest, chunk] : [chunk.subarray(end + 1)];
    }
    yield* numbered(textsIn(Buffer.concat(rest)));
  } catch (error) {
    throw fileProblem(error, file);
  }
}

/** Of whole lines; no other character of UTF-8 has the byte of a newline in it. */
function textsIn(bytes: Buffer): (string | null)[] {
  if (isUtf8(bytes)) return bytes.toString().split("\n");
  const texts: (string | null)[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, start);
    const line = bytes.subarray(start, found < 0 ? bytes.length : found);
    texts.push(isUtf8(line) ? line.toString() : null);
    start += line.length + 1;
  }
  return texts;
}
