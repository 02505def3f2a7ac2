import type { Instant } from "../../../records/record.ts";

/** From the highest to the lowest: a group has the kind of its highest update. */
export const KINDS = [
  "major",
  "minor",
  "patch",
  "pin",
  "digest",
  "lockfile",
  "replacement",
  "rollback",
  "unknown",
] as const;

export type Kind = (typeof KINDS)[number];

export interface PackageUpdate {
  /** As the bot writes it: `@scope/pkg`. */
  readonly name: string;
  /** null: the text does not say. */
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: Kind;
}

/** What an open update waits for. */
export type Waiting = "conflict" | "schedule" | "stability" | "checks" | "review";

/** A pull request of a bot that updates dependencies. */
export interface Update {
  readonly number: number;
  /** `renovate`, `dependabot`, or the login of another bot. */
  readonly bot: string;
  readonly kind: Kind;
  readonly security: boolean;
  readonly packages: readonly PackageUpdate[];
  /** null: the text does not say. */
  readonly automerge: boolean | null;
  /** `closed`: the team refused it. */
  readonly state: "open" | "merged" | "superseded" | "closed";
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** null: it is no longer open, or nothing is missing. */
  readonly waiting: Waiting | null;
}
