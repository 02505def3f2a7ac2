import { dueDay } from "../../../calendar/due-day.ts";
import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Milestone } from "../facts.ts";
import type { IssueNode } from "./issue-node.ts";
import { milestoneOthers, type milestoneOthersResult } from "./milestone-others.generated.ts";
import { milestonePage, type milestonePageResult } from "./milestone-page.generated.ts";
import { projectVariables, withOurItem } from "./read-items.ts";

type RepositoryNode = NonNullable<milestonePageResult["repository"]>;

export interface ReadMilestone {
  readonly milestone: Milestone;
  readonly createdAt: string;
  readonly others: readonly Milestone[];
  readonly issues: readonly IssueNode[];
  /** Facts about the repository on the first page. */
  readonly repository: RepositoryNode;
}

interface MilestoneNode {
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly state: "CLOSED" | "OPEN";
  readonly dueOn: string | null;
  readonly closedAt: string | null;
}

export function milestoneIn({ number, title, description, state, dueOn, closedAt }: MilestoneNode): Milestone {
  return {
    number,
    title,
    description: description ?? "",
    open: state === "OPEN",
    due: dueDay(dueOn),
    closedAt: closedAt === null ? null : new Date(closedAt),
  };
}

/** A milestone with all its issues, and the others; null: it does not exist. */
export async function readMilestone(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  number: number,
): Promise<ReadMilestone | null> {
  const { owner, name } = context.repository;
  const templates = context.section.tasks.some((task) => task.template !== undefined);
  const issues: IssueNode[] = [];
  let first: RepositoryNode | null = null;
  for (let cursor: string | null = null; ; ) {
    const variables = { owner, name, number, cursor, first: first === null, templates: first === null && templates };
    const page: milestonePageResult = await github.graphql(milestonePage, {
      ...variables,
      ...projectVariables(context),
    });
    const milestone = page.repository?.milestone ?? null;
    if (page.repository === null || milestone === null) return null;
    first ??= page.repository;
    for (const node of nodesOf(milestone.issues)) issues.push(await withOurItem(github, context, node));
    const { hasNextPage, endCursor } = milestone.issues.pageInfo;
    if (!hasNextPage) {
      const others = (await readOthers(github, context, first)).filter((other) => other.number !== number);
      const { createdAt } = milestone;
      return {
        milestone: milestoneIn(milestone),
        createdAt,
        others: others.map(milestoneIn),
        issues,
        repository: first,
      };
    }
    cursor = endCursor;
  }
}

/** All milestones; the first hundred have been read. */
async function readOthers(
  github: GitHub,
  context: ReconcileContext,
  { milestones }: RepositoryNode,
): Promise<MilestoneNode[]> {
  const { owner, name } = context.repository;
  const found: MilestoneNode[] = nodesOf(milestones);
  for (let page = milestones?.pageInfo ?? null; page?.hasNextPage === true; ) {
    const cursor = page.endCursor;
    const { repository }: milestoneOthersResult = await github.graphql(milestoneOthers, { owner, name, cursor });
    found.push(...nodesOf(repository?.milestones));
    page = repository?.milestones?.pageInfo ?? null;
  }
  return found;
}
