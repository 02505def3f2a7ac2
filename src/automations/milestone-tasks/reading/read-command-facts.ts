import type { Conversation } from "../../../commands/conversation.ts";
import type { Pending } from "../../../commands/pending.ts";
import type { GitHub } from "../../../github/client.ts";
import type { ReconcileContext } from "../../automation.ts";
import { loginsIn } from "../commands/assign.ts";
import { homeOf } from "../commands/claims.ts";
import type { CommandFacts } from "../commands/command-facts.ts";
import type { Milestone, ParentIssue, TaskIssue } from "../facts.ts";
import { isMatched, type Settings } from "../settings.ts";
import { desiredDueOf } from "../task/desired.ts";
import { withWholeKeys } from "./find-parent.ts";
import { milestoneCommand } from "./milestone-command.generated.ts";
import { parentIn, taskIn } from "./read-issue.ts";
import { projectVariables, withOurItem } from "./read-items.ts";
import { milestoneIn, readMilestone } from "./read-milestone.ts";
import { readOrphans } from "./read-orphans.ts";
import { readAmong } from "./read-people.ts";

type Context = ReconcileContext<"milestones">;

/** One request for a task, however many its milestone has. */
export async function readCommandFacts(
  github: GitHub,
  context: Context,
  conversation: Conversation,
  pending: readonly Pending[],
): Promise<CommandFacts> {
  const { owner, name } = context.repository;
  const { number } = conversation;
  const orphaned = { kind: "orphaned", assignees: conversation.assignees } as const;
  // Milestone 0 does not exist.
  const variables = { owner, name, number, home: homeOf(conversation) ?? 0, ...projectVariables(context) };
  const { repository } = await github.graphql(milestoneCommand, variables);
  const issue = repository?.issue ?? null;
  if (repository === null || issue === null) return orphaned;
  const present = repository.present?.milestone == null ? null : milestoneIn(repository.present.milestone);
  const home = repository.milestone === null ? null : milestoneIn(repository.milestone);
  const milestone = coveredBy(present, home, context.section);
  if (milestone === null) return orphaned;
  const node = await withOurItem(github, context, issue);
  const parent = parentIn(node, context);
  if (parent !== null) return { kind: "parent", open: await readOpenTasks(github, context, parent) };
  const task = taskIn(node, context);
  if (task === null) return orphaned;
  const assignable = await readAmong(github, context, repository.assignableUsers, namedIn(pending));
  const desiredDue = desiredDueOf(task, milestone, context);
  return { kind: "task", task: checked(task, conversation), milestone, desiredDue, assignable };
}

/**
 * The milestone whose reconciliation covers an issue: the one that it is in, where sre.yml matches it, or else the one that
 * it was created for. Without a parent nothing finds a task that was moved out of a closed milestone.
 */
function coveredBy(present: Milestone | null, home: Milestone | null, section: Settings): Milestone | null {
  if (present !== null && isMatched(present.title, section)) return present;
  if (home === null || !isMatched(home.title, section)) return null;
  return section.parent || home.open ? home : null;
}

/** A nonexistent comment cannot have been processed: whoever may edit the text may write anything into the marker. */
function checked(task: TaskIssue, { comments }: Conversation): TaskIssue {
  const latest = Math.max(0, ...comments.map(({ id }) => id));
  return task.metadata.processed > latest ? { ...task, metadata: { ...task.metadata, processed: 0 } } : task;
}

/** The people whom the commands may assign. */
function namedIn(pending: readonly Pending[]): string[] {
  const authors = pending.flatMap(({ comment }) => comment.author?.login ?? []);
  const named = pending
    .flatMap(({ commands }) => commands.filter(({ word }) => word === "assign"))
    .flatMap(({ argument }) => loginsIn(argument));
  return [...authors, ...named];
}

async function readOpenTasks(github: GitHub, context: Context, parent: ParentIssue): Promise<number[]> {
  const { milestone } = parent.metadata;
  const read = await readMilestone(github, context, milestone);
  const listed = (read?.issues ?? []).flatMap((node) => taskIn(node, context) ?? []);
  const here = listed.filter(({ metadata }) => metadata.milestone === milestone);
  const whole = withWholeKeys(parent, here, context) ?? parent;
  const { found } = await readOrphans(github, context, whole, here, new Set(whole.metadata.ended));
  const movedIn = listed.filter((task) => !here.includes(task));
  return [...here, ...found, ...movedIn].filter(({ open }) => open).map(({ number }) => number);
}
