import { nearest } from "../config/nearest.ts";
import type { Language } from "../config/schema.ts";
import { code } from "../markdown/escape.ts";
import { cut } from "../markdown/length.ts";
import type { Verb } from "./declaration.ts";
import { messages } from "./text.ts";

/** The command that works everywhere. */
export const HELP = "help";

const LONGEST_WORD = 40;

/** One line that answers an unknown command. `verbs` are those of this place, without `help`. */
export function unknownWord(word: string, verbs: readonly Verb[], language: Language): string {
  const text = messages(language);
  const words = [...new Set(verbs.map((verb) => verb.word))];
  const near = nearest(word, [...words, HELP]);
  if (near !== null) return joined(language, text.unknown(spoken(word)), text.meant(spoken(near)));
  const possible = words.length === 0 ? [] : [text.possible(words.map(spoken))];
  return joined(language, text.unknown(spoken(word)), ...possible, text.seeHelp);
}

/**
 * The commands of a place, one line each, and who may give them; Markdown. `verbs` are those of this place, without `help`;
 * of two with the same word the first one is meant.
 */
export function helpText(verbs: readonly Verb[], language: Language): string {
  const text = messages(language);
  if (verbs.length === 0) return text.onlyHelp;
  const once = verbs.filter(({ word }, at) => verbs.findIndex((verb) => verb.word === word) === at);
  const lines = once.map(({ usage, about }) => text.described(code(usage), about[language]));
  const roles = [...new Set(once.flatMap(({ also }) => also))];
  return [text.intro, "", ...lines, text.described(spoken(HELP), text.help), "", text.whoMay(roles)].join("\n");
}

export function spoken(word: string): string {
  return code(`/sre ${cut(word, LONGEST_WORD)}`);
}

/** Sentences on one line. */
export function joined(language: Language, ...sentences: readonly string[]): string {
  return sentences.join(language === "ja" ? "" : " ");
}
