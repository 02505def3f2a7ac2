import type { GitHub } from "../../../github/client.ts";
import { readNumberedPages } from "../../../github/read-pages.ts";
import { A_PAGE } from "../../../github-limits.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { ParentIssue, TaskIssue } from "../facts.ts";
import { readParent, readTask } from "../metadata.ts";
import { parentIn, taskIn } from "./read-issue.ts";
import type { ReadMilestone } from "./read-milestone.ts";
import type { DeletedIssues } from "./read-observed.ts";
import { readIssue } from "./read-orphans.ts";

/** Whether something that would be created, or that a task waits for, may exist in another milestone. */
export function mayBeElsewhere(
  here: readonly TaskIssue[],
  known: ParentIssue | null,
  deleted: DeletedIssues,
  context: ReconcileContext<"milestones">,
): boolean {
  const { tasks, parent } = context.section;
  if (tasks.length === 0) return false;
  const stored = [...Object.keys(known?.metadata.numbers ?? {}), ...(known?.metadata.ended ?? [])];
  const there = new Set([...stored, ...deleted.keys, ...here.map(({ metadata }) => metadata.key)]);
  const needed = [...tasks.map(({ key }) => key), ...here.flatMap(({ metadata }) => metadata.after)];
  return (parent && known === null && !deleted.parent) || needed.some((key) => !there.has(key));
}

/**
 * A milestone's tasks and its parent that somebody moved out of it, where no parent has their numbers (there is none, or
 * the process was killed before it got them): found among everything that Detoil has created or changed since the
 * milestone was created.
 */
export async function readElsewhere(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  { milestone, createdAt }: ReadMilestone,
  listed: readonly TaskIssue[],
): Promise<{ tasks: TaskIssue[]; parent: ParentIssue | null }> {
  const known = new Set(listed.map(({ number }) => number));
  const tasks: TaskIssue[] = [];
  let parent: ParentIssue | null = null;
  for (const number of await readNumbers(github, context, milestone.number, createdAt)) {
    if (known.has(number)) continue;
    const node = await readIssue(github, context, number);
    const task = node === null ? null : taskIn(node, context);
    if (task !== null) tasks.push(task);
    else if (node !== null) parent ??= parentIn(node, context);
  }
  return { tasks, parent };
}

/** The issues that carry this milestone's marker, oldest first. */
async function readNumbers(
  github: GitHub,
  context: ReconcileContext,
  milestone: number,
  since: string,
): Promise<number[]> {
  const { owner, name } = context.repository;
  const search = { owner, repo: name, creator: context.self.login, state: "all" as const, direction: "asc" as const };
  const numbers: number[] = [];
  const read = async (page: number) => {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/issues", {
      ...search,
      since,
      per_page: A_PAGE,
      page,
    });
    return data;
  };
  for await (const issues of readNumberedPages(read)) {
    for (const { number, body } of issues) {
      const text = body ?? "";
      const home = readTask(text)?.metadata.milestone ?? readParent(text)?.metadata.milestone;
      if (home === milestone) numbers.push(number);
    }
  }
  return numbers;
}
