import type { Diagnostic } from "./diagnostic.ts";
import type { Path } from "./path.ts";

/** Lines and columns from 1; the end is exclusive. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A diagnostic at its position; the message is made from it. */
export interface Finding {
  /** `.github/sre.yml`, or `acme/base:.github/sre.yml` for an extended file. */
  readonly file: string;
  readonly location: SourceLocation;
  readonly path: Path;
  readonly severity: "error" | "warning";
  readonly diagnostic: Diagnostic;
}
