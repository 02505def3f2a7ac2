import type { CommandFacts } from "../../../../src/automations/milestone-tasks/commands/command-facts.ts";
import { commands } from "../../../../src/automations/milestone-tasks/declared-commands.ts";
import { readTask } from "../../../../src/automations/milestone-tasks/metadata.ts";
import { shownDate } from "../../../../src/automations/milestone-tasks/task/task-body.ts";
import { dispatch } from "../../../../src/commands/dispatch.ts";
import { type CommentFacts, pendingCommands } from "../../../../src/commands/pending.ts";
import type { Action } from "../../../../src/github/actions.ts";
import { assignable, comment, config, context, milestone, type TaskWords, task } from "../facts.ts";

export interface Words {
  /** The task; it is alice's and due on Tuesday 24 November. */
  readonly task?: TaskWords;
  readonly facts?: Partial<Omit<Extract<CommandFacts, { kind: "task" }>, "kind" | "task">>;
  readonly sre?: Parameters<typeof config>;
  readonly now?: string;
}

export const DUE = "2026-11-24";

/** What the commands of a task asked for; absent: nothing about that field. */
interface Changes {
  readonly processed: number;
  readonly due: string | undefined;
  readonly assignees: readonly string[] | undefined;
  readonly close: boolean;
}

interface Executed {
  readonly changes: Changes | null;
  /** Receipts and refusals. */
  readonly before: readonly Action[];
  /** One reply per comment. */
  readonly after: readonly Action[];
}

/** Comments on an issue of a milestone, by alice, bob, carol (who may write), dave … */
export function executedOn(
  gathered: CommandFacts,
  comments: readonly CommentFacts[],
  words: Pick<Words, "sre" | "now"> = {},
): Executed {
  const on =
    gathered.kind === "task" ? gathered.task : { number: 50, body: '<!-- detoil:milestone {"milestone":1} -->' };
  const sre = context(config(...(words.sre ?? [])), words.now);
  const conversation = {
    number: on.number,
    kind: "issue" as const,
    isOurs: true,
    author: "detoil",
    labels: [],
    body: on.body,
    assignees: [],
    milestone: { number: 1, title: "v1.2" },
    comments,
  };
  const facts = {
    conversation,
    pending: pendingCommands(comments, sre.self),
    writers: new Set(["bob", "carol"]),
    gathered: new Map([["milestone-tasks", gathered]]),
  };
  const declared = { name: "milestone-tasks", section: "milestones" as const, commands };
  const { plan } = dispatch(facts, [declared], sre, "sre.yml");
  return {
    changes: gathered.kind === "task" ? changesIn(plan, gathered.task.metadata.due) : null,
    before: plan.filter(({ action }) => action === "add-reaction"),
    after: plan.filter(({ action }) => action === "create-comment"),
  };
}

export function executed(comments: readonly CommentFacts[], words: Words = {}): Executed {
  const issue = task(7, { due: DUE, comments, ...words.task });
  const gathered = {
    kind: "task" as const,
    task: issue,
    milestone: milestone(),
    desiredDue: issue.metadata.due,
    assignable: assignable("alice", "bob", "carol"),
    ...words.facts,
  };
  return executedOn(gathered, comments, words);
}

function changesIn(plan: readonly Action[], due: string | null): Changes | null {
  const update = plan.find(({ action }) => action === "update-issue");
  if (update?.action !== "update-issue") return null;
  const written = readTask(update.body ?? "");
  const shown = written === null ? null : shownDate(written.content);
  return {
    processed: written?.metadata.processed ?? 0,
    due: shown === null || shown === due ? undefined : shown,
    assignees: update.assignees,
    close: update.state === "closed",
  };
}

/** The reply to bob, who may write; without the marker. */
export function answer(command: string, words: Words = {}): string {
  const { after } = executed([comment(1, command, "bob")], words);
  return replyTexts(after).join("\n");
}

export function replyTexts(actions: readonly Action[]): string[] {
  return actions.map((action) => {
    if (action.action !== "create-comment") throw new Error(`no reply: ${action.action}`);
    return action.body.replace(/\n\n<sub>.*<\/sub>\n*<!-- detoil:reply [^>]*-->/, "");
  });
}

export const changes = (processed: number, more: Partial<Changes>): Changes => ({
  processed,
  due: undefined,
  assignees: undefined,
  close: false,
  ...more,
});
