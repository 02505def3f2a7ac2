import type { Action } from "../actions.ts";
import type { Writing } from "../lost-edits.ts";

/** The number and ids of a creation. */
export interface Given {
  readonly number: number | null;
  readonly id: number | null;
  /** Hash of the content, for content that need not be written twice: a check run's. */
  readonly hash?: string;
}

/** What is known about a creation before it is requested. */
export type Claimed =
  | { readonly kind: "new" }
  /**
   * It was created. `lagging`: a moment ago, so that lists may not show it yet; otherwise it is out of sight: further back than
   * what was read, or deleted by a person.
   */
  | { readonly kind: "made"; readonly given: Given; readonly lagging: boolean }
  /** It was requested a moment ago, and no response came: reconcile again in this many seconds. */
  | { readonly kind: "unsure"; readonly seconds: number };

/** The part that GitHub refuses of a write that it otherwise accepts. */
export type Part = "assignee" | "label" | "reviewer" | "draft";

/** A write, or a part of one, that GitHub refuses. Plain data: it is stored. */
export interface Refusal {
  readonly action: Action["action"];
  /** The identity of what was to be created; null: it exists. */
  readonly identity: string | null;
  /** The issue or pull request; null: not known, or there is none. */
  readonly number: number | null;
  /** The part that was left out; null: the whole write was refused. */
  readonly part: Part | null;
  readonly value: string | null;
  readonly status: number;
  /** GitHub's words, at most 200 characters. */
  readonly reason: string;
  /** Hash of the refused action; a part has its own. */
  readonly hash: string;
}

/**
 * What one target's reconciliations created and what GitHub refused, kept across reconciliations: GitHub's lists lag
 * behind its writes (octokit.js#900, dt-mergebot#43), so a list does not prove that something is missing.
 */
export interface Registry {
  /** Creations of the last minutes, by identity. */
  recent(): Promise<ReadonlyMap<string, Given>>;
  /** Claims the creation before the request, so that a lost response leaves a trace. `once`: one of long ago counts, too. */
  claim(identity: string, options: { readonly once: boolean }): Promise<Claimed>;
  made(identity: string, given: Given): Promise<void>;
  /** GitHub has certainly not created it. */
  unclaim(identity: string): Promise<void>;
  refused(refusal: Refusal): Promise<void>;
  /** The body of an issue or pull request is about to be written. `textOf`: the automation that keeps it, if it is another one. */
  writing(number: number, writing: Writing, textOf?: string): Promise<void>;
  /** Hashes of known refusals. */
  readonly refusals: ReadonlySet<string>;
}
