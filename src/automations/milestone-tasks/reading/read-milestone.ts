import { dueDay } from "../../../calendar/due-day.ts";
import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readNodes, readPages } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Milestone } from "../facts.ts";
import type { IssueNode } from "./issue-node.ts";
import { milestoneOthers } from "./milestone-others.generated.ts";
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
  const pages: RepositoryNode[] = [];
  const read = async (cursor: string | null) => {
    const first = pages.length === 0;
    const variables = { owner, name, number, cursor, first, templates: first && templates };
    const { repository } = await github.graphql(milestonePage, { ...variables, ...projectVariables(context) });
    if (repository !== null) pages.push(repository);
    return repository?.milestone?.issues;
  };
  for await (const page of readPages(read)) {
    for (const node of nodesOf(page)) issues.push(await withOurItem(github, context, node));
  }
  const [repository, milestone] = [pages[0], pages.at(-1)?.milestone];
  if (repository === undefined || milestone == null) return null;
  const others = (await readOthers(github, context, repository)).filter((other) => other.number !== number);
  const { createdAt } = milestone;
  return { milestone: milestoneIn(milestone), createdAt, others: others.map(milestoneIn), issues, repository };
}

/** All milestones; the first hundred have been read. */
async function readOthers(
  github: GitHub,
  context: ReconcileContext,
  { milestones = null }: RepositoryNode,
): Promise<MilestoneNode[]> {
  const { owner, name } = context.repository;
  const read = async (cursor: string | null) =>
    (await github.graphql(milestoneOthers, { owner, name, cursor })).repository?.milestones;
  return await readNodes(read, { first: milestones });
}
