import type { IsoDay } from "../../../calendar/day.ts";

/** Why somebody is not asked. */
export type Reason =
  | { readonly kind: "author" }
  | { readonly kind: "away"; readonly until: IsoDay }
  | { readonly kind: "busy" }
  | { readonly kind: "full"; readonly open: number; readonly most: number }
  | { readonly kind: "not-on-call" }
  /** The route that matches asks others. */
  | { readonly kind: "not-in-route" }
  | { readonly kind: "asked-before" }
  /** They got this many new requests today, and somebody else got fewer, or this one can wait. */
  | { readonly kind: "enough-today"; readonly asked: number };

export interface Candidate {
  readonly login: string;
  readonly eligible: boolean;
  /** Empty for whoever is eligible. */
  readonly reasons: readonly Reason[];
  readonly open: number;
  readonly lastAskedAt: Date | null;
}

/** Why nobody of the people is asked. */
export type WhyNobody = "nobody-listed" | "nobody-on-call" | "nobody-eligible" | "is-author";

type Choice =
  /** `despite`: what would have kept them from being asked, had nobody named them. */
  | { readonly kind: "person"; readonly login: string; readonly despite: readonly Reason[] }
  | { readonly kind: "escalation"; readonly people: readonly string[]; readonly why: WhyNobody }
  | { readonly kind: "nobody"; readonly why: WhyNobody };

/** What the team should fix, though somebody may have been found. */
export type PickProblem =
  | { readonly kind: "codeowners-line"; readonly path: string; readonly line: number }
  | { readonly kind: "codeowners-too-large"; readonly path: string }
  /** An address, of which nobody but GitHub knows whose it is. */
  | { readonly kind: "codeowners-email"; readonly path: string; readonly line: number }
  | { readonly kind: "team-unreadable"; readonly team: string };

/** Who is asked, and why not the others. */
export interface Selection {
  readonly candidates: readonly Candidate[];
  readonly choice: Choice;
  /** Who would be asked if that person passes; null: nobody. */
  readonly next: string | null;
  readonly problems: readonly PickProblem[];
}
