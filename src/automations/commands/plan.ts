import { receipt, refusal, reply } from "../../commands/answer.ts";
import type { Command } from "../../commands/read-commands.ts";
import { HELP, unknownWord } from "../../commands/vocabulary.ts";
import type { Action, Plan } from "../../github/actions.ts";
import { code } from "../../markdown/escape.ts";
import type { Look } from "../automation.ts";
import { configUrlOf } from "../config-url.ts";
import type { Asked, ConversationFacts } from "./facts.ts";
import { isOn } from "./is-on.ts";
import { textOf } from "./text.ts";

/** The commands of a milestone task. */
export const TASK_WORDS: readonly string[] = ["snooze", "done", "take", "assign"];

/** Whoever may give commands learns what is possible here; everybody else is refused without a word. */
export function plan(facts: ConversationFacts, look: Look): Plan {
  return facts.asked.flatMap((asked) => (asked.permitted ? answered(asked, facts, look) : refusal(asked.comment)));
}

function answered({ comment, commands }: Asked, facts: ConversationFacts, look: Look): Action[] {
  const answers = commands.map((command) => ({ command, line: lineFor(command, facts, look) }));
  return [...receipt(comment), reply(facts.number, comment, answers)];
}

function lineFor({ word }: Command, { ofMilestone, stray }: ConversationFacts, look: Look): string {
  const { language } = look.config;
  const text = textOf(language);
  const on = isOn(look);
  const remedy = on ? null : text.switchOn(configUrlOf(look));
  if (stray && (word === HELP || TASK_WORDS.includes(word))) return text.stray;
  if (word === HELP) return text.help(remedy);
  if (!TASK_WORDS.includes(word)) return unknownWord(word, [], language);
  const command = code(`/sre ${word}`);
  return ofMilestone && remedy !== null ? text.off(remedy) : text.elsewhere(command, remedy);
}
