import type { GitHub } from "../../../github/client.ts";
import { readableNodes } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Milestone, ParentIssue, TaskIssue, UnmarkedIssue } from "../facts.ts";
import { shortKey } from "../short-keys.ts";
import { adoptParent } from "./adopt-parent.ts";
import type { IssueNode } from "./issue-node.ts";
import { milestoneChildren } from "./milestone-children.generated.ts";
import { milestoneIssue } from "./milestone-issue.generated.ts";
import { parentIn, taskIn, unmarkedIn } from "./read-issue.ts";
import { projectVariables, withOurItem } from "./read-items.ts";

/** One issue of this repository; null: it was deleted or transferred. */
export async function readIssue(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  number: number,
): Promise<IssueNode | null> {
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(milestoneIssue, { owner, name, number, ...projectVariables(context) });
  return repository?.issue == null ? null : withOurItem(github, context, repository.issue);
}

/** The parent of tasks, where the milestone does not list it. */
export async function readParentOf(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  tasks: readonly TaskIssue[],
  milestone: Milestone,
): Promise<ParentIssue | null> {
  for (const number of new Set(tasks.flatMap(({ parent }) => (typeof parent === "number" ? [parent] : [])))) {
    const node = await readIssue(github, context, number);
    const parent = node === null ? null : parentIn(node, context);
    if (parent?.metadata.milestone === milestone.number) return parent;
    const unmarked = node === null ? null : unmarkedIn(node, context);
    if (unmarked !== null) return adoptParent(unmarked, milestone, context);
  }
  return null;
}

/** As many tasks as sre.yml may have: the most that one reconciliation reads. */
const MOST_ORPHANS = 500;

/** Tasks in the parent's metadata that the milestone does not list: where they are now, and which no longer exist. */
export async function readOrphans(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  parent: ParentIssue,
  listed: readonly TaskIssue[],
  ended: ReadonlySet<string>,
): Promise<{ found: TaskIssue[]; unmarked: UnmarkedIssue[]; gone: string[] }> {
  const known = new Set(listed.map((task) => task.metadata.key));
  const orphans = Object.entries(parent.metadata.numbers)
    .filter(([key]) => !known.has(key) && !ended.has(key))
    .slice(0, MOST_ORPHANS);
  if (orphans.length === 0) return { found: [], unmarked: [], gone: [] };
  const { owner, name } = context.repository;
  const variables = { owner, name, number: parent.number, ...projectVariables(context) };
  const { repository } = await github.graphql(milestoneChildren, variables);
  // An unreadable issue below the parent is somebody else's, from elsewhere: ours are in this repository.
  const below = new Map(readableNodes(repository?.issue?.subIssues).nodes.map((node) => [node.number, node]));
  const found: TaskIssue[] = [];
  const unmarked: UnmarkedIssue[] = [];
  const gone: string[] = [];
  for (const [key, number] of orphans) {
    const child = below.get(number);
    const node =
      child === undefined ? await readIssue(github, context, number) : await withOurItem(github, context, child);
    const made = node === null ? null : taskIn(node, context);
    // A number that somebody wrote into the parent's marker does not turn another task into this one.
    const isIt =
      made?.metadata.milestone === parent.metadata.milestone &&
      (made.metadata.key === key || shortKey(made.metadata.key) === key);
    const task = isIt ? made : null;
    if (made !== null && task === null) continue;
    const rest = node === null ? null : unmarkedIn(node, context);
    if (task !== null) found.push(task);
    else if (rest !== null) unmarked.push(rest);
    else gone.push(key);
  }
  return { found, unmarked, gone };
}
