export type Encoding = "UTF-16" | "Shift_JIS" | "EUC-JP";

/** What is wrong with a file's bytes; null: they are UTF-8. `encoding` null: unknown. */
export interface WrongEncoding {
  readonly encoding: Encoding | null;
  /** From 1; the position of the first such character. */
  readonly line: number;
}

/** What encoding a file is in, where it is not UTF-8. */
export function wrongEncoding(bytes: Uint8Array): WrongEncoding | null {
  if (isUtf16(bytes)) return { encoding: "UTF-16", line: 1 };
  if (decoded(bytes, "utf-8") !== null) return null;
  const text = new TextDecoder("utf-8").decode(bytes);
  const encoding = (["EUC-JP", "Shift_JIS"] as const).find((name) => readsJapanese(bytes, name)) ?? null;
  return { encoding, line: lineOf(text, text.indexOf("\uFFFD")) };
}

/**
 * The same for a text that was already decoded. GitHub returns no text for a file that it considers binary (the placeholder
 * has a NUL), and U+FFFD where a byte is not UTF-8.
 */
export function signsOfWrongEncoding(text: string): WrongEncoding | null {
  const at = text.search(/[\0\uFFFD]/);
  if (at < 0) return null;
  return { encoding: /^.?\0|^\uFFFD\uFFFD/.test(text) && text.length > 1 ? "UTF-16" : null, line: lineOf(text, at) };
}

/** A byte order mark, or every second byte of the beginning zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const head = bytes.subarray(0, 64);
  const zeros = [0, 1].map((odd) => head.filter((byte, index) => index % 2 === odd && byte === 0).length);
  return head.length >= 4 && Math.max(...zeros) >= head.length / 4;
}

/** A decoder accepts many Western texts as Shift_JIS; only kana prove it. */
function readsJapanese(bytes: Uint8Array, encoding: string): boolean {
  return /[\u3040-\u30FF]/.test(decoded(bytes, encoding) ?? "");
}

/** null: these bytes are something else. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < at; i = text.indexOf("\n", i + 1)) line++;
  return line;
}
