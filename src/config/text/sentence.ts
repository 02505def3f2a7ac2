import type { Language } from "../language.ts";

/** One thing to say, in every language; a missing one does not compile. */
export type Sentence = Readonly<Record<Language, string>>;

/** Where a diagnostic is: the last key of its path, and whether it is about an item of that key's list. */
export interface Subject {
  readonly key: string;
  readonly inList: boolean;
}

/** One function for each kind of diagnostic; a missing one does not compile. */
export type Sentences<C extends { readonly kind: string }> = {
  readonly [Kind in C["kind"]]: (diagnostic: Extract<C, { readonly kind: Kind }>, subject: Subject) => Sentence;
};
