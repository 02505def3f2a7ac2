import type { Diagnostic } from "./diagnostic.ts";
import { hideSecrets } from "./secrets.ts";

/** `["release", "lanes", 0, "from"]` */
export type Path = readonly (string | number)[];

/** Lines and columns from 1; the end is exclusive. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A diagnostic at its position; the message is made from it in the reader's language. */
export interface Finding {
  /** `.github/sre.yml`, or `acme/base:.github/sre.yml` for an extended file. */
  readonly file: string;
  readonly location: SourceLocation;
  readonly path: Path;
  readonly severity: "error" | "warning";
  readonly diagnostic: Diagnostic;
}

/** `release.lanes[0].from`; a key with other characters as `["a b"]`. */
export function pathText(path: Path): string {
  let text = "";
  for (const written of path) {
    const part = typeof written === "string" ? hideSecrets(written) : written;
    if (typeof part === "number") text += `[${part}]`;
    else if (!/^[\w-]{1,100}$/.test(part)) text += `[${JSON.stringify(part.slice(0, 100))}]`;
    else text += text === "" ? part : `.${part}`;
  }
  return text;
}
