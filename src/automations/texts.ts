import type { Language } from "../config/schema.ts";

/** What samples are made of, as it is in each language. */
export interface SampleWords {
  readonly day: string;
  readonly earlier: string;
  readonly moment: string;
  /** A month, in a sentence. */
  readonly month: string;
  /** A part of Detoil. */
  readonly part: string;
  /** The link to sre.yml. */
  readonly configUrl: string;
}

/**
 * The arguments of one or more calls of each text, so that a text without a sample does not compile. Texts without
 * arguments show themselves.
 */
export type Samples<T> = {
  readonly [Key in keyof T as T[Key] extends string | readonly string[] ? never : Key]: T[Key] extends (
    ...args: infer Args
  ) => unknown
    ? readonly [Readonly<Args>, ...Readonly<Args>[]]
    : Samples<T[Key]>;
};

/** What docs/texts.md shows of texts. */
export interface Shown<T> {
  /** Where people see them. */
  readonly seen: string;
  readonly samples: (words: SampleWords) => Samples<NoInfer<T>>;
}

interface Written<T> extends Shown<T> {
  readonly en: T;
  readonly ja: NoInfer<T>;
}

/** Texts in every language, by it, with their samples. */
export function textsIn<T extends object>({
  en,
  ja,
  seen,
  samples,
}: Written<T>): ((language: Language) => T) & Shown<T> {
  const texts: Readonly<Record<Language, T>> = { en, ja };
  return Object.assign((language: Language) => texts[language], { seen, samples });
}
