import type { ReconcileContext } from "../automation.ts";
import type { DeclaredHere } from "./declared-by.ts";
import type { CommandsFacts } from "./gather.ts";
import { dispatched } from "./plan.ts";

/** The facts as `preview --json` prints them. */
export function describe(
  { number, conversation: facts }: CommandsFacts,
  declared: readonly DeclaredHere[],
  context: ReconcileContext,
): Readonly<Record<string, unknown>> {
  if (facts === null) return { number, pending: [] };
  const { refused } = dispatched(facts, declared, context);
  const pending = facts.pending.map(({ comment, commands }) => ({
    comment: comment.id,
    author: comment.author?.login ?? null,
    commands: commands.map(({ line }) => line),
    permitted: !refused.has(comment.id),
  }));
  return { number, pending };
}
