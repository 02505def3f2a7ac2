import { nearest } from "../config/nearest.ts";
import type { Language } from "../config/schema.ts";
import { code } from "../markdown/escape.ts";
import { cut } from "../markdown/length.ts";
import { messages } from "./text.ts";

/** The command that works everywhere. */
export const HELP = "help";

/** A command that works in some places. */
export interface Verb {
  /** In lower case. */
  readonly word: string;
  /** An example as it is typed: `/sre snooze 2 business days`. */
  readonly usage: string;
  /** What it does, without a full stop: "closes the task", 「タスクをクローズします」. */
  readonly about: Readonly<Record<Language, string>>;
}

const LONGEST_WORD = 40;

/** One line that answers an unknown command. `verbs` are those of this place, without `help`. */
export function unknownWord(word: string, verbs: readonly Verb[], language: Language): string {
  const text = messages(language);
  const words = verbs.map((verb) => verb.word);
  const near = nearest(word, [...words, HELP]);
  if (near !== null) return joined(language, text.unknown(spoken(word)), text.meant(spoken(near)));
  const possible = words.length === 0 ? [] : [text.possible(words.map(spoken))];
  return joined(language, text.unknown(spoken(word)), ...possible, text.seeHelp);
}

/** The commands of a place, one line each; Markdown. `verbs` are those of this place, without `help`. */
export function helpText(verbs: readonly Verb[], language: Language): string {
  const text = messages(language);
  if (verbs.length === 0) return text.onlyHelp;
  const lines = verbs.map(({ usage, about }) => text.described(code(usage), about[language]));
  return [text.intro, "", ...lines, text.described(spoken(HELP), text.help), "", text.whoMay].join("\n");
}

function spoken(word: string): string {
  return code(`/sre ${cut(word, LONGEST_WORD)}`);
}

function joined(language: Language, ...sentences: readonly string[]): string {
  return sentences.join(language === "ja" ? "" : " ");
}
