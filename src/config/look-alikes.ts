import { isBlank, isColon, isDash, isInvisible, widthOf } from "./characters.ts";

/** What a character stands in for: indentation, a space after a dash or colon, a list's dash, a key's colon, a comment's `#`. */
export type LookAlikeRole = "indent" | "space" | "dash" | "colon" | "comment";

/** A character that only looks like YAML's punctuation and stands in its place. */
export interface LookAlike {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly character: string;
  readonly role: LookAlikeRole;
  /** The key before a colon; empty elsewhere. */
  readonly key: string;
}

/**
 * Every look-alike in a text, and the text as it was meant, line by line. The caller must find out whether they matter: in
 * a multi-line text they may be intentional. One pass, linear.
 */
export function lookAlikes(text: string): { readonly found: readonly LookAlike[]; readonly meant: string } {
  const found: LookAlike[] = [];
  const lines: string[] = [];
  let block: { readonly indent: number; readonly repair: boolean } | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    const scan = new LineScan(line, index + 1);
    const indent = scan.indentation();
    const isEmpty = scan.atEnd();
    if (block !== null && (isEmpty || indent > block.indent)) {
      // the lines of a block scalar are free text; only their indentation belongs to YAML
      lines.push(block.repair ? scan.meant() : line);
      continue;
    }
    block = null;
    scan.structure();
    const meant = scan.meant();
    const isMisindented = scan.found.some(({ role }) => role === "indent");
    if (/[:-] [|>][-+\d]{0,3}$/.test(meant.trimEnd().slice(-8))) block = { indent, repair: isMisindented };
    found.push(...scan.found);
    lines.push(meant);
  }
  return { found, meant: lines.join("\n") };
}

const KEY = /[A-Za-z_][\w-]{0,99}/y;

class LineScan {
  readonly found: LookAlike[] = [];
  private readonly line: string;
  private readonly number: number;
  private at = 0;
  private out = "";

  constructor(line: string, number: number) {
    this.line = line;
    this.number = number;
  }

  atEnd(): boolean {
    return this.line.slice(this.at).trim() === "";
  }

  meant(): string {
    return this.out + this.line.slice(this.at);
  }

  /** The visible width of what the line begins with. */
  indentation(): number {
    const from = this.out.length;
    this.blanks("indent");
    return this.out.length - from;
  }

  /** Dashes, then a key and its colon. */
  structure(): void {
    if (this.peek() === "＃") {
      this.note("comment", "");
      this.put("#", 1);
      return;
    }
    while (this.dash()) this.blanks("space");
    KEY.lastIndex = this.at;
    const key = KEY.exec(this.line)?.[0];
    if (key === undefined) return;
    const after = this.line[this.at + key.length] ?? "";
    if (isColon(after)) {
      this.put(key, key.length);
      this.note("colon", key);
      this.put(/^\s/.test(this.line[this.at + 1] ?? " ") ? ":" : ": ", 1);
      this.blanks("space");
    } else if (after === ":" && isBlank(this.line[this.at + key.length + 1] ?? "")) {
      this.put(`${key}:`, key.length + 1);
      this.blanks("space");
    }
  }

  private dash(): boolean {
    const character = this.peek();
    const next = this.line[this.at + 1] ?? " ";
    const isSpaced = /\s/.test(next);
    if (character === "-" && isSpaced) {
      this.put("-", 1);
      return true;
    }
    if (!isDash(character) || !(isSpaced || /[A-Za-z_"'{[]/.test(next))) return false;
    this.note("dash", "");
    this.put(isSpaced ? "-" : "- ", 1);
    return true;
  }

  private blanks(role: LookAlikeRole): void {
    let isNoted = false;
    for (;;) {
      const character = this.peek();
      const looks = isBlank(character) || (isInvisible(character) && !(this.number === 1 && this.at === 0));
      if (character === " " || character === "\t") this.put(character, 1);
      else if (looks) {
        if (!isNoted) this.note(role, "");
        isNoted = true;
        this.put(" ".repeat(widthOf(character)), 1);
      } else return;
    }
  }

  private peek(): string {
    return this.line[this.at] ?? "";
  }

  private put(meant: string, read: number): void {
    this.out += meant;
    this.at += read;
  }

  private note(role: LookAlikeRole, key: string): void {
    this.found.push({ line: this.number, column: this.at + 1, character: this.peek(), role, key });
  }
}
