import type { CarriedOut } from "../../../github/apply/carried-out.ts";

/** One thing that Detoil wrote in a step, for people. */
export interface Written {
  readonly path: string;
  /** "opened #2 Release 2026-11-02" */
  readonly what: string;
  /** green, red: the conclusion of a check; null: not a check. */
  readonly outcome: "green" | "red" | null;
  /** Markdown: the lines that are new. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Whether this is the write, or one of the writes, that it comes from. */
  cameOf(done: CarriedOut): boolean;
}

/** A text of Detoil's, and how a step reports its change. */
export interface Entry {
  readonly text: string;
  tell(before: Entry | undefined): Written;
}
