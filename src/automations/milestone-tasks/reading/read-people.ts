import { type CommentFacts, pendingCommands } from "../../../commands/pending.ts";
import type { GitHub } from "../../../github/client.ts";
import { isGone } from "../../../github/error-meaning.ts";
import { mayWrite } from "../../../github/may-write.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import { loginsIn } from "../commands/assign.ts";
import type { Template } from "../facts.ts";
import { refusedParts } from "../refusals.ts";
import type { ReadMilestone } from "./read-milestone.ts";

interface Conversation {
  readonly comments: readonly CommentFacts[];
}

/** The authors of unanswered commands who may write to the repository, according to GitHub at this moment. */
export async function readWriters(
  github: GitHub,
  context: ReconcileContext,
  issues: readonly Conversation[],
): Promise<ReadonlySet<string>> {
  const writers = new Set<string>();
  for (const login of commandersOf(issues, context)) {
    if (await mayWrite(github, context.repository, login)) writers.add(login);
  }
  return writers;
}

/** Without those whom GitHub refuses nevertheless, above all suspended ones (manual-approval#141). */
export async function readAssignable(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  read: ReadMilestone,
  templates: ReadonlyMap<string, Template | null>,
  issues: readonly Conversation[],
): Promise<ReadonlyMap<string, string>> {
  const listed = await readListed(github, context, read, templates, issues);
  const refused = new Set(refusedParts(context).map(({ value }) => value.toLowerCase()));
  return new Map([...listed].filter(([login]) => !refused.has(login)));
}

/**
 * People whom GitHub lets assign here, by lower-case login: the whole first page; in a bigger organization those that
 * sre.yml or a command names are checked one by one, and keep the spelling in which they were named.
 */
async function readListed(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  { repository }: ReadMilestone,
  templates: ReadonlyMap<string, Template | null>,
  issues: readonly Conversation[],
): Promise<ReadonlyMap<string, string>> {
  const logins = nodesOf(repository.assignableUsers).map(({ login }) => login);
  const assignable = new Map(logins.map((login) => [login.toLowerCase(), login]));
  if (repository.assignableUsers?.pageInfo.hasNextPage !== true) return assignable;
  const { owner, name } = context.repository;
  for (const [lower, assignee] of namedOf(context, templates, issues)) {
    if (assignable.has(lower)) continue;
    try {
      await github.rest("GET /repos/{owner}/{repo}/assignees/{assignee}", { owner, repo: name, assignee });
      assignable.set(lower, assignee);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  return assignable;
}

function commandersOf(issues: readonly Conversation[], context: ReconcileContext): Set<string> {
  const pending = issues.flatMap(({ comments }) => pendingCommands(comments, context.self));
  return new Set(pending.flatMap(({ comment }) => comment.author?.login ?? []));
}

/** Everybody who may get a task. */
function namedOf(
  context: ReconcileContext<"milestones">,
  templates: ReadonlyMap<string, Template | null>,
  issues: readonly Conversation[],
): Map<string, string> {
  const inConfig = context.section.tasks.flatMap(({ assignees }) =>
    Array.isArray(assignees) ? assignees : assignees.rotate,
  );
  const inTemplates = [...templates.values()].flatMap((template) => template?.assignees ?? []);
  const inCommands = issues
    .flatMap(({ comments }) => pendingCommands(comments, context.self))
    .flatMap(({ commands }) => commands.filter(({ word }) => word === "assign"))
    .flatMap(({ argument }) => loginsIn(argument));
  const logins = [...inConfig, ...inTemplates, ...commandersOf(issues, context), ...inCommands];
  return new Map(logins.map((login) => [login.toLowerCase(), login]));
}
