import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Milestone, MilestoneFacts } from "../facts.ts";
import { isMatched } from "../settings.ts";
import { milestoneList, type milestoneListResult } from "./milestone-list.generated.ts";
import { milestoneIn } from "./read-milestone.ts";

/** A closed milestone is reconciled for this long: the webhook about its close may have been lost. */
const LATELY_MS = 14 * 24 * 60 * 60 * 1000;

/** The milestones that sre.yml matches: open ones, and those closed recently. */
export async function gatherList(github: GitHub, context: ReconcileContext<"milestones">): Promise<MilestoneFacts> {
  const { owner, name } = context.repository;
  const settings = context.section;
  const found: Milestone[] = [];
  // undefined: all that matters has been read
  let open: string | null | undefined = null;
  let closed: string | null | undefined = null;
  while (open !== undefined || closed !== undefined) {
    const answer: milestoneListResult = await github.graphql(milestoneList, {
      owner,
      name,
      wantsOpen: open !== undefined,
      openCursor: open ?? null,
      wantsClosed: closed !== undefined,
      closedCursor: closed ?? null,
    });
    const { repository } = answer;
    found.push(...nodesOf(repository?.open).map(milestoneIn));
    open = nextOf(repository?.open);
    const page = nodesOf(repository?.closed);
    found.push(...page.map(milestoneIn).filter(({ closedAt }) => closedAt !== null && isRecent(closedAt, context)));
    // Sorted by last change, and a close is a change.
    const isFurther = page.every(({ updatedAt }) => isRecent(new Date(updatedAt), context));
    closed = isFurther ? nextOf(repository?.closed) : undefined;
  }
  const matched = found.filter(({ title }) => isMatched(title, settings));
  return { kind: "list", milestones: matched.sort((a, b) => a.number - b.number) };
}

type Page = NonNullable<milestoneListResult["repository"]>["open"];

/** The next page's cursor; undefined if there is none. */
function nextOf(page: Pick<NonNullable<Page>, "pageInfo"> | null | undefined): string | undefined {
  return page?.pageInfo.hasNextPage === true ? (page.pageInfo.endCursor ?? undefined) : undefined;
}

function isRecent(at: Date, { now }: ReconcileContext): boolean {
  return now.getTime() - at.getTime() < LATELY_MS;
}
