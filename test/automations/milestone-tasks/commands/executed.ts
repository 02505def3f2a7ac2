import { type Executed, executeCommands } from "../../../../src/automations/milestone-tasks/commands/changes.ts";
import type { OneMilestone } from "../../../../src/automations/milestone-tasks/facts.ts";
import type { CommandChanges } from "../../../../src/automations/milestone-tasks/task/state.ts";
import type { CommentFacts } from "../../../../src/commands/pending.ts";
import type { Action } from "../../../../src/github/actions.ts";
import { comment, config, context, facts, type TaskWords, task } from "../facts.ts";

export interface Words {
  /** The task; it is alice's and due on Tuesday 24 November. */
  readonly task?: TaskWords;
  readonly facts?: Partial<OneMilestone>;
  readonly sre?: Parameters<typeof config>;
  readonly now?: string;
}

export const DUE = "2026-11-24";

export function executed(comments: readonly CommentFacts[], words: Words = {}): Executed {
  const issue = task(7, { due: DUE, comments, ...words.task });
  return executeCommands(
    issue,
    issue.metadata.due,
    facts(words.facts),
    context(config(...(words.sre ?? [])), words.now),
  );
}

/** The reply to bob, who may write; without the marker. */
export function answer(command: string, words: Words = {}): string {
  const { after } = executed([comment(1, command, "bob")], words);
  return replyTexts(after).join("\n");
}

export function replyTexts(actions: readonly Action[]): string[] {
  return actions.map((action) => {
    if (action.action !== "create-comment") throw new Error(`no reply: ${action.action}`);
    return action.body.replace(/\n*<!-- detoil:reply [^>]*-->/, "");
  });
}

export const changes = (processed: number, more: Partial<CommandChanges>): CommandChanges => ({
  processed: processed,
  due: undefined,
  assignees: undefined,
  close: false,
  ...more,
});
