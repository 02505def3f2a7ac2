import type { GitHub } from "../../../github/client.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import type { IssueNode } from "./issue-node.ts";
import { readHiddenComments, readObservedComments } from "./read-hidden-comments.ts";
import type { ReadMilestone } from "./read-milestone.ts";
import { readIssue } from "./read-orphans.ts";

/** Lists lag by seconds (octokit.js#900); after this time they show everything. */
const LISTED_SECONDS = 600;

/**
 * The milestone's issues from the list, together with what it does not show (yet, or any more): issues that Detoil has
 * just created, read by their numbers, and comments.
 */
export async function withUnlisted(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  observations: Observations,
  { milestone, issues }: Pick<ReadMilestone, "milestone" | "issues">,
): Promise<IssueNode[]> {
  const listed = new Set(issues.map(({ number }) => number));
  const parent = `parent/${milestone.number}`;
  const made = [
    ...(await observations.created(`task/${milestone.number}/`)),
    // This is a prefix of other milestones' keys too: parent/1 and parent/12.
    ...(await observations.created(parent)).filter(({ identity }) => identity === parent),
  ];
  const found = [...issues];
  for (const { number, ageSeconds } of made) {
    if (number === null || listed.has(number) || ageSeconds > LISTED_SECONDS) continue;
    const node = await readIssue(github, context, number);
    if (node !== null) found.push(node);
  }
  const observed = await readObservedComments(observations);
  const whole: IssueNode[] = [];
  for (const node of found) whole.push(await readHiddenComments(github, context, node, observed));
  return whole;
}
