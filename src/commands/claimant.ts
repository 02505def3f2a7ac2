import { type CommandsContext, claimantsOf, type Declared, isOn, type Subject, type Verb } from "./declaration.ts";
import type { ConversationFacts } from "./facts.ts";
import type { Command } from "./read-commands.ts";

/** An automation that claims the conversation, and how what its commands act on stands after those before. */
export interface Claimant {
  readonly declared: Declared;
  readonly subject: Subject;
  /** The latest comment that changed something; null: none did. */
  readonly processed: number | null;
}

/** The claimants before any command, in the order in which a word means them. */
export function claimantsIn<Context extends CommandsContext>(
  facts: ConversationFacts,
  declared: readonly Declared<Context>[],
  context: Context,
): readonly Claimant[] {
  return subjectsOf(claimantsOf(facts.conversation, declared, context), facts, context);
}

/** Those whose verbs work in every conversation, as far as one of them was asked for. */
export function everywhereIn<Context extends CommandsContext>(
  facts: ConversationFacts,
  declared: readonly Declared<Context>[],
  context: Context,
): readonly Claimant[] {
  return subjectsOf(
    declared.filter(({ commands }) => commands.everywhere === true),
    facts,
    context,
  );
}

function subjectsOf<Context extends CommandsContext>(
  declared: readonly Declared<Context>[],
  facts: ConversationFacts,
  context: Context,
): readonly Claimant[] {
  return declared
    .filter((one) => isOn(one, context) && facts.gathered.has(one.name))
    .map((one) => ({
      declared: one,
      subject: one.commands.subject(facts.gathered.get(one.name), context),
      processed: null,
    }));
}

/** The claimant that a word means, and its verb; null: it is help, or none of them knows it. */
export interface Route {
  readonly claimant: Claimant;
  readonly verb: Verb;
}

export function routeOf({ word }: Pick<Command, "word">, claimants: readonly Claimant[]): Route | null {
  for (const claimant of claimants) {
    const verb = claimant.declared.commands.verbs.find((one) => one.word === word);
    if (verb !== undefined) return { claimant, verb };
  }
  return null;
}

/** Whether a person may give this command; one that is for nobody here is theirs whose conversation it is. */
export function mayGive(
  who: string,
  route: Route | null,
  claimants: readonly Claimant[],
  { conversation, writers }: Pick<ConversationFacts, "conversation" | "writers">,
): boolean {
  const isIn = (logins: readonly string[]) => logins.some((login) => login.toLowerCase() === who.toLowerCase());
  if (writers.has(who.toLowerCase())) return true;
  if (route !== null) return route.verb.also.some((role) => isIn(route.claimant.subject.people[role] ?? []));
  if (claimants.length === 0) return isIn(conversation.assignees);
  return claimants.some(({ subject }) => Object.values(subject.people).some(isIn));
}
