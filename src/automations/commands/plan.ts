import { receipt, refusal, reply } from "../../commands/answer.ts";
import type { Command } from "../../commands/read-commands.ts";
import { HELP, unknownWord } from "../../commands/vocabulary.ts";
import type { Action, Plan } from "../../github/actions.ts";
import { code } from "../../markdown/escape.ts";
import type { ReconcileContext } from "../automation.ts";
import { configUrlOf } from "../config-url.ts";
import type { ConversationFacts, PendingComment } from "./facts.ts";
import { isOn } from "./is-on.ts";
import { messages } from "./text.ts";

/** The commands of a milestone task. */
export const TASK_WORDS: readonly string[] = ["snooze", "done", "take", "assign"];

/** Whoever may give commands gets a reply that says what is possible; everybody else is refused with a reaction only. */
export function plan(facts: ConversationFacts, context: ReconcileContext): Plan {
  return facts.pending.flatMap((pending) =>
    pending.permitted ? answered(pending, facts, context) : refusal(pending.comment),
  );
}

function answered(
  { comment, commands }: PendingComment,
  facts: ConversationFacts,
  context: ReconcileContext,
): Action[] {
  const answers = commands.map((command) => ({ command, line: lineFor(command, facts, context) }));
  return [...receipt(comment), reply(facts.number, comment, answers)];
}

function lineFor({ word }: Command, { ofMilestone, orphaned }: ConversationFacts, context: ReconcileContext): string {
  const { language } = context.config;
  const text = messages(language);
  const on = isOn(context);
  const remedy = on ? null : text.switchOn(configUrlOf(context));
  if (orphaned && (word === HELP || TASK_WORDS.includes(word))) return text.orphaned;
  if (word === HELP) return text.help(remedy);
  if (!TASK_WORDS.includes(word)) return unknownWord(word, [], language);
  const command = code(`/sre ${word}`);
  return ofMilestone && remedy !== null ? text.off(remedy) : text.elsewhere(command, remedy);
}
