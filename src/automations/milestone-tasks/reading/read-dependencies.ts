import type { GitHub } from "../../../github/client.ts";
import { isGone } from "../../../github/error-meaning.ts";
import { readNumberedPages } from "../../../github/read-pages.ts";
import { A_PAGE } from "../../../github-limits.ts";
import { sameNames } from "../../../managed/names.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OneMilestone, TaskIssue } from "../facts.ts";
import { isUnsupported } from "../refusals.ts";
import { blockersIn } from "../settings.ts";
import { isLinked } from "../task/linked.ts";

interface Dependencies {
  /** Whether this GitHub has dependencies between issues. */
  readonly known: boolean;
  readonly tasks: readonly TaskIssue[];
}

/**
 * The blockers of tasks. Only read where some may be missing or superfluous, and in full only where the count in the
 * issue list is wrong: GraphQL's public schema has no `blockedBy`.
 */
export async function readDependencies(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  milestone: number,
  tasks: readonly TaskIssue[],
  of: Pick<OneMilestone, "parent" | "parentEnded" | "parentEndedOn">,
): Promise<Dependencies> {
  const isKnown = !isUnsupported("add-blocked-by", context);
  const after = blockersIn(context.section.tasks);
  const configured = new Map(context.section.tasks.map((task) => [task.key, task.after]));
  // Dependencies that people removed are not read, and those that they added are theirs.
  const isLeft = (task: TaskIssue) =>
    isLinked(task, of, context) &&
    (!task.open ||
      (task.metadata.dropping.length === 0 && sameNames(configured.get(task.metadata.key) ?? [], task.metadata.after)));
  const keys = new Set(tasks.map(({ metadata }) => metadata.key));
  const isToMake = [...configured].some(([key, before]) => before.length > 0 && !keys.has(key));
  if (tasks.length === 0 || !(isToMake || tasks.some((task) => !isLeft(task)))) return { known: isKnown, tasks };
  const counts = await readCounts(github, context, milestone);
  if (counts.size > 0 && [...counts.values()].every((count) => count === null)) return { known: false, tasks };
  const detailed: TaskIssue[] = [];
  for (const task of tasks) {
    const desired = after.get(task.metadata.key) ?? [];
    // Just created, or elsewhere: the list does not have it, so it is read on its own.
    const count = counts.get(task.number);
    // Exchanging one for another would leave the count unchanged.
    const isSame = sameNames(desired, task.metadata.after) && task.metadata.dropping.length === 0;
    const isAsMade = isSame && count === desired.filter((key) => keys.has(key)).length;
    const isRight = count === null || isAsMade || isLeft(task);
    detailed.push(isRight ? task : { ...task, blockedBy: await readBlockers(github, context, task.number) });
  }
  return { known: isKnown, tasks: detailed };
}

/** Issue number → the number of its blockers, open or closed; null: this GitHub does not say. */
async function readCounts(
  github: GitHub,
  context: ReconcileContext,
  milestone: number,
): Promise<Map<number, number | null>> {
  const { owner, name } = context.repository;
  const counts = new Map<number, number | null>();
  const read = async (page: number) => {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/issues", {
      owner,
      repo: name,
      milestone: String(milestone),
      state: "all",
      creator: context.self.login,
      per_page: A_PAGE,
      page,
    });
    return data;
  };
  for await (const issues of readNumberedPages(read)) {
    for (const issue of issues) counts.set(issue.number, issue.issue_dependencies_summary?.total_blocked_by ?? null);
  }
  return counts;
}

/** null: this GitHub has none. */
async function readBlockers(
  github: GitHub,
  context: ReconcileContext,
  number: number,
): Promise<TaskIssue["blockedBy"]> {
  const { owner, name } = context.repository;
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by", {
      owner,
      repo: name,
      issue_number: number,
      per_page: A_PAGE,
    });
    return data.map((issue) => ({ number: issue.number, id: issue.id }));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
