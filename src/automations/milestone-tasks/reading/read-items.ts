import type { GitHub } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { readableNodes } from "../../../github/nodes.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { IssueNode } from "./issue-node.ts";
import { milestoneItems, type milestoneItemsResult } from "./milestone-items.generated.ts";

type Items = NonNullable<NonNullable<milestoneItemsResult["repository"]>["issue"]>["projectItems"];

interface Item {
  readonly project: { readonly number: number; readonly owner: { readonly login?: string } };
}

/** The variables that select the project's fields. */
export function projectVariables(context: ReconcileContext<"milestones">): {
  withProject: boolean;
  status: string;
  due: string;
} {
  const { project } = context.section;
  return { withProject: project !== null, status: "Status", due: project?.["due-field"] ?? "Due date" };
}

/** Whether it is an item of the project in sre.yml. */
export function isOnOurs({ project }: Item, context: ReconcileContext<"milestones">): boolean {
  const ours = context.section.project;
  const { login: owner } = project.owner;
  return ours !== null && project.number === ours.number && owner?.toLowerCase() === ours.owner.toLowerCase();
}

/** An issue of Detoil's with its item in our project, however many other projects it is in. */
export async function withOurItem(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  node: IssueNode,
): Promise<IssueNode> {
  const items: Items | undefined = node.projectItems;
  if (items === undefined || !isSelf(node.author, context.self)) return node;
  const { owner, name } = context.repository;
  const { status, due } = projectVariables(context);
  const nodes: NonNullable<Items["nodes"]>[number][] = [];
  let { pageInfo } = items;
  const read = async (cursor: string | null) => {
    const variables = { owner, name, number: node.number, cursor, status, due };
    return (await github.graphql(milestoneItems, variables)).repository?.issue?.projectItems;
  };
  for await (const page of readPages(read, { first: items })) {
    nodes.push(...(page.nodes ?? []));
    pageInfo = page.pageInfo;
    if (readableNodes(page).nodes.some((item) => isOnOurs(item, context))) break;
  }
  return { ...node, projectItems: { pageInfo, nodes } };
}
