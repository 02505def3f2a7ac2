import type { Instant } from "./record.ts";

/** Every repository is measured each night: a summary that is older is no news of today. */
export const SUMMARY_IS_OLD_MS = 7 * 86_400_000;

/**
 * What an automation found in a repository the last time that it looked, for a line in the organization's table: so that the
 * table asks GitHub nothing, however many repositories there are.
 */
export interface Summary {
  /** The automation's name. */
  readonly kind: string;
  readonly at: Instant;
  /** Plain JSON. */
  readonly value: unknown;
  /** Its name is not for the table of a public repository. */
  readonly isPrivate: boolean;
}

/** A repository of the installation. */
export interface Summarized {
  readonly owner: string;
  readonly name: string;
  /** null: that automation has never been on there. */
  readonly summary: Omit<Summary, "kind"> | null;
}
