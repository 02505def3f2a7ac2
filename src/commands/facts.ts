import type { GitHub } from "../github/client.ts";
import { mayWrite } from "../github/may-write.ts";
import { type CommentObservations, readAwaited } from "./awaited.ts";
import { type Conversation, readConversation } from "./conversation.ts";
import { type CommandsContext, claimantsOf, type Declared, isOn } from "./declaration.ts";
import { type Pending, pendingCommands } from "./pending.ts";

/** A conversation with its unanswered commands, and what these need to know. */
export interface ConversationFacts {
  readonly conversation: Conversation;
  readonly pending: readonly Pending[];
  /** Authors of pending commands who may write to the repository, according to GitHub at this moment; in lower case. */
  readonly writers: ReadonlySet<string>;
  /** What the automations that claim the conversation read for its commands, by their name. */
  readonly gathered: ReadonlyMap<string, unknown>;
}

/**
 * Reads a conversation once, asks GitHub once for each author of a pending command whether they may write, and lets the
 * automations that claim it read what its commands need. null: it was deleted or transferred.
 */
export async function readFacts<Context extends CommandsContext>(
  github: GitHub,
  context: Context,
  number: number,
  { declared, observations }: { declared: readonly Declared<Context>[]; observations: CommentObservations },
): Promise<ConversationFacts | null> {
  const listed = await readConversation(github, context.repository, number);
  if (listed === null) return null;
  const awaited = await readAwaited(github, context.repository, observations);
  const conversation = { ...listed, comments: await awaited.complete(number, listed.comments) };
  const pending = pendingCommands(conversation.comments, context.self);
  const writers = new Set<string>();
  for (const login of new Set(pending.flatMap(({ comment }) => comment.author?.login.toLowerCase() ?? []))) {
    if (await mayWrite(github, context.repository, login)) writers.add(login);
  }
  const gathered = new Map<string, unknown>();
  const claimants = pending.length === 0 ? [] : claimantsOf(conversation, declared, context);
  for (const one of [...claimants, ...declared.filter((each) => isAsked(each, pending))]) {
    if (isOn(one, context)) gathered.set(one.name, await one.commands.gather(github, context, conversation, pending));
  }
  return { conversation, pending, writers, gathered };
}

/** Of what works everywhere only that is read which somebody asks for. */
function isAsked(
  { commands: { everywhere, verbs } }: Pick<Declared, "commands">,
  pending: readonly Pending[],
): boolean {
  if (everywhere !== true) return false;
  return pending.some(({ commands }) => commands.some(({ word }) => verbs.some((verb) => verb.word === word)));
}
