import type { Sentence } from "./text/sentence.ts";

/** One problem in a sre.yml, with its position. Lines and columns count from 1. */
export interface Problem {
  /** Where in the file the text comes from: `.github/sre.yml`, or `acme/.github:.github/sre.yml` for an extended one. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `release.lanes[0].from`; empty for the whole file. */
  readonly path: string;
  /** What is wrong and what to do, in one or two short sentences; whoever shows it takes the reader's language. */
  readonly message: Sentence;
  readonly severity: "error" | "warning";
}
