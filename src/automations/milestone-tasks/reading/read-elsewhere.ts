import type { GitHub } from "../../../github/client.ts";
import type { Look } from "../../automation.ts";
import type { ParentIssue, TaskIssue } from "../facts.ts";
import { readParent, readTask } from "../marks.ts";
import { parentIn, taskIn } from "./read-issue.ts";
import type { ReadMilestone } from "./read-milestone.ts";
import { readIssue } from "./read-strays.ts";

const A_PAGE = 100;

/**
 * A milestone's tasks and its parent that somebody moved out of it, where no parent remembers their numbers: found among
 * all that Detoil has made or changed since the milestone was made.
 */
export async function readElsewhere(
  github: GitHub,
  look: Look,
  { milestone, createdAt }: ReadMilestone,
  listed: readonly TaskIssue[],
): Promise<{ tasks: TaskIssue[]; parent: ParentIssue | null }> {
  const known = new Set(listed.map(({ number }) => number));
  const tasks: TaskIssue[] = [];
  let parent: ParentIssue | null = null;
  for (const number of await readNumbers(github, look, milestone.number, createdAt)) {
    if (known.has(number)) continue;
    const node = await readIssue(github, look, number);
    const task = node === null ? null : taskIn(node, look);
    if (task !== null) tasks.push(task);
    else if (node !== null) parent ??= parentIn(node, look);
  }
  return { tasks, parent };
}

/** Of the issues that carry this milestone's marker, oldest first. */
async function readNumbers(github: GitHub, look: Look, milestone: number, since: string): Promise<number[]> {
  const { owner, name } = look.repository;
  const place = { owner, repo: name, creator: look.self.login, state: "all" as const, direction: "asc" as const };
  const numbers: number[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/issues", { ...place, since, per_page: A_PAGE, page });
    for (const { number, body } of data) {
      const text = body ?? "";
      const home = readTask(text)?.mark.milestone ?? readParent(text)?.mark.milestone;
      if (home === milestone) numbers.push(number);
    }
    if (data.length < A_PAGE) return numbers;
  }
}
