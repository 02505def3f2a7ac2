import type { Action } from "../actions.ts";

/** What a creation was given. */
export interface Given {
  readonly number: number | null;
  readonly id: number | null;
  /** Of the content, where the same content need not be written again: a check run's. */
  readonly hash?: string;
}

/** What is known of a creation before it is asked for. */
export type Claimed =
  | { readonly kind: "new" }
  /** It was made; lists may not show it yet. */
  | { readonly kind: "made"; readonly given: Given }
  /** It was asked for a moment ago, and no answer came: look again in so many seconds. */
  | { readonly kind: "unsure"; readonly seconds: number };

/** What GitHub refuses of a write that it takes otherwise. */
export type Part = "assignee" | "label" | "reviewer" | "draft";

/** A write, or a part of one, that GitHub refuses. Plain data: it is stored. */
export interface Refusal {
  readonly action: Action["action"];
  /** The identity of what was to be created; null: it exists. */
  readonly identity: string | null;
  /** The issue or pull request; null: not known, or there is none. */
  readonly number: number | null;
  /** What it was made without, and which one; null: the whole write was refused. */
  readonly part: Part | null;
  readonly value: string | null;
  readonly status: number;
  /** GitHub's words, at most 200 characters. */
  readonly reason: string;
  /** Of the refused action; a part has one of its own. */
  readonly hash: string;
}

/**
 * What one target's creations were given and what GitHub refused, remembered across reconciliations: GitHub's lists lag
 * behind its writes (octokit.js#900, dt-mergebot#43), so a list does not prove that something is missing.
 */
export interface Registry {
  /** Creations of the last minutes, by identity. */
  recent(): Promise<ReadonlyMap<string, Given>>;
  /** Says that this will be created now, before the request: a lost answer leaves a trace. `once`: however long ago. */
  claim(identity: string, options: { readonly once: boolean }): Promise<Claimed>;
  made(identity: string, given: Given): Promise<void>;
  /** GitHub has certainly not made it. */
  unclaim(identity: string): Promise<void>;
  refused(refusal: Refusal): Promise<void>;
  /** From which text the body of an issue or pull request was computed, by `textHash`. */
  rewrote(number: number, basis: string): Promise<void>;
  /** Hashes of what is known to be refused. */
  readonly refusals: ReadonlySet<string>;
}
