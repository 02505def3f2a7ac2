import type { Diagnostic } from "../diagnostic.ts";

/** One diagnostic in every language; a missing one does not compile. */
export interface Sentence {
  readonly en: string;
  readonly ja: string;
}

/** Where a diagnostic is: the last key of its path, and whether it is about an item of that key's list. */
export interface Subject {
  readonly key: string;
  readonly inList: boolean;
}

export type Sentences<C extends Diagnostic> = {
  readonly [Kind in C["kind"]]: (diagnostic: Extract<C, { readonly kind: Kind }>, subject: Subject) => Sentence;
};
