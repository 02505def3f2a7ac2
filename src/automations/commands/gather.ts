import { type ConversationFacts, readFacts } from "../../commands/facts.ts";
import type { GitHub } from "../../github/client.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import { conversations } from "../conversation-target.ts";
import type { DeclaredHere } from "./declared-by.ts";

export interface CommandsFacts {
  /** null: it is not one that this version knows. */
  readonly number: number | null;
  /** null: it was deleted or transferred. */
  readonly conversation: ConversationFacts | null;
}

export async function gather(
  github: GitHub,
  context: ReconcileContext,
  observations: Observations,
  declared: readonly DeclaredHere[],
): Promise<CommandsFacts> {
  const number = conversations.parse(context.target)?.value ?? null;
  if (number === null) return { number, conversation: null };
  return { number, conversation: await readFacts(github, context, number, { declared, observations }) };
}
