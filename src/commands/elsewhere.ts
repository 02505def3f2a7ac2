import type { Language } from "../config/schema.ts";
import type { Conversation } from "./conversation.ts";
import { type CommandsContext, claimantsOf, type Declared, isOn } from "./declaration.ts";
import { messages } from "./text.ts";
import { HELP, helpText, joined, spoken, unknownWord } from "./vocabulary.ts";

export interface Elsewhere<Context extends CommandsContext> {
  readonly declared: readonly Declared<Context>[];
  readonly conversation: Conversation;
  readonly context: Context;
  /** sre.yml, as a link or a path. */
  readonly file: string;
}

/** The answer to a word that nothing here knows: where it works, how to switch it on, or what was meant. */
export function lineElsewhere<Context extends CommandsContext>(
  word: string,
  { declared, conversation, context, file }: Elsewhere<Context>,
): string {
  const { language } = context.config;
  const text = messages(language);
  const everywhere = declared.filter(({ commands }) => commands.everywhere === true);
  const bound = declared.filter(({ commands }) => commands.everywhere !== true);
  const verbs = everywhere.flatMap(({ commands }) => commands.verbs);
  const able = word === HELP ? bound : bound.filter(({ commands }) => knows(commands, word));
  const on = able.filter((one) => isOn(one, context));
  const places = unique((on.length > 0 ? on : able).map(({ commands }) => commands.text[language].place));
  // Those that are on and claim it would have answered: what was a task says nothing of what it never was.
  const former = on.length > 0 ? [] : claimantsOf(conversation, able, context);
  const remedies = on.length > 0 ? [] : remediesFor(former.length > 0 ? former : able, { context, file });
  if (word === HELP && verbs.length > 0) {
    const more = on.length > 0 ? text.moreElsewhere(places) : text.moreOff(pluralsOf(able, language));
    return [helpText(verbs, language), ...(able.length === 0 ? [] : [joined(language, more, ...remedies)])].join(
      "\n\n",
    );
  }
  if (able.length === 0) return word === HELP ? text.onlyHelp : unknownWord(word, verbs, language);
  if (word === HELP && on.length > 0) return text.helpElsewhere(places);
  if (word === HELP) return joined(language, text.helpOff(pluralsOf(able, language)), ...remedies);
  const hints = on.flatMap(({ commands }) => commands.text[language].hint ?? []);
  return joined(language, former.length > 0 ? text.off : text.elsewhere(spoken(word), places), ...hints, ...remedies);
}

/** A section that is written in a file with errors is not missing. */
function remediesFor<Context extends CommandsContext>(
  able: readonly Declared<Context>[],
  { context, file }: Pick<Elsewhere<Context>, "context" | "file">,
): string[] {
  const { language } = context.config;
  if (context.loaded.state === "broken" && able.length > 0) return [messages(language).broken(file)];
  return able.map(({ commands }) => commands.text[language].switchOn(file));
}

function pluralsOf(declared: readonly Pick<Declared, "commands">[], language: Language): string[] {
  return unique(declared.map(({ commands }) => commands.text[language].places));
}

function knows({ verbs }: Pick<Declared["commands"], "verbs">, word: string): boolean {
  return verbs.some((verb) => verb.word === word);
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
