import type { OwnCheckRun } from "../../../github/own-check.ts";

/** Who ticked a box, and when (ISO), as GitHub's history of the description tells it; null: it does not. */
export type Attribution = { readonly login: string; readonly at: string } | null;

/** By the box's key. */
export type Attributions = ReadonlyMap<string, Attribution>;

/** A version of a description: its text after an edit. The first version is what it was opened with. */
export interface Version {
  /** null: it cannot be read any more. */
  readonly text: string | null;
  /** ISO. */
  readonly at: string;
  /** null: the account is gone. */
  readonly login: string | null;
  /** Detoil wrote it. */
  readonly isOurs: boolean;
}

/** The versions of a description, newest first. */
export interface History {
  readonly versions: readonly Version[];
  /** There are older ones. */
  readonly isCut: boolean;
}

/** A release pull request that is signed off, and the check on its head. */
interface TickedPull {
  readonly number: number;
  readonly body: string;
  readonly headOid: string;
  readonly checkRun: OwnCheckRun | null;
  readonly history: History;
}

export interface TickFacts {
  readonly kind: "tick";
  /** null: nothing is signed off there. */
  readonly pull: TickedPull | null;
}
